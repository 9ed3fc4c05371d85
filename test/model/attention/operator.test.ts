/** The operator's meaning in examples small enough to reckon by hand; ONNX's own cases: training/onnx_attention.py. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AttentionInputs, attention } from "../../../src/model/attention/operator.js";
import type { ElementType, Tensor } from "../../../src/model/attention/tensor.js";

function tensor(dims: number[], data: number[], type: ElementType = "float32"): Tensor {
  return { dims, data, type };
}

/** One head of width 1: products are 0, so that allowed keys share the weight; values are 1, 10, 100, … */
function even(queries: number, keys: number, more: Partial<AttentionInputs> = {}): AttentionInputs {
  const powers = Array.from({ length: keys }, (_, i) => 10 ** i);
  return {
    query: tensor([1, 1, queries, 1], Array(queries).fill(0)),
    key: tensor([1, 1, keys, 1], Array(keys).fill(0)),
    value: tensor([1, 1, keys, 1], powers, "float64"),
    ...more,
  };
}
const bools = (dims: number[], data: number[]) => tensor(dims, data, "bool");
const rows = ({ data }: Tensor) => Array.from(data);
const weights = (inputs: AttentionInputs, options = {}) =>
  rows(attention(inputs, { ...options, scores: "weights" }).scores);

describe("which keys a query attends to", () => {
  test("all of them, without rules", () => {
    expect(weights(even(1, 4))).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  test("causal: none after its own place, counted from the first key", () => {
    expect(weights(even(2, 3), { causal: true })).toEqual([1, 0, 0, 0.5, 0.5, 0]);
  });

  test("causal with a past: its place comes after the past keys", () => {
    const past = tensor([1, 1, 1, 1], [0]);
    const inputs = even(2, 2, { pastKey: past, pastValue: past });
    expect(weights(inputs, { causal: true })).toEqual([0.5, 0.5, 0, ...Array(3).fill(Math.fround(1 / 3))]);
  });

  test("padding is left out, and the causal place is counted from the last valid key", () => {
    const validKeys = tensor([1], [2], "int64");
    expect(weights(even(2, 4, { validKeys }))).toEqual([0.5, 0.5, 0, 0, 0.5, 0.5, 0, 0]);
    expect(weights(even(2, 4, { validKeys }), { causal: true })).toEqual([1, 0, 0, 0, 0.5, 0.5, 0, 0]);
  });

  test("more queries than valid keys: the first ones have no key and get zeros", () => {
    const inputs = even(3, 3, { validKeys: tensor([1], [1], "int64") });
    expect(rows(attention(inputs, { causal: true }).output)).toEqual([0, 0, 1]);
  });

  test("a window bounds either side", () => {
    const half = [0.5, 0.5];
    expect(weights(even(3, 3), { left: 1, right: 0 })).toEqual([1, 0, 0, ...half, 0, 0, ...half]);
    expect(weights(even(1, 4), { right: 1 })).toEqual([...half, 0, 0]);
  });

  test("a mask of bools allows, one of numbers is added", () => {
    expect(weights(even(1, 2, { mask: bools([2], [0, 1]) }))).toEqual([0, 1]);
    const added = weights(even(1, 2, { mask: tensor([1, 2], [0, Math.log(3)]) }));
    expect(added[1]).toBeCloseTo(0.75, 6);
  });

  test("keys beyond the end of a mask are shut out", () => {
    expect(weights(even(1, 4, { mask: bools([1, 2], [1, 1]) }))).toEqual([0.5, 0.5, 0, 0]);
  });

  test("a row that a mask shuts out wholly gives zeros, also if a value there is NaN", () => {
    const value = tensor([1, 1, 2, 1], [7, Number.NaN]);
    const inputs = even(2, 2, { value, mask: bools([2, 2], [1, 0, 0, 0]) });
    expect(rows(attention(inputs).output)).toEqual([7, 0]);
    expect(weights(inputs)).toEqual([1, 0, 0, 0]);
  });
});

describe("scores", () => {
  const inputs: AttentionInputs = {
    query: tensor([1, 1, 1, 4], [1, 1, 1, 1]),
    key: tensor([1, 1, 2, 4], [1, 1, 1, 1, 0, 0, 0, 0]),
    value: tensor([1, 1, 2, 1], [1, 2]),
    mask: tensor([2], [0, Number.NEGATIVE_INFINITY]),
  };

  test("products are scaled by 1 / √width unless told otherwise", () => {
    expect(rows(attention(inputs).scores)).toEqual([2, 0]);
    expect(rows(attention(inputs, { scale: 3 }).scores)).toEqual([12, 0]);
  });

  test("capped, biased and weights are the steps that follow", () => {
    const at = (scores: "capped" | "biased" | "weights") =>
      rows(attention(inputs, { softcap: 1, scores }).scores);
    expect(at("capped")).toEqual([Math.fround(Math.tanh(2)), 0]);
    expect(at("biased")).toEqual([Math.fround(Math.tanh(2)), Number.NEGATIVE_INFINITY]);
    expect(at("weights")).toEqual([1, 0]);
  });
});

describe("heads", () => {
  test("three dimensions are taken apart into heads and joined again", () => {
    const query = tensor([1, 1, 4], [0, 0, 0, 0]);
    const value = tensor([1, 2, 4], [1, 2, 3, 4, 5, 6, 7, 8]);
    const { output, presentValue } = attention(
      { query, key: value, value },
      { heads: 2, keyHeads: 2, scale: 0 },
    );
    expect(output.dims).toEqual([1, 1, 4]);
    expect(rows(output)).toEqual([3, 4, 5, 6]);
    expect(presentValue.dims).toEqual([1, 2, 2, 2]);
    expect(rows(presentValue)).toEqual([1, 2, 5, 6, 3, 4, 7, 8]);
  });

  test("neighbouring query heads share a key head", () => {
    const { output } = attention({
      query: tensor([1, 4, 1, 1], [0, 0, 0, 0]),
      key: tensor([1, 2, 1, 1], [0, 0]),
      value: tensor([1, 2, 1, 1], [5, 9]),
    });
    expect(rows(output)).toEqual([5, 5, 9, 9]);
  });

  test("present is past and then now, in each head", () => {
    const now = tensor([1, 2, 1, 1], [2, 4]);
    const past = tensor([1, 2, 1, 1], [1, 3]);
    const { presentKey } = attention({ query: now, key: now, value: now, pastKey: past, pastValue: past });
    expect(presentKey.dims).toEqual([1, 2, 2, 1]);
    expect(rows(presentKey)).toEqual([1, 2, 3, 4]);
  });
});

test("outputs are rounded to the type of the inputs", () => {
  const third = (type: ElementType) => {
    const value = tensor([1, 1, 3, 1], [1, 0, 0], type);
    return attention({ query: tensor([1, 1, 1, 1], [0], type), key: value, value }).output.data[0];
  };
  expect(third("float32")).toBe(Math.fround(1 / 3));
  expect(third("float16")).toBe(0.333251953125);
  expect(third("bfloat16")).toBe(0.333984375);
});

test("an output is a mean of values: it never leaves their range", () => {
  const numbers = (length: number) =>
    fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: length, maxLength: length });
  fc.assert(
    fc.property(numbers(6), numbers(8), numbers(4), (q, k, v) => {
      const { output } = attention({
        query: tensor([1, 1, 3, 2], q),
        key: tensor([1, 1, 4, 2], k),
        value: tensor([1, 1, 4, 1], v),
      });
      for (const value of rows(output)) {
        expect(value).toBeGreaterThanOrEqual(Math.min(...v) - 1e-4);
        expect(value).toBeLessThanOrEqual(Math.max(...v) + 1e-4);
      }
    }),
  );
});

describe("errors name the input", () => {
  const past = tensor([1, 1, 1, 1], [0]);
  test.each<[string, Partial<AttentionInputs>, object]>([
    ["K must have the width of Q", { key: tensor([1, 1, 1, 2], [0, 0]) }, {}],
    ["V must have length 2", { value: tensor([1, 1, 1, 1], [0]) }, {}],
    ["V data must hold 2 values", { value: tensor([1, 1, 2, 1], [0]) }, {}],
    ["Q of 3 dimensions needs a number of heads", { query: tensor([1, 1, 1], [0]) }, {}],
    ["Q has 1 heads, but", {}, { heads: 3 }],
    ["give past_value too", { pastKey: past }, {}],
    [
      "nonpad_kv_seqlen can't be given with past_key",
      { pastKey: past, pastValue: past, validKeys: tensor([1], [1]) },
      {},
    ],
    ["nonpad_kv_seqlen must hold 1 values", { validKeys: tensor([2], [1, 1]) }, {}],
    ["attn_mask [3] must fit [1,1,1,2]", { mask: tensor([3], [0, 0, 0]) }, {}],
  ])("%s", (message, change, options) => {
    expect(() => attention({ ...even(1, 2), ...change }, options)).toThrow(message);
  });
});

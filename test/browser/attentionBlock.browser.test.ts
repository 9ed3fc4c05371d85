/** The attention block that the shipped model is built of, on both backends, against the operator as it is written. */
import { describe, expect, it } from "vitest";
import { attention } from "../../src/model/attention/operator.js";
import type { Tensor } from "../../src/model/attention/tensor.js";
import { configureOrt, loadOrt, type OrtEntry } from "../../src/worker/ort.js";

/** Written by training/block_fixture.py from the model's own code; its weights are inputs. */
const BLOCK = new URL("./fixtures/attentionBlock.onnx", import.meta.url).href;
const WIDTH = 96;
const HEADS = 4;
/** The model's bias of what an NPC can't perceive. */
const SHUT = -1e4;

type Feeds = Readonly<Record<string, Tensor & { data: Float32Array }>>;

/** Values in ±1, the same every time. */
function noise(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

function feedsOf(queries: number, tokens: number): Feeds {
  const next = noise(queries * 1000 + tokens);
  const random = (dims: number[], size = 1) => {
    const data = Float32Array.from({ length: dims.reduce((a, b) => a * b) }, () => size * next());
    return { dims, type: "float32" as const, data };
  };
  const bias = random([1, queries, tokens], 2);
  // Every third token is shut, never the first.
  bias.data.forEach((_, i) => {
    if (i % tokens && (i % tokens) % 3 === 0) bias.data[i] = SHUT;
  });
  return {
    query: random([1, queries, WIDTH]),
    context: random([1, tokens, WIDTH]),
    bias,
    "q.weight": random([WIDTH, WIDTH], 0.3),
    "q.bias": random([WIDTH], 0.3),
    "kv.weight": random([2 * WIDTH, WIDTH], 0.3),
    "kv.bias": random([2 * WIDTH], 0.3),
    "out.weight": random([WIDTH, WIDTH], 0.1),
    "out.bias": random([WIDTH], 0.1),
  };
}

/** rows · weightᵀ + bias. */
function linear(rows: Tensor, weight: Tensor, bias: Tensor, from = 0, to = weight.dims[0]): Tensor {
  const [batch, count, width] = rows.dims;
  const data = new Float64Array(batch * count * (to - from));
  for (let row = 0; row < batch * count; row++)
    for (let out = from; out < to; out++) {
      let sum = bias.data[out];
      for (let i = 0; i < width; i++) sum += rows.data[row * width + i] * weight.data[out * width + i];
      data[row * (to - from) + out - from] = sum;
    }
  return { dims: [batch, count, to - from], type: "float64", data };
}

function inTypeScript(f: Feeds) {
  const [, queries, tokens] = f.bias.dims;
  const { output, scores } = attention(
    {
      query: linear(f.query, f["q.weight"], f["q.bias"]),
      key: linear(f.context, f["kv.weight"], f["kv.bias"], 0, WIDTH),
      value: linear(f.context, f["kv.weight"], f["kv.bias"], WIDTH),
      mask: { ...f.bias, dims: [1, 1, queries, tokens] },
    },
    { heads: HEADS, keyHeads: HEADS, scores: "weights" },
  );
  const size = queries * tokens;
  const weights = Float64Array.from({ length: size }, (_, i) => {
    let sum = 0;
    for (let head = 0; head < HEADS; head++) sum += scores.data[head * size + i];
    return sum / HEADS;
  });
  return { mixed: linear(output, f["out.weight"], f["out.bias"]).data, weights };
}

function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i])));
}

describe.each<OrtEntry>(["wasm", "webgpu"])("on %s", (backend) => {
  it("the model's block gives what the operator gives, within 1e-4", async () => {
    const ort = await loadOrt(backend);
    configureOrt(ort, backend, undefined);
    const model = new Uint8Array(await (await fetch(BLOCK)).arrayBuffer());
    const session = await ort.InferenceSession.create(model, { executionProviders: [backend] });
    for (const [queries, tokens] of [
      [1, 1],
      [3, 7],
      [32, 40],
    ]) {
      const feeds = feedsOf(queries, tokens);
      const tensors = Object.entries(feeds).map(
        ([name, { data, dims }]) => [name, new ort.Tensor("float32", data, dims)] as const,
      );
      const results = await session.run(Object.fromEntries(tensors));
      const wanted = inTypeScript(feeds);
      for (const name of ["mixed", "weights"] as const) {
        const got = (await results[name].getData()) as Float32Array;
        const worst = difference(got, wanted[name]);
        expect(worst, `${name} of ${queries} queries over ${tokens} tokens`).toBeLessThan(1e-4);
      }
    }
    await session.release();
  });
});

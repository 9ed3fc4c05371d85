/** One case of the bench's task "attention": ONNX names and JSON, in and out. */
import {
  type AttentionInputs,
  type AttentionOptions,
  attention,
  type Scores,
} from "../model/attention/operator.js";
import type { ElementType, Tensor } from "../model/attention/tensor.js";
import { type Fields, fieldsOf } from "./fields.js";

const INPUTS: Readonly<Record<string, keyof AttentionInputs>> = {
  Q: "query",
  K: "key",
  V: "value",
  attn_mask: "mask",
  past_key: "pastKey",
  past_value: "pastValue",
  nonpad_kv_seqlen: "validKeys",
};
const ATTRIBUTES: readonly string[] =
  "q_num_heads kv_num_heads scale softcap is_causal left_window_size right_window_size softmax_precision qk_matmul_output_mode".split(
    " ",
  );
const TYPES: readonly ElementType[] = ["float64", "float32", "float16", "bfloat16", "bool", "int64"];
/** ONNX's numbers of types and modes. */
const PRECISIONS: Readonly<Record<number, ElementType>> = {
  1: "float32",
  10: "float16",
  11: "float64",
  16: "bfloat16",
};
const MODES: readonly Scores[] = ["products", "capped", "biased", "weights"];

export interface PlainTensor {
  readonly dims: readonly number[];
  readonly type: ElementType;
  /** JSON has no infinity. */
  readonly data: readonly (number | "-inf")[];
}

/**
 * All four outputs by their ONNX names.
 * @throws RangeError naming the field that is malformed
 */
export function attentionOutputs(line: unknown): Record<string, PlainTensor> {
  const fields = fieldsOf(line, "case");
  const inputs = known(fields.raw("inputs"), "case.inputs", Object.keys(INPUTS));
  const attributes = known(fields.raw("attributes") ?? {}, "case.attributes", ATTRIBUTES);
  const { output, presentKey, presentValue, scores } = attention(inputsOf(inputs), optionsOf(attributes));
  return {
    Y: plain(output),
    present_key: plain(presentKey),
    present_value: plain(presentValue),
    qk_matmul_output: plain(scores),
  };
}

/** What the operator does not know must not be passed over in silence. */
function known(data: unknown, path: string, names: readonly string[]): Fields {
  const fields = fieldsOf(data, path);
  for (const name of Object.keys(data as object))
    if (!names.includes(name))
      throw new RangeError(`${path}.${name} is unknown; it takes ${names.join(", ")}`);
  return fields;
}

function inputsOf(fields: Fields): AttentionInputs {
  const given: Partial<Record<keyof AttentionInputs, Tensor>> = {};
  for (const [name, own] of Object.entries(INPUTS))
    if (fields.has(name)) given[own] = tensorOf(fieldsOf(fields.raw(name), `${fields.path}.${name}`));
  const { query, key, value } = given;
  if (!query || !key || !value)
    return fields.fail(query ? (key ? "V" : "K") : "Q", "a tensor { dims, type, data }");
  return { ...given, query, key, value };
}

function tensorOf(fields: Fields): Tensor {
  const dims = fields.raw("dims");
  const data = fields.raw("data");
  if (!Array.isArray(dims)) return fields.fail("dims", "a list of sizes");
  if (!Array.isArray(data)) return fields.fail("data", "a list of values");
  return { dims, type: fields.oneOf("type", TYPES), data: data.map((value) => numberOf(value, fields)) };
}

function numberOf(value: unknown, fields: Fields): number {
  if (value === "-inf") return Number.NEGATIVE_INFINITY;
  if (typeof value === "number" || typeof value === "boolean") return Number(value);
  return fields.fail("data", 'numbers, booleans and "-inf"');
}

function optionsOf(fields: Fields): AttentionOptions {
  const precision = fields.optionalNumber("softmax_precision");
  const mode = fields.optionalNumber("qk_matmul_output_mode") ?? 0;
  return {
    heads: fields.optionalNumber("q_num_heads"),
    keyHeads: fields.optionalNumber("kv_num_heads"),
    scale: fields.optionalNumber("scale"),
    softcap: fields.optionalNumber("softcap"),
    causal: fields.optionalNumber("is_causal") === 1,
    left: fields.optionalNumber("left_window_size", -1),
    right: fields.optionalNumber("right_window_size", -1),
    softmaxType:
      precision === undefined
        ? undefined
        : (PRECISIONS[precision] ?? fields.fail("softmax_precision", "1, 10, 11 or 16")),
    scores: MODES[mode] ?? fields.fail("qk_matmul_output_mode", "0, 1, 2 or 3"),
  };
}

function plain({ dims, type, data }: Tensor): PlainTensor {
  return {
    dims,
    type,
    data: Array.from(data, (value) => (value === Number.NEGATIVE_INFINITY ? "-inf" : value)),
  };
}

/**
 * Scaled dot-product attention of many heads, with the meaning of the ONNX operator Attention (opsets 23
 * to 25): https://onnx.ai/onnx/operators/onnx__Attention.html. Plain loops in double precision, made to be
 * read and to be compared with; the network itself runs in ONNX Runtime.
 */
import { attend, dot, logitsOf } from "./attend.js";
import { type BiasOf, biasOf } from "./bias.js";
import { concatRows, type Heads, joinHeads, rowAt, splitHeads } from "./heads.js";
import { checkTensor, type ElementType, rounder, type Tensor } from "./tensor.js";

export interface AttentionInputs {
  /** [batch, heads, queries, width] or [batch, queries, heads · width]. */
  readonly query: Tensor;
  /** [batch, key heads, keys, width] or [batch, keys, key heads · width]. */
  readonly key: Tensor;
  /** As `key`, with a width of its own. */
  readonly value: Tensor;
  /** bool: true attends; float: added to the logits. Broadcast to [batch, heads, queries, all keys]; a shorter last dimension shuts the rest out. */
  readonly mask?: Tensor | undefined;
  /** [batch, key heads, past keys, width]: rows before those of `key`. With `pastValue` only. */
  readonly pastKey?: Tensor | undefined;
  readonly pastValue?: Tensor | undefined;
  /** [batch]: how many of the keys are no padding. Not with `pastKey`. */
  readonly validKeys?: Tensor | undefined;
}

export interface AttentionOptions {
  /** Heads of query, and of key and value: needed for three dimensions. Several query heads may share a key head. */
  readonly heads?: number | undefined;
  readonly keyHeads?: number | undefined;
  /** Default 1 / √width. */
  readonly scale?: number | undefined;
  /** Default 0: none. */
  readonly softcap?: number | undefined;
  readonly causal?: boolean | undefined;
  /** Keys before and after a query's own place that it may attend to. Default −1: all. */
  readonly left?: number | undefined;
  readonly right?: number | undefined;
  /** Type to which logits are rounded before the softmax. Default: none. */
  readonly softmaxType?: ElementType | undefined;
  /** What `scores` holds: scaled products, those after softcap, those with bias, or weights. Default "products". */
  readonly scores?: Scores | undefined;
}

export type Scores = "products" | "capped" | "biased" | "weights";

export interface AttentionOutputs {
  /** Dimensions of `query`, with the width of `value`. */
  readonly output: Tensor;
  /** [batch, key heads, all keys, width]. */
  readonly presentKey: Tensor;
  readonly presentValue: Tensor;
  /** [batch, heads, queries, all keys]. */
  readonly scores: Tensor;
}

/**
 * A query that no key may answer gets zeros, never NaN.
 * @throws RangeError that names the input or option that does not fit
 */
export function attention(inputs: AttentionInputs, options: AttentionOptions = {}): AttentionOutputs {
  const query = splitHeads("Q", inputs.query, options.heads);
  const key = withPast("past_key", inputs.pastKey, splitHeads("K", inputs.key, options.keyHeads));
  const value = withPast("past_value", inputs.pastValue, splitHeads("V", inputs.value, options.keyHeads));
  checkFit(inputs, query, key, value);
  const { output, scores } = overRows(query, key, value, biasFor(inputs, options, query, key), options);
  const { type } = inputs.query;
  const joined = inputs.query.dims.length === 3;
  return {
    output: joined
      ? tensor([query.batch, query.length, query.heads * value.width], type, joinHeads(output))
      : tensorOf(output, type),
    presentKey: tensorOf(key, inputs.key.type),
    presentValue: tensorOf(value, inputs.value.type),
    scores: tensorOf(scores, type),
  };
}

type Filled = Heads & { readonly data: Float64Array };

function overRows(query: Heads, key: Heads, value: Heads, biases: BiasOf, options: AttentionOptions) {
  const { batch, heads, length } = query;
  const scale = options.scale ?? 1 / Math.sqrt(query.width);
  const softcap = options.softcap ?? 0;
  const round = options.softmaxType && rounder(options.softmaxType);
  const output = empty(query, value.width);
  const scores = empty(query, key.length);
  const shared = heads / key.heads;
  for (let b = 0; b < batch; b++)
    for (let h = 0; h < heads; h++)
      for (let row = 0; row < length; row++) {
        const keyHead = Math.floor(h / shared);
        const products = productsOf(query, rowAt(query, b, h, row), key, rowAt(key, b, keyHead, 0));
        const all = { scale, softcap, bias: biases(b, h, row), ...(round && { round }) };
        const weights = attend(products, all);
        scores.data.set(shown(options.scores, products, all, weights), rowAt(scores, b, h, row));
        mix(weights, value, rowAt(value, b, keyHead, 0), output.data, rowAt(output, b, h, row));
      }
  return { output, scores };
}

function productsOf(query: Heads, from: number, key: Heads, keys: number): Float64Array {
  const { width, data } = key;
  return Float64Array.from({ length: key.length }, (_, i) =>
    dot(query.data, data, from, keys + i * width, width),
  );
}

type Row = { scale: number; softcap: number; bias: Float64Array };

function shown(
  which: Scores = "products",
  products: Float64Array,
  { scale, softcap, bias }: Row,
  weights: Float64Array,
): Float64Array {
  if (which === "weights") return weights;
  if (which === "biased") return logitsOf(products, { scale, softcap, bias });
  return logitsOf(products, which === "capped" ? { scale, softcap } : { scale });
}

/** Σ weight · value. What has no weight is not read: 0 · NaN would be NaN. */
function mix(weights: Float64Array, value: Heads, from: number, into: Float64Array, at: number): void {
  const { width, data } = value;
  for (const [i, weight] of weights.entries()) {
    if (weight === 0) continue;
    for (let j = 0; j < width; j++) into[at + j]! += weight * data[from + i * width + j]!;
  }
}

function biasFor(inputs: AttentionInputs, options: AttentionOptions, query: Heads, key: Heads): BiasOf {
  const { mask, pastKey, validKeys } = inputs;
  const past = pastKey?.dims[2] ?? 0;
  const rules = {
    mask,
    causal: options.causal ?? false,
    left: options.left ?? -1,
    right: options.right ?? -1,
    offset: (batch: number) => (validKeys ? Number(validKeys.data[batch]) - query.length : past),
    valid: (batch: number) => (validKeys ? Number(validKeys.data[batch]) : key.length),
  };
  const { batch, heads, length: queries } = query;
  return biasOf(rules, { batch, heads, queries, keys: key.length });
}

function withPast(name: string, past: Tensor | undefined, now: Heads): Heads {
  return past ? concatRows(name, splitHeads(name, past, now.heads), now) : now;
}

function checkFit(
  { pastKey, pastValue, validKeys }: AttentionInputs,
  query: Heads,
  key: Heads,
  value: Heads,
) {
  if (!pastKey !== !pastValue)
    throw new RangeError(
      `past_key and past_value belong together; give ${pastKey ? "past_value" : "past_key"} too`,
    );
  if (validKeys) {
    checkTensor("nonpad_kv_seqlen", validKeys);
    if (pastKey) throw new RangeError("nonpad_kv_seqlen can't be given with past_key; leave one out");
    if (validKeys.data.length !== query.batch)
      throw new RangeError(`nonpad_kv_seqlen must hold ${query.batch} values, one a batch`);
  }
  if (query.width !== key.width)
    throw new RangeError(`K must have the width of Q for each head, ${query.width}, got ${key.width}`);
  if (query.batch !== key.batch || query.heads % key.heads !== 0)
    throw new RangeError(`K must have Q's batch and a number of heads that divides Q's ${query.heads}`);
  for (const field of ["batch", "heads", "length"] as const)
    if (value[field] !== key[field])
      throw new RangeError(`V must have ${field} ${key[field]} as K has, got ${value[field]}`);
}

function empty({ batch, heads, length }: Heads, width: number): Filled {
  return { batch, heads, length, width, data: new Float64Array(batch * heads * length * width) };
}

function tensorOf({ batch, heads, length, width, data }: Heads, type: ElementType): Tensor {
  return tensor([batch, heads, length, width], type, data);
}

function tensor(dims: readonly number[], type: ElementType, data: ArrayLike<number>): Tensor {
  return { dims, type, data: Float64Array.from(data, rounder(type)) };
}

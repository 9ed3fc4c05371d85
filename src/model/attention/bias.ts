import { checkTensor, type Tensor } from "./tensor.js";

export interface BiasRules {
  readonly mask?: Tensor | undefined;
  /** A query attends to no key after its own place. */
  readonly causal: boolean;
  /** Keys that a query attends to before and after its own place; −1: all. */
  readonly left: number;
  readonly right: number;
  /** Place of a batch's first query among its keys. */
  readonly offset: (batch: number) => number;
  /** Keys of a batch that are no padding. */
  readonly valid: (batch: number) => number;
}

export interface BiasShape {
  readonly batch: number;
  readonly heads: number;
  readonly queries: number;
  readonly keys: number;
}

const SHUT = Number.NEGATIVE_INFINITY;

/** What is added to the logits of one query, by key: the mask, and −∞ where a rule shuts the key out. */
export type BiasOf = (batch: number, head: number, query: number) => Float64Array;

export function biasOf(rules: BiasRules, shape: BiasShape): BiasOf {
  const masked = rules.mask ? maskOf(rules.mask, shape) : () => 0;
  return (batch, head, query) => {
    const place = rules.offset(batch) + query;
    const last = Math.min(
      rules.valid(batch) - 1,
      rules.causal ? place : Number.POSITIVE_INFINITY,
      rules.right >= 0 ? place + rules.right : Number.POSITIVE_INFINITY,
    );
    const first = rules.left >= 0 ? place - rules.left : 0;
    return Float64Array.from({ length: shape.keys }, (_, key) =>
      key < first || key > last ? SHUT : masked(batch, head, query, key),
    );
  };
}

/**
 * A mask of up to four dimensions, aligned at the last and repeated along those of size 1. Keys beyond
 * its end are shut out.
 */
function maskOf(mask: Tensor, { batch, heads, queries, keys }: BiasShape) {
  checkTensor("attn_mask", mask);
  const { dims, data, type } = mask;
  if (dims.length < 1 || dims.length > 4)
    throw new RangeError(`attn_mask must have 1 to 4 dimensions, got [${dims}]`);
  const sizes = [1, 1, 1, 1, ...dims].slice(-4) as [number, number, number, number];
  const wanted = [batch, heads, queries];
  if (sizes[3] > keys || wanted.some((size, i) => sizes[i] !== 1 && sizes[i] !== size))
    throw new RangeError(`attn_mask [${dims}] must fit [${batch},${heads},${queries},${keys}]`);
  const [b, h, q, k] = sizes;
  return (atBatch: number, atHead: number, atQuery: number, key: number): number => {
    if (key >= k) return SHUT;
    const at = (((atBatch % b) * h + (atHead % h)) * q + (atQuery % q)) * k + key;
    if (type === "bool") return data[at] ? 0 : SHUT;
    return data[at]!;
  };
}

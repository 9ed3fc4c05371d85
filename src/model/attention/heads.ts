import { checkTensor, type Tensor } from "./tensor.js";

/** Rows of each head of each batch: [batch, heads, length, width]. */
export interface Heads {
  readonly batch: number;
  readonly heads: number;
  readonly length: number;
  readonly width: number;
  readonly data: ArrayLike<number>;
}

/** Where a row begins. */
export function rowAt({ heads, length, width }: Heads, batch: number, head: number, row: number): number {
  return ((batch * heads + head) * length + row) * width;
}

/**
 * [batch, heads, length, width] as it is, [batch, length, heads · width] taken apart.
 * @param heads needed for three dimensions
 * @throws RangeError naming the tensor
 */
export function splitHeads(name: string, tensor: Tensor, heads: number | undefined): Heads {
  checkTensor(name, tensor);
  const { dims, data } = tensor;
  if (dims.length === 4) {
    const [batch, own, length, width] = dims as [number, number, number, number];
    if (heads !== undefined && heads !== own)
      throw new RangeError(`${name} has ${own} heads, but its number of heads is given as ${heads}`);
    return { batch, heads: own, length, width, data };
  }
  if (dims.length !== 3) throw new RangeError(`${name} must have 3 or 4 dimensions, got [${dims}]`);
  const [batch, length, hidden] = dims as [number, number, number];
  if (heads === undefined || !(heads > 0) || hidden % heads !== 0)
    throw new RangeError(
      `${name} of 3 dimensions needs a number of heads that divides ${hidden}, got ${heads}`,
    );
  const split = { batch, heads, length, width: hidden / heads, data: new Float64Array(data.length) };
  eachRow(split, (b, h, row, at) => {
    const from = ((b * length + row) * heads + h) * split.width;
    for (let i = 0; i < split.width; i++) split.data[at + i] = data[from + i]!;
  });
  return split;
}

/** [batch, length, heads · width]. */
export function joinHeads(split: Heads): Float64Array {
  const { heads, length, width, data } = split;
  const joined = new Float64Array(data.length);
  eachRow(split, (b, h, row, at) => {
    const to = ((b * length + row) * heads + h) * width;
    for (let i = 0; i < width; i++) joined[to + i] = data[at + i]!;
  });
  return joined;
}

/** The rows of `past`, then those of `now`. */
export function concatRows(name: string, past: Heads, now: Heads): Heads {
  for (const field of ["batch", "heads", "width"] as const)
    if (past[field] !== now[field])
      throw new RangeError(
        `${name} must have ${field} ${now[field]} as the new rows have, got ${past[field]}`,
      );
  const length = past.length + now.length;
  const joined = { ...now, length, data: new Float64Array(now.batch * now.heads * length * now.width) };
  eachRow(joined, (b, h, row, at) => {
    const [from, source] = row < past.length ? [row, past] : [row - past.length, now];
    const start = rowAt(source, b, h, from);
    for (let i = 0; i < now.width; i++) joined.data[at + i] = source.data[start + i]!;
  });
  return joined;
}

function eachRow(of: Heads, visit: (batch: number, head: number, row: number, at: number) => void): void {
  for (let b = 0; b < of.batch; b++)
    for (let h = 0; h < of.heads; h++)
      for (let row = 0; row < of.length; row++) visit(b, h, row, rowAt(of, b, h, row));
}

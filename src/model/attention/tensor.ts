/** Numbers of a shape, the last dimension running fastest; bools are 0 and 1. */
export interface Tensor {
  readonly dims: readonly number[];
  readonly type: ElementType;
  readonly data: ArrayLike<number>;
}

export type ElementType = "float64" | "float32" | "float16" | "bfloat16" | "bool" | "int64";

/** @throws RangeError naming the tensor if its data does not fill its dims. */
export function checkTensor(name: string, { dims, data }: Tensor): void {
  if (!dims.every((size) => Number.isInteger(size) && size >= 0))
    throw new RangeError(`${name} dims must be whole numbers of 0 or more, got [${dims}]`);
  const wanted = dims.reduce((product, size) => product * size, 1);
  if (data.length !== wanted)
    throw new RangeError(`${name} data must hold ${wanted} values for dims [${dims}], got ${data.length}`);
}

/** The value as a type can hold it. */
export function rounder(type: ElementType): (value: number) => number {
  if (type === "float32") return Math.fround;
  if (type === "float16") return (value) => shortened(value, 11, -24, 65504);
  if (type === "bfloat16") return (value) => shortened(value, 8, -133, 3.3895313892515355e38);
  return (value) => value;
}

/**
 * To the nearest number of so many binary digits, ties to even.
 * @param least exponent of the smallest step (below it numbers lie as close as that)
 */
function shortened(value: number, digits: number, least: number, most: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const exponent = Math.floor(Math.log2(Math.abs(value)));
  const step = 2 ** Math.max(exponent - digits + 1, least);
  const steps = value / step;
  const below = Math.floor(steps);
  const rest = steps - below;
  const up = rest > 0.5 || (rest === 0.5 && below % 2 !== 0);
  const near = (below + (up ? 1 : 0)) * step;
  return Math.abs(near) > most ? Math.sign(near) * Number.POSITIVE_INFINITY : near;
}

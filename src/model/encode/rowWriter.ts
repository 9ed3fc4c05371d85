/** Fills one row of a tensor by name, so that a layout change can't shift columns silently. */
export class RowWriter {
  private readonly columns: ReadonlyMap<string, number>;
  readonly data: Float32Array;
  private start = 0;

  constructor(
    names: readonly string[],
    rows: number,
    private readonly width = names.length,
  ) {
    this.columns = knownColumns(names);
    this.data = new Float32Array(rows * width);
  }

  row(index: number): this {
    this.start = index * this.width;
    return this;
  }

  /** @throws RangeError for a name that the layout lacks. A value that is not finite is written as 0. */
  set(name: string, value: number): void {
    const column = this.columns.get(name);
    if (column === undefined) throw new RangeError(`no feature "${name}" in the layout`);
    this.put(column, value);
  }

  /** As `set`, for inner loops: the column as columnsOf() has it. @throws RangeError for one that it lacks. */
  put(column: number, value: number): void {
    if (column === undefined) throw new RangeError("no such feature in the layout");
    this.data[this.start + column] = Number.isFinite(value) ? value : 0;
  }

  setAll(values: Readonly<Record<string, number>>): void {
    for (const name in values) this.set(name, values[name]);
  }

  /** Copies values behind the named columns. */
  append(values: ArrayLike<number>, offset: number): void {
    for (let i = 0; i < values.length; i++) this.data[this.start + offset + i] = values[i];
  }
}

/** Where each feature of a layout stands, by its name. */
export function columnsOf(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, i) => [name, i]));
}

const cache = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function knownColumns(names: readonly string[]): ReadonlyMap<string, number> {
  let columns = cache.get(names);
  if (!columns) {
    columns = new Map(names.map((name, i) => [name, i]));
    cache.set(names, columns);
  }
  return columns;
}

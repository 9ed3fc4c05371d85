/** Keeps what was worked out, up to so many results; then it begins anew. */
export class Memo<V> {
  private readonly known = new Map<string, V>();

  constructor(private readonly most: number) {}

  clear(): void {
    this.known.clear();
  }

  get(key: string, make: () => V): V {
    let value = this.known.get(key);
    if (value === undefined) {
      if (this.known.size >= this.most) this.clear();
      value = make();
      this.known.set(key, value);
    }
    return value;
  }
}

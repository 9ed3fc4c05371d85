/** What was worked out last, by its key: of more than `count` the one goes that was not asked for the longest. */
export class Recent<Key, Value> {
  private readonly kept = new Map<Key, Value>();

  constructor(private readonly count: number) {}

  get(key: Key): Value | undefined {
    const value = this.kept.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    if (this.kept.size > this.count) this.kept.delete(this.kept.keys().next().value as Key);
  }

  clear(): void {
    this.kept.clear();
  }
}

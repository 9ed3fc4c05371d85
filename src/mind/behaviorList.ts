import type { Behavior } from "@babylonjs/core/Behaviors/behavior.js";

/** The behaviours of one host, attached and detached as Babylon does it. */
export class BehaviorList<T> {
  readonly all: Behavior<T>[] = [];

  constructor(private readonly host: T) {}

  add(behavior: Behavior<T>): void {
    if (this.all.includes(behavior)) return;
    behavior.init();
    this.all.push(behavior);
    behavior.attach(this.host);
  }

  remove(behavior: Behavior<T>): void {
    const at = this.all.indexOf(behavior);
    if (at < 0) return;
    this.all.splice(at, 1);
    behavior.detach();
  }

  byName(name: string): Behavior<T> | null {
    return this.all.find((behavior) => behavior.name === name) ?? null;
  }

  clear(): void {
    for (const behavior of [...this.all]) this.remove(behavior);
  }
}

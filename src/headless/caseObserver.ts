import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import type { Percepts } from "../model/percepts.js";
import { parseFocusCase } from "./focusCase.js";
import { observeCase } from "./observeCase.js";

/** What the senses deliver of a case, or why they can't. */
export type Observed = { readonly percepts: Percepts } | { readonly error: string };

export interface CaseObserver {
  /** How many cases are best handed over at once. */
  readonly batch: number;
  /** In the order of the cases, which come as parsed JSON. Never rejects because of a case. */
  observe(cases: readonly unknown[]): Promise<Observed[]>;
  dispose(): Promise<void>;
}

/** By attributes: on NullEngine, without a screen. */
export class NullObserver implements CaseObserver {
  readonly batch = 1;
  private readonly engine = new NullEngine();

  constructor(private readonly withholdNames: boolean) {}

  observe(cases: readonly unknown[]): Promise<Observed[]> {
    const options = { sight: "attributes", withholdNames: this.withholdNames } as const;
    return Promise.all(
      cases.map(async (data) => {
        try {
          return { percepts: await observeCase(this.engine, parseFocusCase(data), options) };
        } catch (error) {
          return { error: messageOf(error) };
        }
      }),
    );
  }

  async dispose(): Promise<void> {
    this.engine.dispose();
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** One predictor for each task that the product has. */
import type { Stop } from "../knowledge/nextStop/stops.js";
import type { AttentionService } from "../worker/protocol.js";
import { attentionOutputs } from "./attentionCase.js";
import { type CaseObserver, messageOf } from "./caseObserver.js";
import { type EarlierTour, FoldedNextStop } from "./nextStopPredictor.js";
import { focusPrediction } from "./prediction.js";

export type Line = { readonly id: unknown } & Record<string, unknown>;

export interface Predictor {
  /** How many cases are best handed over at once. */
  readonly batch: number;
  /** One line for each case, in order; a case that it can't handle gives { id, error }. */
  predict(cases: readonly Line[]): Promise<object[]>;
  dispose(): Promise<void>;
}

/** Senses, then the attention model. */
export class FocusPredictor implements Predictor {
  constructor(
    private readonly observer: CaseObserver,
    private readonly service: AttentionService,
  ) {}

  get batch(): number {
    return this.observer.batch;
  }

  async predict(cases: readonly Line[]): Promise<object[]> {
    const observed = await this.observer.observe(cases);
    return Promise.all(
      observed.map(async (one, at) => {
        const id = String(cases[at]!.id);
        if ("error" in one) return { id, error: one.error };
        try {
          const { focuses } = await this.service.decide(one.percepts);
          const [focus] = focuses;
          if (!focus) return { id, error: "the model gave no focus" };
          return focusPrediction(id, focus, one.percepts.npcs[0]?.entity ?? null);
        } catch (error) {
          return { id, error: messageOf(error) };
        }
      }),
    );
  }

  async dispose(): Promise<void> {
    await this.observer.dispose();
    await this.service.dispose();
  }
}

/** Each case by itself, through the function given; what it throws is the case's error. */
export class EachPredictor implements Predictor {
  readonly batch = 1;

  constructor(private readonly answer: (line: Line) => object) {}

  async predict(cases: readonly Line[]): Promise<object[]> {
    return cases.map((line) => {
      try {
        return { id: line.id, ...this.answer(line) };
      } catch (error) {
        return { id: line.id, error: messageOf(error) };
      }
    });
  }

  async dispose(): Promise<void> {}
}

/** The attention operator, on tensors as they are. */
export function operatorPredictor(): Predictor {
  return new EachPredictor((line) => ({ outputs: attentionOutputs(line) }));
}

/** Attention over the stops that a visitor has not seen. */
export function nextStopPredictor(stops: readonly Stop[], tours: readonly EarlierTour[]): Predictor {
  const folded = new FoldedNextStop(stops, tours);
  return new EachPredictor((line) => folded.rank(line));
}

/** For tasks that the product does not have. */
export class NoPredictor implements Predictor {
  readonly batch = 1;

  constructor(private readonly reason: string) {}

  async predict(cases: readonly Line[]): Promise<object[]> {
    return cases.map(({ id }) => ({ id, error: this.reason }));
  }

  async dispose(): Promise<void> {}
}

/** The bench's task "next-stop": for a case of one fold, learned from the tours of the other folds. */
import { NextStop, type StopWeight } from "../knowledge/nextStop/nextStop.js";
import type { Stop, Tour } from "../knowledge/nextStop/stops.js";
import { type Fields, fieldsOf } from "./fields.js";

export interface EarlierTour {
  readonly visited: Tour;
  readonly visitor?: string;
  readonly fold?: number;
}

/** Learns once for each fold, at its first case. */
export class FoldedNextStop {
  private readonly learned = new Map<number | undefined, NextStop>();

  constructor(
    private readonly stops: readonly Stop[],
    private readonly tours: readonly EarlierTour[],
  ) {}

  /** @throws RangeError naming the field that is malformed. */
  rank(line: unknown): { ranking: string[] } {
    return { ranking: this.weights(line).map(({ stop }) => stop) };
  }

  /** @throws RangeError naming the field that is malformed. */
  weights(line: unknown): StopWeight[] {
    const fields = fieldsOf(line, "case");
    return this.of(fields.optionalNumber("fold")).ask(visitedOf(fields));
  }

  private of(fold: number | undefined): NextStop {
    const known = this.learned.get(fold);
    if (known) return known;
    const others = this.tours.filter((tour) => fold === undefined || tour.fold !== fold);
    const learned = new NextStop({
      stops: this.stops,
      tours: others.map(({ visited }) => visited),
      // A tour that names nobody is another visitor's.
      visitors: others.map(({ visitor }, i) => visitor ?? `tour ${i}`),
    });
    this.learned.set(fold, learned);
    return learned;
  }
}

function visitedOf(fields: Fields): readonly string[] {
  const visited = fields.optionalTexts("visited");
  return visited ?? fields.fail("visited", "a list of ids of stops");
}

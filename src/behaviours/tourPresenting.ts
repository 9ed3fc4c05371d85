import { sentencesOf } from "../knowledge/words.js";
import type { Entity } from "../world/entity.js";
import { calledInSentence } from "./phrases.js";
import { yawBetween } from "./tourGaze.js";
import type { TourNumbers } from "./tourOptions.js";
import type { TourParts } from "./tourParts.js";

/** It begins to present when all are within this share of the lag distance, or after so many seconds. */
const CLOSE = 0.7;
const GATHER_SECONDS = 8;

/** What the guide says at a stop, and the time for questions after it. */
export class TourPresenting {
  private leaveAt: number | null = null;

  constructor(
    private readonly parts: TourParts,
    private readonly numbers: TourNumbers,
  ) {}

  /** @param sentences of the stop; with none the exhibit's description is said */
  begin(stop: Entity, sentences: readonly string[]): void {
    const { talk, visitors } = this.parts;
    this.leaveAt = null;
    const own = sentences.length > 0 ? sentences : sentencesOf(stop.description);
    const visitor = visitors.nearest();
    talk.say(own.length > 0 ? own : [`This is ${calledInSentence(stop)}.`], visitor ? { to: visitor } : {});
  }

  /** One step, so many seconds after it began or went on. @returns is it time to leave? */
  step(stop: Entity, seconds: number): boolean {
    const { npc, walker, visitors, gaze, talk } = this.parts;
    const { lagDistance, questionSeconds } = this.numbers;
    const visitor = visitors.nearest();
    walker.face(yawBetween(npc, stop, visitor));
    gaze.present(stop, visitor);
    const { now } = npc.context;
    const gathered = visitors.allWithin(CLOSE * lagDistance) || seconds > GATHER_SECONDS;
    if (gathered) talk.step();
    if (!gathered || talk.isBusy) this.leaveAt = null;
    else this.leaveAt ??= now + questionSeconds;
    return this.leaveAt !== null && now >= this.leaveAt;
  }
}

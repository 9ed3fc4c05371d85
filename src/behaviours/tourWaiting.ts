import type { Entity } from "../world/entity.js";
import { filled } from "./phrases.js";
import { yawTo } from "./tourGaze.js";
import type { TourParts } from "./tourParts.js";

/** A lagging visitor must come so much nearer than the lag distance before the guide goes on, metres. */
const GATHERED = 1.5;
/** It calls a lagging visitor first after, then every so many seconds. */
const FIRST_CALL = 0.8;
const NEXT_CALL = 9;

/** How a guide waits for who lags: looks there, calls, and gives up at last. */
export class TourWaiting {
  private callAt = 0;

  /**
   * @param call said to who lags
   * @param patienceSeconds until it goes on without
   */
  constructor(
    private readonly parts: TourParts,
    private readonly call: string,
    private readonly patienceSeconds: number,
  ) {}

  /** Halts if a visitor lags; what it had to say is kept. @returns for whom it waits from now on */
  begin(): Entity | null {
    const { npc, visitors, talk, walker } = this.parts;
    visitors.welcomeBack();
    const late = visitors.lagging();
    if (!late) return null;
    talk.interrupt();
    walker.stop();
    this.callAt = npc.context.now + FIRST_CALL;
    return late;
  }

  /** One step, so many seconds after it began. @returns does it wait still, are all here, or is nobody left? */
  step(seconds: number): "waits" | "gathered" | "alone" {
    const { visitors, calls } = this.parts;
    const late = visitors.lagging(-GATHERED);
    if (!late) {
      calls.clear();
      return "gathered";
    }
    this.beckon(late);
    if (seconds < this.patienceSeconds) return "waits";
    visitors.giveUp(late);
    return visitors.nearest() ? "waits" : "alone";
  }

  private beckon(late: Entity): void {
    const { npc, gaze, walker, calls } = this.parts;
    const { now } = npc.context;
    gaze.at(late);
    walker.face(yawTo(npc, late));
    if (now >= this.callAt && !calls.isBusy) {
      calls.say([filled(this.call, late)], { to: late });
      this.callAt = now + NEXT_CALL;
    }
    calls.step();
  }
}

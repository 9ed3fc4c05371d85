/** One step of a trace, as bench scenarios state it. */

import type { Utterance } from "../mind/context.js";
import type { Npc, Why } from "../mind/npc.js";
import type { Task } from "../model/percepts.js";
import type { Triple } from "../world/vector.js";
import type { PlayerBody } from "./playerBody.js";

export interface TraceLine {
  readonly t: number;
  readonly npcs: readonly TracedNpc[];
  readonly players: readonly { readonly id: string; readonly position: Triple }[];
  readonly said: readonly TracedSentence[];
  readonly warnings?: readonly string[];
}

export interface TracedNpc {
  readonly id: string;
  readonly position: Triple;
  /** Radians; the head relative to the body, the eyes to the head; positive pitch looks down. */
  readonly bodyYaw: number;
  readonly headYaw: number;
  readonly headPitch: number;
  readonly eyeYaw: number;
  readonly eyePitch: number;
  readonly blink: boolean;
  readonly attending: string | null;
  /** Best first, those of a hundredth or more. */
  readonly focus: readonly (readonly [string, number])[];
  readonly task: Task;
  readonly stop: string | null;
  /** On the step where `attending` changes; all 0 also where the model went away before it could tell. */
  readonly why?: { readonly chat: number; readonly hearing: number; readonly sight: number };
}

export interface TracedSentence {
  readonly speaker: string;
  readonly to: string | null;
  readonly text: string;
  readonly answer?: string;
  readonly seconds: number;
}

const LEAST_SHARE = 0.01;

export function traceNpc(npc: Npc, why: Why | null): TracedNpc {
  const { gaze } = npc;
  return {
    id: npc.id,
    position: place(npc.root.getAbsolutePosition()),
    bodyYaw: round(gaze.bodyYaw),
    headYaw: round(gaze.headYaw),
    headPitch: round(gaze.headPitch),
    eyeYaw: round(gaze.eyeYaw),
    eyePitch: round(gaze.eyePitch),
    blink: gaze.blink > 0.5,
    attending: npc.attending?.id ?? null,
    focus: (npc.focus?.entities ?? [])
      .filter(([, share]) => share >= LEAST_SHARE)
      .map(([id, share]) => [id, round(share)] as const),
    task: npc.task,
    stop: npc.stop,
    ...(why
      ? {
          why: {
            chat: round(why.shares?.chat ?? 0),
            hearing: round(why.shares?.hearing ?? 0),
            sight: round(why.shares?.sight ?? 0),
          },
        }
      : {}),
  };
}

export function tracePlayer(player: PlayerBody): TraceLine["players"][number] {
  return { id: player.id, position: place(player.root.getAbsolutePosition()) };
}

export function traceSentence({ speaker, to, text, answer, seconds }: Utterance): TracedSentence {
  return {
    speaker: speaker.id,
    to: to?.id ?? null,
    text,
    ...(answer === undefined ? {} : { answer }),
    seconds: round(seconds),
  };
}

function place({ x, y, z }: { x: number; y: number; z: number }): Triple {
  return [round(x), round(y), round(z)];
}

/** To a ten-thousandth, and never -0: traces are compared byte by byte. */
export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 || 0;
}

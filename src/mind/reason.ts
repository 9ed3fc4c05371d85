import {
  type Circumstances,
  isAtTask,
  type NamedTarget,
  type Why,
  whyOfFocus,
  whyOfScript,
} from "../explain/why.js";
import type { Focus } from "../model/focus.js";
import type { Percepts } from "../model/percepts.js";
import { hasWitnessed } from "../model/witnessed.js";
import type { Entity } from "../world/entity.js";
import type { Choice } from "./arbiter.js";
import type { MindContext } from "./context.js";

/** What of an NPC a reason needs. */
interface Reasoner {
  readonly id: string;
  readonly name: string;
  readonly task: string;
  readonly orderedBecause: string;
  readonly intendedBecause: string | null;
  readonly context: MindContext;
}

export interface Change {
  readonly npc: Reasoner;
  readonly choice: Choice;
  readonly from: Entity | null;
  readonly to: Entity | null;
  readonly focus: Focus | null;
  readonly percepts: Percepts | null;
}

/** Messages and events older than this no longer explain a glance, seconds. */
const RECENT = 10;

/** Why the arbiter chose as it did. */
export function explainChoice(change: Change): Why {
  const { npc, choice, from, to, focus } = change;
  switch (choice.reason) {
    case "forced":
      return whyOfScript(npc.orderedBecause, focus, true);
    case "gone":
      return whyOfScript(`"${from ? nameOf(from) : choice.from}" is gone`, focus, false);
    case "intent":
      return whyOfScript(npc.intendedBecause ?? isAtTask(npc.name, npc.task, quoted(to)), focus, false);
    default:
      if (!focus) return whyOfScript("a script released its attention", null, false);
      return whyOfFocus(focus, to && named(to), circumstances(change));
  }
}

function circumstances({ npc, to, percepts }: Change): Circumstances {
  const { now } = npc.context;
  const event = to?.event && now - to.event.at < RECENT && saw(npc, percepts, to) ? to.event.kind : null;
  return { message: newestMessage(npc), sound: loudestSound(percepts, to), event };
}

/** What happened behind its back explains nothing; without a moment it counts as seen. */
function saw(npc: Reasoner, percepts: Percepts | null, to: Entity): boolean {
  const row = percepts?.npcs.find(({ id }) => id === npc.id);
  return (
    !percepts ||
    !row ||
    hasWitnessed(
      row,
      percepts.entities.findIndex(({ id }) => id === to.id),
    )
  );
}

function newestMessage(npc: Reasoner): Circumstances["message"] {
  const { chat, entities, now } = npc.context;
  const message = chat.messages.filter(({ speaker }) => speaker !== npc.id).at(-1);
  if (!message || now - message.at > RECENT) return null;
  const speaker = entities.get(message.speaker);
  return {
    speaker: message.speaker,
    speakerName: speaker ? nameOf(speaker) : message.speaker,
    text: message.text,
  };
}

function loudestSound(percepts: Percepts | null, to: Entity | null): Circumstances["sound"] {
  const own =
    percepts?.sounds.filter(
      (sound) => sound.levelDb > 0 && sound.entity !== null && sound.entity === to?.id,
    ) ?? [];
  return own.reduce<Circumstances["sound"]>((a, b) => (a && a.levelDb >= b.levelDb ? a : b), null);
}

function named(entity: Entity): NamedTarget {
  const isPerson = entity.kind === "player" || entity.kind === "npc";
  return { id: entity.id, name: nameOf(entity), isPerson };
}

/** As sentences call it. */
export function quoted(entity: Entity | null): string {
  return entity ? `"${nameOf(entity)}"` : "nothing";
}

export function nameOf(entity: Entity): string {
  return entity.label || entity.names[0] || entity.id;
}

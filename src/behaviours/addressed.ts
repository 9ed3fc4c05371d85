import { mentionsName } from "../knowledge/mention.js";
import type { Npc } from "../mind/npc.js";
import type { Message } from "../senses/chat/message.js";
import type { Entity } from "../world/entity.js";
import type { Triple } from "../world/vector.js";
import { isPerson } from "./gazeAim.js";

/** Behaviours of this name answer messages. */
export const CONVERSATION = "Conversation";

/** Who does not call a name is answered within this distance only, metres. */
const HAIL_RANGE = 7;
/** A speaker who turns away farther than this does not mean the NPC behind, unless they talk already. */
const BEHIND = -0.35;

const TOUR_TASKS: readonly string[] = ["greeting", "leading", "waiting", "presenting"];

export interface Addressed {
  /** Called by name. */
  readonly named: boolean;
}

/**
 * Does a message want an answer from this NPC? By name; else of all NPCs that answer, the one that the
 * speaker most likely means: whom it talked with lately, whom it faces, who is near. Null: no.
 * @param lately entity ids that an NPC talked with in the last while
 */
export function addressedBy(
  npc: Npc,
  message: Message,
  lately: (npc: Npc) => ReadonlySet<string>,
): Addressed | null {
  const { npcs, entities } = npc.context;
  const speaker = entities.get(message.speaker) ?? null;
  if (speaker?.kind === "npc" || !canRead(npc, message)) return null;
  if (mentionsName(message.text, npc.name)) return { named: true };
  if (npcs.some((other) => other !== npc && mentionsName(message.text, other.name))) return null;
  if (callsSomebodyElse(message.text, speaker, npc)) return null;
  const candidates = npcs.filter((other) => other.getBehaviorByName(CONVERSATION) && canRead(other, message));
  let best: Npc | null = null;
  let most = 0;
  for (const candidate of candidates) {
    const score = scoreOf(candidate, message, speaker, lately(candidate));
    if (score > most) [best, most] = [candidate, score];
  }
  return best === npc ? { named: false } : null;
}

function canRead(npc: Npc, message: Message): boolean {
  const percept = { id: message.id, speaker: message.speaker, text: message.text, secondsAgo: 0 };
  return npc.senses.chat && npc.context.chat.reads({ id: npc.id, eyes: npc.eyes }, [percept])[0] === 1;
}

/** "Bob, look at this!" is for Bob. */
function callsSomebodyElse(text: string, speaker: Entity | null, npc: Npc): boolean {
  const start = text
    .split(/[\s,.!?]+/)
    .slice(0, 2)
    .join(" ");
  for (const entity of npc.context.entities.all) {
    if (!isPerson(entity) || entity === speaker || entity === npc.entity || !entity.label) continue;
    if (mentionsName(start, entity.label)) return true;
  }
  return false;
}

/** 0: not meant at all. */
function scoreOf(npc: Npc, message: Message, speaker: Entity | null, lately: ReadonlySet<string>): number {
  const talking = lately.has(message.speaker) ? 1 : 0;
  const touring = TOUR_TASKS.includes(npc.task) ? 0.5 : 0;
  const attending = npc.attending && npc.attending.id === message.speaker ? 0.4 : 0;
  const from = message.position;
  if (!from) return 0.1 + talking + touring + attending;
  const [dx, dz] = toward(from, npc.eyes.position);
  const distance = Math.hypot(dx, dz);
  if (distance > HAIL_RANGE) return 0;
  const yaw = speaker?.yaw() ?? null;
  const faced = yaw === null || distance < 0.1 ? 0.5 : (dx * Math.sin(yaw) + dz * Math.cos(yaw)) / distance;
  if (faced < BEHIND && talking + touring + attending === 0) return 0;
  return 1.01 - distance / HAIL_RANGE + 0.5 * Math.max(0, faced) + talking + touring + attending;
}

function toward(from: Triple, to: Triple): [number, number] {
  return [to[0] - from[0], to[2] - from[2]];
}

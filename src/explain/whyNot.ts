import type { Npc } from "../mind/npc.js";
import { quoted } from "../mind/reason.js";
import type { Percepts } from "../model/percepts.js";
import type { Entity } from "../world/entity.js";
import type { Pose } from "../world/vector.js";
import { type NotAttending, type WhyNot, whyNotText } from "./whyNotText.js";

export type { WhyNot, WhyNotCause } from "./whyNotText.js";

/** Why an NPC does not attend to an entity now: every cause that holds, in one sentence and as words. */
export function whyNot(npc: Npc, entity: Entity): WhyNot {
  return whyNotText(notAttending(npc, entity));
}

function notAttending(npc: Npc, entity: Entity): NotAttending {
  const { intent, focus, percepts } = npc;
  const leaderId = focus?.entities.find(([id]) => id !== npc.id)?.[0];
  const best = focus?.entities.find(([id]) => id === leaderId)?.[1] ?? 0;
  const leader =
    leaderId === undefined || best < (focus?.nothing ?? 0) ? undefined : npc.context.entities.get(leaderId);
  return {
    npc: npc.name,
    thing: quoted(entity),
    is: standing(npc, entity),
    ordered: npc.orderedBecause,
    task: intent ? { name: npc.task, wishes: quoted(intent) } : null,
    ...(percepts ? sensed(npc, entity, percepts) : { sight: null, hearing: null, chat: null }),
    focus: {
      own: focus?.entities.find(([id]) => id === entity.id)?.[1] ?? 0,
      best: leader ? best : (focus?.nothing ?? 0),
      leader: leader ? quoted(leader) : null,
    },
    habituation: npc.habituation(entity),
    alternates: npc.alternates(entity),
  };
}

function standing(npc: Npc, entity: Entity): NotAttending["is"] {
  if (entity === npc.entity) return "self";
  if (npc.context.entities.get(entity.id) !== entity) return "gone";
  if (npc.attending === entity) return "attending";
  if (npc.isForced) return "forced";
  return npc.focus ? "other" : "undecided";
}

function sensed(
  npc: Npc,
  entity: Entity,
  percepts: Percepts,
): Pick<NotAttending, "sight" | "hearing" | "chat"> {
  const row = percepts.npcs.find(({ id }) => id === npc.id);
  const e = percepts.entities.findIndex(({ id }) => id === entity.id);
  if (!row || e < 0) return { sight: null, hearing: null, chat: null };
  const sounds = percepts.sounds
    .map((sound, s) => [sound, row.hears[s] ?? 0] as const)
    .filter(([sound]) => sound.entity === entity.id);
  const own = sounds.map(([sound, level]) => [sound.levelDb, level] as const).sort((a, b) => b[1] - a[1]);
  const isUsed = sounds.some(([sound]) => npc.soundHabits.isUsedTo(sound));
  const read = percepts.messages.filter((_, m) => (row.reads[m] ?? 0) > 0);
  const concerns =
    read.some(({ speaker }) => speaker === entity.id) ||
    (read.length > 0 && (npc.focus?.referents.includes(entity.id) ?? false));
  return {
    sight: { works: row.senses.sight, sees: row.sees[e] ?? 0, degreesOff: degreesOff(row.eyes, entity) },
    hearing: { works: row.senses.hearing, sounds: own[0] ?? null, isUsed },
    chat: { works: row.senses.chat, concerns },
  };
}

function degreesOff({ position, forward }: Pose, entity: Entity): number {
  const to = entity.centre().map((value, axis) => value - position[axis]!);
  const length = Math.hypot(...to);
  if (!(length > 1e-6)) return 0;
  const cosine = to.reduce((sum, value, axis) => sum + value * forward[axis]!, 0) / length;
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
}

/** Simple rules, one a sense, and their orders: what the model has to beat with the senses that are left. */
import type { Focus } from "../../src/model/focus.js";
import type { NpcPercept, Percepts, SenseSet } from "../../src/model/percepts.js";
import { splitWords } from "../../src/model/text/ngrams.js";
import type { Decide } from "./subject.js";

export type Sense = keyof SenseSet;

/** The entity that draws, or null. */
type Rule = (percepts: Percepts, npc: NpcPercept) => string | null;

const NEW_SECONDS = 2;
const AUDIBLE_DB = 35;

export const SENSE_RULES: Readonly<Record<Sense, Rule>> = {
  /** What has just happened, else nobody. */
  sight: ({ entities }, npc) => {
    const stirred = entities.filter(
      ({ event }, e) => event !== null && event.secondsAgo < NEW_SECONDS && npc.sees[e] > 0,
    );
    return least(stirred, ({ event }) => event!.secondsAgo)?.id ?? null;
  },
  /** The loudest of the new sounds. */
  hearing: ({ sounds }, npc) => {
    const levels = new Map(sounds.map((sound, s) => [sound, npc.hears[s]]));
    const heard = sounds.filter(
      (sound) =>
        sound.entity !== null &&
        sound.startedSecondsAgo < NEW_SECONDS &&
        (levels.get(sound) ?? 0) > AUDIBLE_DB,
    );
    return least(heard, (sound) => -levels.get(sound)!)?.entity ?? null;
  },
  /** What the newest line names most fully, else who said it. */
  chat: ({ entities, messages }, npc) => {
    const line = messages.filter((message, m) => npc.reads[m] > 0 && message.speaker !== npc.entity).at(-1);
    if (!line) return null;
    const said = new Set(splitWords(line.text));
    const named = least(entities, (entity) => -coverage(said, [entity.label, ...entity.names]));
    if (named && coverage(said, [named.label, ...named.names]) > 0.5) return named.id;
    return (
      entities.find(({ id, kind }) => id === line.speaker || (line.speaker === "player" && kind === "player"))
        ?.id ?? null
    );
  },
};

/** The first of these senses that is drawn decides; where none is, nothing is attended to. */
export function decideInOrder(order: readonly Sense[]): Decide {
  return async (percepts) => {
    const [npc] = percepts.npcs;
    const open = order.filter((sense) => npc.senses[sense]);
    const drawn = open.map((sense) => SENSE_RULES[sense](percepts, npc)).find((id) => id !== null);
    return focusOn(npc.id, drawn ?? null);
  };
}

/** All orders of all of these senses. */
export function orders(senses: readonly Sense[]): Sense[][] {
  if (senses.length <= 1) return [[...senses]];
  return senses.flatMap((first) => orders(senses.filter((s) => s !== first)).map((rest) => [first, ...rest]));
}

function focusOn(npc: string, entity: string | null): Focus {
  return {
    npc,
    entities: entity === null ? [] : [[entity, 1]],
    nothing: entity === null ? 1 : 0,
    referents: entity === null ? [] : [entity],
    shares: null,
    attention: null,
    source: "rules",
  };
}

function coverage(said: ReadonlySet<string>, names: readonly string[]): number {
  const shares = names.map((name) => {
    const words = splitWords(name);
    return words.length > 0 ? words.filter((word) => said.has(word)).length / words.length : 0;
  });
  return Math.max(0, ...shares);
}

function least<T>(list: readonly T[], of: (item: T) => number): T | undefined {
  return list.reduce<T | undefined>((a, b) => (a === undefined || of(b) < of(a) ? b : a), undefined);
}

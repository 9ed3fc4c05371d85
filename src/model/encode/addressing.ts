/** Whom the newest lines are for, as far as the names in them tell. A rule decides nothing: these are inputs. */
import type { EntityPercept, MessagePercept, NpcPercept, Percepts } from "../percepts.js";
import { splitWords } from "../text/ngrams.js";
import { calledNames } from "./calledNames.js";
import { type Naming, nameCoverage } from "./dialogue.js";

/** Each speaker's newest line counts, of so many lines at most: crowds must stay cheap. */
const MOST_LINES = 4;
/** Seconds after which a line's claim has fallen to a third. */
const FADES = 5;

export interface Address {
  readonly message: MessagePercept;
  readonly isNewest: boolean;
  /** Features of whoever spoke, as that NPC stands to it. */
  featuresFor(npc: NpcPercept, speaker: EntityPercept): Record<string, number>;
}

/** The newest line of each of the last speakers whom these NPCs have read; all of a group have read the same. */
export function addresses(
  npcs: readonly NpcPercept[],
  percepts: Percepts,
  entities: readonly EntityPercept[],
  namings: readonly Naming[],
): Address[] {
  const reader = npcs[0];
  const read = percepts.messages.filter((_, i) => reader.senses.chat && reader.reads[i] > 0);
  const newest = read
    .slice(-MOST_LINES)
    .filter((m, i, all) => !all.slice(i + 1).some((later) => later.speaker === m.speaker));
  return newest.map((message) =>
    addressOf(message, message === read.at(-1), percepts.npcs, entities, namings),
  );
}

function addressOf(
  message: MessagePercept,
  isNewest: boolean,
  npcs: readonly NpcPercept[],
  entities: readonly EntityPercept[],
  namings: readonly Naming[],
): Address {
  const called = calledNames(message.text, npcs);
  const words = splitWords(message.text);
  const others = entities.flatMap((entity, e) => {
    const named = entity.kind === "npc" || entity.kind === "player" ? nameCoverage(words, namings[e]) : 0;
    return named > 0 ? [{ id: entity.id, named }] : [];
  });
  const fresh = Math.exp(-message.secondsAgo / FADES);
  return {
    message,
    isNewest,
    featuresFor: (npc, speaker) => {
      const { named, otherNamed } = called(npc);
      const another = others.filter(({ id }) => id !== npc.entity && id !== speaker.id);
      return {
        spokeLast: isNewest ? 1 : 0,
        addresses: fresh * named,
        addressesOther: fresh * Math.max(otherNamed, ...another.map((other) => other.named)),
        asks: message.text.includes("?") ? fresh : 0,
      };
    },
  };
}

/** What a message may be about: what the senses make of it, what is near, what there is to talk about. */
import type { KnownAnswer } from "../knowledge/answers.js";
import { isElliptic, pointsAtSomething } from "../knowledge/mention.js";
import { TAUGHT } from "../knowledge/taughtFocus.js";
import type { Npc } from "../mind/npc.js";
import type { Message } from "../senses/chat/message.js";
import { entitiesCalled } from "../world/entitiesCalled.js";
import type { Entity } from "../world/entity.js";
import type { EntityRegistry } from "../world/entityRegistry.js";
import { faces, isPerson } from "./gazeAim.js";

/** How near a thing must be to be meant by "this", metres, and how well faced (radians). */
const POINTED_RANGE = 6;
const POINTED_ANGLE = Math.PI / 5;
/** Of what is not on persons, referents must have at least so much of the focus, 0..1. */
const CLEAR = 0.45;
/** So many times as much of the focus as the next thing has is a lead. */
const LEAD = 2.5;
/** A focus of unknown moment that came sooner after a message was decided without it, seconds. */
const READ_SECONDS = 0.1;

/** Has its newest focus been decided with this message read? */
export function hasConsidered(npc: Npc, message: Message): boolean {
  const { percepts, focusAt } = npc;
  if (focusAt === null) return false;
  if (!percepts) return focusAt >= message.at + READ_SECONDS;
  return percepts.time > message.at || percepts.messages.some(({ id }) => id === message.id);
}

/**
 * What the senses say the message is about, the likeliest first, persons left out; nothing as long as they have not
 * read it, or while they only guess. Of "it" or "and the other one?" something is meant for sure: there a lead is enough.
 */
export function referentsOf(npc: Npc, message: Message): Entity[] {
  const { focus } = npc;
  if (!focus || !hasConsidered(npc, message)) return [];
  const entitiesOf = (ids: Iterable<string>) =>
    [...ids].map((id) => npc.context.entities.get(id)).filter((entity) => entity !== undefined);
  const shares = new Map(focus.entities);
  const share = ({ id }: Entity) => shares.get(id) ?? 0;
  const sum = (entities: readonly Entity[]) => entities.reduce((all, entity) => all + share(entity), 0);
  const all = entitiesOf(shares.keys());
  const things = all.filter((entity) => !isPerson(entity)).sort((a, b) => share(b) - share(a));
  const referents = things.filter(({ id }) => focus.referents.includes(id));
  if (sum(referents) >= CLEAR * (1 - sum(all.filter(isPerson)))) return referents;
  const [first, second] = things;
  const leads = first && referents.includes(first) && share(first) >= LEAD * (second ? share(second) : 0);
  return leads && (pointsAtSomething(message.text) || isElliptic(message.text)) ? [first] : [];
}

/** What a known answer is about; null: about no thing. Empty: about what is not in the scene. */
export function ownersOf({ about }: KnownAnswer, entities: EntityRegistry): Entity[] | null {
  if (about === undefined) return null;
  const ids = typeof about === "string" ? entitiesCalled(about, entities) : [about.id];
  return ids.map((id) => entities.get(id)).filter((entity) => entity !== undefined);
}

/** What the scene was taught that a line leads to, as far as it is here. */
export interface TaughtSubject {
  readonly about: Entity | null;
  /** Id of a known answer. */
  readonly answer: string | null;
}

export function taughtSubject(npc: Npc, text: string, meaning?: Float32Array): TaughtSubject {
  const recalled = npc.context.recall(text, meaning)?.outcomes.filter(({ weight }) => weight >= TAUGHT) ?? [];
  const first = recalled[0]?.outcome;
  const [id] = first?.entity === undefined ? [] : entitiesCalled(first.entity, npc.context.entities);
  return {
    about: (id === undefined ? undefined : npc.context.entities.get(id)) ?? null,
    answer: first?.answer ?? null,
  };
}

/** The tour's stop, if it is near; then the things that the speaker faces, the nearest first. Scenery is never meant. */
export function pointedAt(npc: Npc, speaker: Entity | null): Entity[] {
  const { entities } = npc.context;
  const from = speaker?.centre() ?? npc.eyes.position;
  const distance = ([x, , z]: readonly [number, number, number]) => Math.hypot(x - from[0], z - from[2]);
  const isNear = (thing: Entity) => distance(thing.centre()) < POINTED_RANGE;
  const stop = npc.stop === null ? undefined : entities.get(npc.stop);
  const faced = thingsOf(npc)
    .filter((thing) => thing !== stop && !thing.options.scenery && isNear(thing))
    .filter((thing) => !speaker || faces(speaker, thing.centre(), POINTED_ANGLE))
    .sort((a, b) => distance(a.centre()) - distance(b.centre()));
  return stop && isNear(stop) ? [stop, ...faced] : faced;
}

/** What can be talked about: whatever has something to say of itself, persons left out. */
export function thingsOf(npc: Npc): Entity[] {
  return [...npc.context.entities.all].filter((entity) => !isPerson(entity));
}

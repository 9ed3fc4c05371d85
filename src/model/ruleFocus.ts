/**
 * Focus without a model: who spoke to me or what they named, what makes a new loud noise, what
 * moved, who is near. It keeps an NPC alive while the model loads, restarts or is missing.
 */
import type { Focus, ModalityShares } from "./focus.js";
import type { EntityPercept, MessagePercept, NpcPercept, Percepts } from "./percepts.js";

/** Weight of "nothing": what draws less than this draws nobody. */
const NOTHING = 1;
/** What draws less than this does not draw at all. */
const FAINTEST = 1e-6;
const SPOKEN_TO = 4;
/** A thing that the line names outweighs who said it. */
const NAMED_THING = 2;
/** Of a line that calls another NPC by name, what remains for those who overhear it. */
const OVERHEARD = 0.25;
const CHAT_SECONDS = 8;
const NEW_SOUND = 3;
/** dB SPL: a quiet room, and the step that adds one NEW_SOUND. */
const QUIET_DB = 35;
const LOUD_STEP_DB = 25;
const SOUND_SECONDS = 2;
const EVENT = 3;
const EVENT_SECONDS = 1.5;
const NEAR_PERSON = 2;
const NEAR_THING = 0.5;
const NEAR_METRES = 3;

type Draw = { sight: number; hearing: number; chat: number };

/** One focus per NPC, in the order of `percepts.npcs`; the same percepts give the same focus. */
export function ruleFocus(percepts: Percepts): Focus[] {
  const line = percepts.messages.length - 1;
  return percepts.npcs.map((npc) => focusOf(npc, percepts, line));
}

function focusOf(npc: NpcPercept, percepts: Percepts, line: number): Focus {
  const { entities } = percepts;
  const draws: Draw[] = entities.map(() => ({ sight: 0, hearing: 0, chat: 0 }));
  const referents = drawOfChat(npc, percepts, line, draws);
  drawOfSounds(npc, percepts, draws);
  drawOfSight(npc, entities, draws);
  const weights = draws.map((draw, e) => {
    const weight = entities[e]!.id === npc.entity ? 0 : draw.sight + draw.hearing + draw.chat;
    return weight > FAINTEST ? weight : 0;
  });
  const total = weights.reduce((sum, weight) => sum + weight, NOTHING);
  const order = weights.map((_, e) => e).filter((e) => weights[e]! > 0);
  order.sort((a, b) => weights[b]! - weights[a]! || a - b);
  return {
    npc: npc.id,
    entities: order.map((e) => [entities[e]!.id, weights[e]! / total] as const),
    nothing: NOTHING / total,
    referents,
    shares: order.length > 0 ? sharesOf(draws[order[0]!]!) : { sight: 0, hearing: 0, chat: 0 },
    attention: null,
    source: "rules",
  };
}

/** Only the newest line that the NPC could read and did not say itself. Returns what the line names. */
function drawOfChat(npc: NpcPercept, percepts: Percepts, newest: number, draws: Draw[]): string[] {
  if (!npc.senses.chat) return [];
  const { entities, messages } = percepts;
  let at = newest;
  while (at >= 0 && !((npc.reads[at] ?? 0) > 0 && messages[at]!.speaker !== npc.entity)) at--;
  const message = messages[at];
  if (!message) return [];
  const weight = SPOKEN_TO * fade(message.secondsAgo, CHAT_SECONDS) * addressed(npc, percepts, message);
  const said = plain(message.text);
  const speaker = speakerOf(message, entities);
  const referents: string[] = [];
  entities.forEach((entity, e) => {
    if (entity === speaker) draws[e]!.chat += weight;
    else if (
      entity.id !== npc.entity &&
      entity.kind !== "npc" &&
      names(entity).some((name) => says(said, name))
    ) {
      draws[e]!.chat += weight * NAMED_THING;
      referents.push(entity.id);
    }
  });
  return referents;
}

/** The viewer speaks as "player", whatever id the body has. */
function speakerOf(message: MessagePercept, entities: readonly EntityPercept[]): EntityPercept | undefined {
  const byId = entities.find((entity) => entity.id === message.speaker);
  return (
    byId ?? (message.speaker === "player" ? entities.find((entity) => entity.kind === "player") : undefined)
  );
}

/** 2: called by name; 1: to nobody in particular; less: somebody else was called. */
function addressed(npc: NpcPercept, percepts: Percepts, message: MessagePercept): number {
  const said = plain(message.text);
  if (says(said, npc.name)) return 2;
  return percepts.npcs.some((other) => other.id !== npc.id && says(said, other.name)) ? OVERHEARD : 1;
}

function drawOfSounds(npc: NpcPercept, percepts: Percepts, draws: Draw[]): void {
  if (!npc.senses.hearing) return;
  percepts.sounds.forEach((sound, s) => {
    const loudness = Math.min(2, ((npc.hears[s] ?? 0) - QUIET_DB) / LOUD_STEP_DB);
    const e = percepts.entities.findIndex((entity) => entity.id === sound.entity);
    if (e < 0 || !(loudness > 0)) return;
    draws[e]!.hearing += NEW_SOUND * loudness * fade(sound.startedSecondsAgo, SOUND_SECONDS) * fresh(npc, e);
  });
}

function drawOfSight(npc: NpcPercept, entities: readonly EntityPercept[], draws: Draw[]): void {
  if (!npc.senses.sight) return;
  entities.forEach((entity, e) => {
    const sees = Math.min(1, npc.sees[e] ?? 0);
    if (!(sees > 0)) return;
    const event = entity.event ? EVENT * fade(entity.event.secondsAgo, EVENT_SECONDS) : 0;
    const person = entity.kind === "player" || entity.kind === "npc";
    const near = (person ? NEAR_PERSON : NEAR_THING) * fade(distance(npc, entity), NEAR_METRES);
    draws[e]!.sight += sees * (event + near) * fresh(npc, e);
  });
}

/** What has been attended to lately draws less. */
function fresh(npc: NpcPercept, e: number): number {
  const habituation = npc.habituation[e] ?? 0;
  return Number.isFinite(habituation) ? 1 - 0.8 * Math.min(1, Math.max(0, habituation)) : 1;
}

/** 1 at 0, and 0 for what is not a number. */
function fade(value: number, scale: number): number {
  return Number.isFinite(value) ? Math.exp(-Math.max(0, value) / scale) : 0;
}

function distance(npc: NpcPercept, entity: EntityPercept): number {
  const [x, y, z] = npc.eyes.position;
  return Math.hypot(entity.position[0] - x, entity.position[1] - y, entity.position[2] - z);
}

function names(entity: EntityPercept): readonly string[] {
  return [entity.label, ...entity.names];
}

/** Lower case, one space around each word, so that "vase" is not found in "vases". */
function plain(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  } `;
}

function says(said: string, name: string): boolean {
  const wanted = plain(name);
  return wanted.trim() !== "" && said.includes(wanted);
}

function sharesOf(draw: Draw): ModalityShares {
  const sum = draw.sight + draw.hearing + draw.chat;
  return { sight: draw.sight / sum, hearing: draw.hearing / sum, chat: draw.chat / sum };
}

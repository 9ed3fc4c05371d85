import type { Pose, Triple } from "../../world/vector.js";
import { BASIC_COLOURS, colourMemberships } from "../colour.js";
import { ENTITY_FEATURES, KINDS } from "../observation.js";
import { oklab } from "../oklab.js";
import type { EntityPercept, Percepts, SoundPercept } from "../percepts.js";
import type { WordTable } from "../text/wordTable.js";
import { aboutFeatures } from "./aboutRows.js";
import { askedFeatures } from "./askedRows.js";
import { descriptionCoverage, type Naming, nameCoverage, type Word } from "./dialogue.js";
import type { DialogueReading } from "./dialogueReading.js";
import { mentionFeatures, ownPhrases } from "./mentionRows.js";
import { rankFeatures } from "./ranks.js";
import { relationFeatures } from "./relationRows.js";
import { RowWriter } from "./rowWriter.js";
import { structureFeatures } from "./structureRows.js";
import { clamp, signedLog, softmax, type ViewFrame } from "./viewFrame.js";

export interface EntityContext {
  readonly entities: readonly EntityPercept[];
  /** Those whose look is only supposed. */
  readonly supposed: ReadonlySet<number>;
  readonly namings: readonly Naming[];
  readonly view: ViewFrame;
  /** The same, turned to where the last line says that it looks. */
  readonly spokenView: ViewFrame;
  readonly reading: DialogueReading;
  readonly table: WordTable;
  /** Null: nobody's gaze is known. */
  readonly viewer: Pose | null;
  /** Which entity is the viewer's body. */
  readonly body: string | null;
  readonly sounds: readonly SoundPercept[];
  readonly words: readonly Word[];
}

/** [E, ENTITY_FEATURES] */
export function entityRows(context: EntityContext): Float32Array {
  const { entities } = context;
  const rows = new RowWriter(ENTITY_FEATURES, Math.max(1, entities.length));
  const places = entities.map((entity) => context.view.toView(entity.position));
  const gaze = gazeFeatures(context, places);
  const ranked = rankFeatures(entities, places, context.view);
  const talk = talkFeatures(context);
  const said = saidFeatures(context);
  entities.forEach((entity, i) => {
    rows.row(i);
    rows.setAll(placeFeatures(entity, places[i], context.view));
    rows.setAll(gaze[i]);
    rows.setAll(ranked[i]);
    rows.setAll(bodyFeatures(entity));
    rows.setAll(lookFeatures(entity));
    rows.setAll(talk[i]);
    for (const features of said) rows.setAll(features[i]);
    rows.setAll(soundFeatures(entity, context.sounds));
    rows.set("supposed", context.supposed.has(i) ? 1 : 0);
    rows.set("viewersBody", entity.id === context.body ? 1 : 0);
  });
  return rows.data;
}

/** What the last line's phrases say of each entity, in several ways. */
function saidFeatures(context: EntityContext): Record<string, number>[][] {
  const { reading, entities } = context;
  const places = entities.map((entity) => context.spokenView.toView(entity.position));
  const own = ownPhrases(reading.last, entities.length);
  return [
    mentionFeatures(reading, entities, places, own),
    relationFeatures(reading, places, own),
    structureFeatures(entities, reading),
    aboutFeatures(reading.last, context.namings, context.table),
    askedFeatures(reading, entities, places, own),
  ];
}

function placeFeatures(entity: EntityPercept, [x, y, z]: Triple, view: ViewFrame): Record<string, number> {
  const across = Math.hypot(x, z);
  return {
    x: clamp(x / 10, -3, 3),
    y: clamp(y / 5, -3, 3),
    z: clamp(z / 10, -3, 3),
    logX: signedLog(x),
    logY: signedLog(y),
    logZ: signedLog(z),
    logDistance: signedLog(Math.hypot(x, y, z)),
    azimuthSin: across > 1e-6 ? x / across : 0,
    azimuthCos: across > 1e-6 ? z / across : 1,
    elevation: Math.atan2(y, across),
    logEast: signedLog(entity.position[0] - view.origin[0]),
    logNorth: signedLog(entity.position[2] - view.origin[2]),
  };
}

function gazeFeatures(context: EntityContext, places: readonly Triple[]): Record<string, number>[] {
  const viewer = context.viewer;
  if (!viewer) return places.map(() => ({}));
  const angles = context.entities.map((entity) => angleTo(viewer, entity.position));
  const shares = softmax(
    angles.map((angle, i) => (context.entities[i].id === context.body ? -50 : -angle / 0.1)),
  );
  return angles.map((angle, i) => ({
    gazeCosine: Math.cos(angle),
    gazeNarrow: Math.exp(-((angle / 0.12) ** 2)),
    gazeWide: Math.exp(-((angle / 0.4) ** 2)),
    gazeShare: shares[i],
  }));
}

function angleTo(viewer: Pose, point: Triple): number {
  const d = point.map((v, i) => v - viewer.position[i]);
  const length = Math.hypot(...d);
  if (length < 1e-6) return 0;
  const dot = (d[0] * viewer.forward[0] + d[1] * viewer.forward[1] + d[2] * viewer.forward[2]) / length;
  return Math.acos(clamp(dot, -1, 1));
}

function bodyFeatures(entity: EntityPercept): Record<string, number> {
  const kind = (KINDS as readonly string[]).includes(entity.kind) ? entity.kind : "other";
  const out: Record<string, number> = { [`kind:${kind}`]: 1 };
  if (entity.size) {
    out.sizeKnown = 1;
    const [w, h, d] = entity.size.map((v) => Math.log(v + 0.05) / 3);
    Object.assign(out, { logWidth: w, logHeight: h, logDepth: d });
  }
  if (entity.yaw !== null)
    Object.assign(out, { yawKnown: 1, yawSin: Math.sin(entity.yaw), yawCos: Math.cos(entity.yaw) });
  return out;
}

function lookFeatures(entity: EntityPercept): Record<string, number> {
  const out: Record<string, number> = {};
  const { colour, shape } = entity.appearance;
  if (colour) {
    Object.assign(out, {
      colourKnown: 1,
      red: colour[0],
      green: colour[1],
      blue: colour[2],
      lightness: oklab(colour)[0],
    });
    colourMemberships(colour).forEach((share, i) => {
      out[`colour:${BASIC_COLOURS[i]}`] = share;
    });
  }
  if (shape) out[`shape:${shape}`] = 1;
  if (entity.visible !== null) Object.assign(out, { visibleKnown: 1, visible: entity.visible });
  if (entity.event) {
    const { kind, secondsAgo } = entity.event;
    out[`event:${kind}:now`] = Math.exp(-secondsAgo / 1.5);
    out[`event:${kind}:lately`] = Math.exp(-secondsAgo / 6);
  }
  return out;
}

function talkFeatures(context: EntityContext): Record<string, number>[] {
  const last = context.words.filter((word) => word.last).map((word) => word.text);
  const earlier = context.words.filter((word) => !word.last).map((word) => word.text);
  const spoke = (wanted: boolean) => context.words.find((word) => word.last === wanted)?.message;
  const namedLast = context.namings.map((naming) => (last.length ? nameCoverage(last, naming) : 0));
  const namedEarlier = context.namings.map((naming) => (earlier.length ? nameCoverage(earlier, naming) : 0));
  const lastShares = shares(namedLast);
  const earlierShares = shares(namedEarlier);
  return context.entities.map((entity, i) => ({
    spokeLast: isSpeaker(entity, spoke(true)?.speaker, context.body)
      ? Math.exp(-(spoke(true)?.secondsAgo ?? 0) / 10)
      : 0,
    spokeEarlier: isSpeaker(entity, spoke(false)?.speaker, context.body) ? 1 : 0,
    namedLast: namedLast[i],
    namedLastShare: lastShares[i],
    describedLast: last.length ? descriptionCoverage(last, context.namings[i]) : 0,
    namedEarlier: namedEarlier[i],
    namedEarlierShare: earlierShares[i],
  }));
}

/** The part of each in the sum of fourth powers: near 1 for the one that is named best. */
function shares(values: readonly number[]): number[] {
  const powers = values.map((value) => value ** 4);
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((value) => (sum > 0 ? value / sum : 0));
}

/** Speaker "player" is the viewer. */
export function isSpeaker(entity: EntityPercept, speaker: string | undefined, body: string | null): boolean {
  if (speaker === undefined) return false;
  return entity.id === speaker || (speaker === "player" && entity.id === body);
}

/** Nearer than this to the viewer's eyes, horizontally, a person is the viewer's own body, metres. */
const BODY_RADIUS = 0.3;

/** The entity that is the viewer's body: as stated, else the person that stands where the viewer's eyes are. */
export function viewersBody({ viewer, viewerEntity, entities }: Percepts): string | null {
  if (viewerEntity || !viewer) return viewerEntity ?? null;
  const [x, , z] = viewer.position;
  const isThere = ({ kind, position }: EntityPercept) =>
    (kind === "player" || kind === "npc") && Math.hypot(position[0] - x, position[2] - z) < BODY_RADIUS;
  return entities.find(isThere)?.id ?? null;
}

function soundFeatures(entity: EntityPercept, sounds: readonly SoundPercept[]): Record<string, number> {
  const own = sounds.filter((sound) => sound.entity === entity.id);
  if (own.length === 0) return {};
  const over = (s: SoundPercept) =>
    s.durationSeconds === null ? 0 : Math.max(0, s.startedSecondsAgo - s.durationSeconds);
  const newest = own.reduce((a, b) => (b.startedSecondsAgo < a.startedSecondsAgo ? b : a));
  return {
    sounding: own.some((sound) => over(sound) === 0) ? 1 : 0,
    soundLevel: Math.max(...own.map((sound) => sound.levelDb)) / 100,
    soundOnset: Math.exp(-newest.startedSecondsAgo / 1.5),
    soundOver: clamp(Math.min(...own.map(over)) / 10, 0, 1),
  };
}

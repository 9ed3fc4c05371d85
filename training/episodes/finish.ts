/** From a simulated scene to the case that a system sees: fields that the words do not need go missing at random. */
import { direction, offSight, roundTriple } from "./geometry.js";
import { centreOf, type Scene, type Thing } from "./scene.js";
import type { CaseEntity, Episode, Expected, FocusCase } from "./types.js";

/** What the words lean on, and so may not go missing. */
export type Field = "names" | "colour" | "shape" | "size" | "description" | "viewer" | "npc" | "kind";

function entity(thing: Thing, keep: (field: Field) => boolean): CaseEntity {
  const out: CaseEntity = { id: thing.id, position: roundTriple(thing.position) };
  if (keep("kind")) out.kind = thing.kind;
  if (keep("names")) {
    out.label = thing.label;
    if (thing.names.length > 1 || thing.names[0] !== thing.label) out.names = [...thing.names];
  }
  if (thing.description && keep("description")) out.description = thing.description;
  if (thing.hex && keep("colour")) out.colour = thing.hex;
  if (thing.shape && keep("shape")) out.shape = thing.shape;
  if (keep("size")) out.size = roundTriple(thing.size);
  if (thing.yaw !== null) out.yaw = Math.round(thing.yaw * 1000) / 1000;
  return out;
}

/** How often a field is missing from the whole scene where it may be. */
const MISSING: Record<Field, number> = {
  names: 0.12,
  colour: 0.15,
  shape: 0.3,
  size: 0.25,
  description: 0.4,
  viewer: 0.12,
  npc: 0.15,
  kind: 0.15,
};

export function finish(scene: Scene, expected: Expected, needs: Iterable<Field>): Episode {
  const random = scene.random;
  const needed = new Set(needs);
  const gone = new Set<Field>();
  for (const field of Object.keys(MISSING) as Field[])
    if (!needed.has(field) && random.chance(MISSING[field])) gone.add(field);
  // A scene without any name, colour and description says nothing to anyone.
  if (gone.has("names") && gone.has("colour")) gone.delete("names");
  if (gone.has("kind") && scene.things.some((t) => t.person)) gone.delete("kind");
  const keep = (field: Field) => !gone.has(field);
  const out: FocusCase = { id: "", task: "focus", entities: scene.things.map((t) => entity(t, keep)) };
  if (scene.viewer && keep("viewer"))
    out.viewer = { position: roundTriple(scene.viewer.position), forward: roundTriple(scene.viewer.forward) };
  if (scene.npc && (keep("npc") || scene.npcThing)) {
    out.npc = {
      ...scene.npc,
      position: roundTriple(scene.npc.position),
      forward: roundTriple(scene.npc.forward),
    };
  }
  if (scene.chat.length > 0)
    out.chat = scene.chat.map((l) => ({ ...l, secondsAgo: Math.round(l.secondsAgo * 100) / 100 }));
  if (scene.sounds.length > 0)
    out.sounds = scene.sounds.map((s) => ({
      ...s,
      levelDb: Math.round(s.levelDb),
      startedSecondsAgo: Math.round(s.startedSecondsAgo * 100) / 100,
      durationSeconds: Math.round(s.durationSeconds * 100) / 100,
    }));
  if (scene.events.length > 0)
    out.events = scene.events.map((e) => ({ ...e, secondsAgo: Math.round(e.secondsAgo * 100) / 100 }));
  if (scene.senses) out.senses = scene.senses;
  return { case: out, expected };
}

/** How many radians a thing is off the viewer's line of sight. */
export const offGaze = (scene: Scene, thing: Thing): number => offSight(scene.viewer!, centreOf(thing));

/** Turns the viewer's head straight at a thing, with a slight error. */
export function gazeAt(scene: Scene, thing: Thing): void {
  if (!scene.viewer) return;
  const at = centreOf(thing);
  const d = direction(scene.viewer.position, at);
  const wobble = () => scene.random.between(-0.02, 0.02);
  const v = [d[0] + wobble(), d[1] + wobble(), d[2] + wobble()] as const;
  const n = Math.hypot(...v);
  scene.viewer.forward = [v[0] / n, v[1] / n, v[2] / n];
}

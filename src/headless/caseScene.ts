/** A bench case as a real scene with the product attached to it: one moment, brought about as it came about. */
import { FreeCamera } from "@babylonjs/core/Cameras/freeCamera.js";
import type { AbstractEngine } from "@babylonjs/core/Engines/abstractEngine.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import type { Npc } from "../mind/npc.js";
import type { Percepts, Task } from "../model/percepts.js";
import { Perception } from "../perception.js";
import type { DecisionMaker } from "../perceptionOptions.js";
import type { Entity, EntityOptions } from "../world/entity.js";
import { EYE_HEIGHT } from "../world/nodeEntity.js";
import type { Pose } from "../world/vector.js";
import { buildBody, buildSurroundings } from "./bodies.js";
import { viewOfAll } from "./casePlaces.js";
import { DESCRIBED_SAMPLE_RATE, describedPcm } from "./describedSound.js";
import { type CaseEntity, type FocusCase, optional, SENSE_NAMES } from "./focusCase.js";
import { seededRandom } from "./seededRandom.js";
import { statedOptions } from "./statedOptions.js";

export interface CaseOptions {
  /** "attributes": colour and shape as stated. "frame": from pixels alone; needs an engine that draws. */
  readonly sight: "attributes" | "frame";
  /** Keeps labels and names back too. */
  readonly withholdNames: boolean;
}

export interface StagedCase {
  readonly scene: Scene;
  readonly perception: Perception;
  readonly npc: Npc;
  /** What the senses deliver at the moment of the decision. */
  perceive(): Promise<Percepts>;
  dispose(): void;
}

/** The case is only observed; whoever asks decides. */
const UNDECIDED: DecisionMaker = { start: async () => null, decide: async () => null, dispose: () => {} };
/** The moment of the decision on the perception's clock; far enough from 0 for any past. */
const MOMENT = 10_000;
/** For how long the NPC has attended to what it attends to. */
const CURRENT_SECONDS = 1;
const STEP = 0.1;
/** Looks for a frame before it counts as failed, and how many of them there are to one drawing. */
const PATIENCE = 4000;
const REDRAW = 40;
const FIELD_OF_VIEW = 0.8;
/** A player's body this near to the viewer, horizontally, is the viewer's own. */
const OWN_BODY = 0.3;
const TASKS: Record<string, Task> = { touring: "leading", talking: "answering", idle: "idle" };

/** @throws RangeError if the case names something that is not there. */
export async function stageCase(
  engine: AbstractEngine,
  focusCase: FocusCase,
  options: CaseOptions,
): Promise<StagedCase> {
  const clock = { now: MOMENT };
  const scene = new Scene(engine);
  try {
    buildSurroundings(scene, focusCase.entities);
    placeCamera(scene, focusCase);
    const perception = await Perception.attach(scene, {
      clock: () => clock.now,
      random: seededRandom(1),
      decisionMaker: UNDECIDED,
      automatic: false,
      // The lines of a case are those that its listener has read, wherever they were said.
      chat: { range: Number.POSITIVE_INFINITY },
      sight: { capture: options.sight === "frame" ? "auto" : "none", raysPerFrame: Number.MAX_SAFE_INTEGER },
    });
    addEntities(scene, perception, focusCase, options);
    placePlayer(perception, focusCase);
    const self = placeNpc(scene, perception, focusCase);
    if (options.sight === "frame") await scene.whenReadyAsync();
    liveThrough(pastOf(perception, self, focusCase), clock, perception);
    const npc = wakeNpc(perception, self, focusCase);
    const framed = options.sight === "frame";
    return {
      scene,
      perception,
      npc,
      perceive: async () => (framed ? untilFrame(scene, perception, clock) : perceive(scene, perception)),
      dispose: () => scene.dispose(),
    };
  } catch (error) {
    scene.dispose();
    throw error;
  }
}

function placeCamera(scene: Scene, { camera, viewer, entities }: FocusCase): void {
  const pose = camera ?? viewer ?? viewOfAll(entities);
  const node = new FreeCamera("camera", new Vector3(...pose.position), scene);
  node.fov = FIELD_OF_VIEW;
  node.minZ = 0.05;
  node.maxZ = 300;
  node.setTarget(new Vector3(...pose.position).add(new Vector3(...pose.forward)));
  scene.activeCamera = node;
}

function addEntities(scene: Scene, perception: Perception, focusCase: FocusCase, options: CaseOptions): void {
  for (const entity of focusCase.entities) {
    perception.entities.add(buildBody(scene, entity), entityOptions(entity, options));
  }
}

function entityOptions(entity: CaseEntity, { sight, withholdNames }: CaseOptions): EntityOptions {
  const { label, names, colour, shape, ...rest } = entity;
  return statedOptions({
    ...rest,
    ...(withholdNames ? {} : { ...optional("label", label), ...optional("names", names) }),
    ...(sight === "attributes" ? { ...optional("colour", colour), ...optional("shape", shape) } : {}),
  });
}

/** The entity that is the viewer's own body becomes the player. */
function placePlayer(perception: Perception, { viewer, entities }: FocusCase): void {
  if (!viewer) return;
  const body = entities.find(
    ({ kind, position }) =>
      kind === "player" &&
      Math.hypot(position[0] - viewer.position[0], position[2] - viewer.position[2]) <= OWN_BODY,
  );
  perception.setPlayer(body ? (perception.entities.get(body.id)?.node ?? null) : null);
}

/** The NPC's body, which takes no part yet: it could be startled by what is past. */
function placeNpc(scene: Scene, perception: Perception, focusCase: FocusCase): Entity {
  const { npc } = focusCase;
  const pose = npcPose(focusCase);
  const known = npc?.id === undefined ? undefined : perception.entities.get(npc.id);
  const root = known?.node ?? new TransformNode("npc", scene);
  root.position.set(...pose.position);
  root.rotation.y = Math.atan2(pose.forward[0], pose.forward[2]);
  root.computeWorldMatrix(true);
  const label = optional("label", npc?.name);
  return known ?? perception.entities.add(root, { kind: "npc", ...label, ...optional("id", npc?.id) });
}

function wakeNpc(perception: Perception, self: Entity, focusCase: FocusCase): Npc {
  const { npc, senses } = focusCase;
  const [sight, hearing, chat] = SENSE_NAMES.map((sense) => senses.includes(sense));
  const woken = perception.addNpc(self.node, {
    ...optional("name", npc?.name),
    senses: { sight, hearing, chat },
  });
  woken.gaze.headPitch = -Math.asin(npcPose(focusCase).forward[1]);
  woken.task = TASKS[npc?.task ?? "idle"] ?? "idle";
  if (npc?.current === undefined) return woken;
  woken.attend(entityOf(perception, npc.current, "npc.current"));
  for (let waited = 0; waited < CURRENT_SECONDS; waited += STEP) woken.update(STEP);
  return woken;
}

/** At the feet. An NPC of which no place is stated stands where it has everything in view. */
function npcPose({ npc, camera, viewer, entities }: FocusCase): Pose {
  if (npc?.position) return { position: npc.position, forward: npc.forward ?? [0, 0, 1] };
  const { position, forward } = camera ?? viewer ?? viewOfAll(entities);
  return { position: [position[0], position[1] - EYE_HEIGHT, position[2]], forward: npc?.forward ?? forward };
}

interface Past {
  readonly secondsAgo: number;
  happen(now: number): void;
}

function pastOf(perception: Perception, self: Entity, focusCase: FocusCase): Past[] {
  const past: Past[] = [];
  for (const { speaker, text, secondsAgo } of focusCase.chat) {
    past.push({ secondsAgo, happen: () => speak(perception, self, focusCase, speaker, text) });
  }
  for (const [seed, sound] of focusCase.sounds.entries()) {
    past.push({ secondsAgo: sound.startedSecondsAgo, happen: (now) => sounds(perception, sound, seed, now) });
  }
  for (const { entity, event, secondsAgo } of focusCase.events) {
    const happen = (now: number) => {
      entityOf(perception, entity, "events").event = { kind: event, at: now };
    };
    past.push({ secondsAgo, happen });
  }
  return past.sort((a, b) => b.secondsAgo - a.secondsAgo);
}

function speak(
  perception: Perception,
  self: Entity,
  focusCase: FocusCase,
  speaker: string,
  text: string,
): void {
  if (speaker === "npc") perception.chat.say({ speaker: self, text });
  else if (speaker !== "player") perception.chat.say({ speaker, text });
  else {
    // Where both places are stated, distance counts.
    const place = focusCase.npc?.position ? focusCase.viewer?.position : undefined;
    perception.chat.say({
      speaker: perception.playerEntity ?? "player",
      text,
      ...optional("position", place),
    });
  }
}

function sounds(
  perception: Perception,
  described: FocusCase["sounds"][number],
  seed: number,
  now: number,
): void {
  const { sound, levelDb, durationSeconds = null, entity, position } = described;
  const pcm = describedPcm(sound, seed);
  const owner = entity === undefined ? {} : { entity: entityOf(perception, entity, "sounds") };
  const place = optional("position", position);
  perception.hearing.emit(
    { levelDb, durationSeconds, pcm, sampleRate: DESCRIBED_SAMPLE_RATE, ...owner, ...place },
    now,
  );
}

function entityOf(perception: Perception, id: string, field: string): Entity {
  const entity = perception.entities.get(id);
  if (!entity) throw new RangeError(`case.${field}: "${id}" is no entity of this case`);
  return entity;
}

/**
 * Renders until a frame has arrived.
 * @returns the percepts with that frame, and with all samples of sounds, which are handed out once
 * @throws Error if none arrives
 */
async function untilFrame(scene: Scene, perception: Perception, clock: { now: number }): Promise<Percepts> {
  const { sounds } = perceive(scene, perception);
  for (let look = 0; look < PATIENCE; look++) {
    // Drawing more than one capture needs would only keep the GPU from it.
    if (look % REDRAW === 0) draw(scene);
    // A capture that met an unfinished shader was given up; the next one is due after a while.
    if (look > 0 && look % (5 * REDRAW) === 0) clock.now += STEP;
    perception.update(0);
    const percepts = perception.percepts();
    if (percepts.frame) return { ...percepts, sounds };
    await new Promise((done) => setTimeout(done, 2));
  }
  throw new Error("no frame arrived: does this engine draw?");
}

function draw(scene: Scene): void {
  const engine = scene.getEngine();
  engine.beginFrame();
  scene.render();
  engine.endFrame();
}

/** One frame, and what it brings. */
function perceive(scene: Scene, perception: Perception): Percepts {
  draw(scene);
  perception.update(0);
  return perception.percepts();
}

/** Plays the past in order; the clock ends at the moment of the decision. */
function liveThrough(past: readonly Past[], clock: { now: number }, perception: Perception): void {
  for (const { secondsAgo, happen } of past) {
    clock.now = MOMENT - secondsAgo;
    perception.update(0);
    happen(clock.now);
  }
  clock.now = MOMENT;
  perception.update(0);
}

import { FreeCamera } from "@babylonjs/core/Cameras/freeCamera.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Npc } from "../mind/npc.js";
import type { Perception } from "../perception.js";
import type { Entity } from "../world/entity.js";
import { buildBody, buildSurroundings } from "./bodies.js";
import { viewOfAll } from "./casePlaces.js";
import type { CaseEntity } from "./focusCase.js";
import { buildNpcBody, type NpcBody } from "./npcBody.js";
import { PlayerBody } from "./playerBody.js";
import type { Scenario, ScenarioNpc } from "./scenario.js";
import { giveBehaviours } from "./scenarioBehaviours.js";
import { statedOptions } from "./statedOptions.js";

export interface StageOptions {
  /** Makes an NPC's body. Default: a plain one. */
  readonly buildNpc?: (scene: Scene, npc: ScenarioNpc) => NpcBody;
  /** Things, floor, light and camera are there already: nothing is built. Default false. */
  readonly furnished?: boolean;
}

/** Who and what a scenario has in its scene, found by id. */
export class ScenarioStage {
  readonly players = new Map<string, PlayerBody>();
  readonly npcs = new Map<string, Npc>();
  private readonly hidden = new Map<string, { node: TransformNode; entity: CaseEntity }>();

  /** @throws RangeError if something of the scenario does not fit the scene. */
  constructor(
    private readonly scenario: Scenario,
    private readonly scene: Scene,
    private readonly perception: Perception,
    private readonly options: StageOptions,
  ) {
    this.addEntities();
    this.addPlayers();
    for (const npc of scenario.npcs) this.npcs.set(npc.id, this.addNpc(npc));
    // Behaviours may look for what the scene holds: last.
    for (const npc of scenario.npcs) giveBehaviours(this.npcs.get(npc.id)!, npc, scenario);
  }

  /** What was hidden until it appears is there from now on. */
  reveal(id: string): void {
    const hidden = this.hidden.get(id);
    if (!hidden) return;
    this.hidden.delete(id);
    hidden.node.setEnabled(true);
    this.perception.entities.add(hidden.node, statedOptions(hidden.entity));
  }

  /** With a warning where it is not there. */
  entity(id: string): Entity | undefined {
    const entity = this.perception.entities.get(id);
    if (!entity) this.perception.warn(`scenario: "${id}" is not there (yet)`);
    return entity;
  }

  /** @throws RangeError if it is no player. */
  player(id: string): PlayerBody {
    const player = this.players.get(id);
    if (!player) throw new RangeError(`scenario: "${id}" is no player`);
    return player;
  }

  /** @throws RangeError if it is not there. */
  nodeOf(id: string): TransformNode {
    const node =
      this.players.get(id)?.root ?? this.hidden.get(id)?.node ?? this.perception.entities.get(id)?.node;
    if (!node) throw new RangeError(`scenario: "${id}" is not there`);
    return node;
  }

  /** The middle of a thing, the eyes of a person. */
  aimAt(node: TransformNode): Vector3 {
    const entity = this.perception.entities.of(node);
    const npc = entity && this.npcs.get(entity.id);
    if (npc) return Vector3.FromArray([...npc.eyes.position]);
    return entity ? Vector3.FromArray([...entity.centre()]) : node.getAbsolutePosition();
  }

  private addEntities(): void {
    const { scenario, scene, options } = this;
    const appearing = new Set<string>();
    for (const { actions } of scenario.timeline) {
      for (const action of actions)
        if (action.type === "event" && action.event === "appears") appearing.add(action.entity);
    }
    if (!options.furnished) buildSurroundings(scene, scenario.entities);
    for (const entity of scenario.entities) {
      const known = options.furnished ? scene.getTransformNodeByName(entity.id) : null;
      const node = known ?? buildBody(scene, entity);
      if (appearing.has(entity.id)) {
        node.setEnabled(false);
        this.hidden.set(entity.id, { node, entity });
      } else if (!this.perception.entities.of(node))
        this.perception.entities.add(node, statedOptions(entity));
    }
  }

  private addPlayers(): void {
    const { scenario, scene, perception } = this;
    for (const { id, name, position, forward, eyeHeight } of scenario.players) {
      const player = new PlayerBody(scene, id, position, forward, eyeHeight);
      perception.entities.add(player.root, { id, kind: "player", label: name });
      this.players.set(id, player);
    }
    const [first] = this.players.values();
    if (first) perception.setPlayer(first.root);
    if (this.options.furnished && scene.activeCamera) return;
    scene.activeCamera = this.makeCamera(first ?? null);
  }

  private makeCamera(player: PlayerBody | null): FreeCamera {
    const camera = new FreeCamera("player's view", Vector3.Zero(), this.scene);
    camera.fov = 0.8;
    camera.minZ = 0.05;
    if (player) camera.parent = player.eyes;
    else {
      const { position, forward } = viewOfAll(this.scenario.entities);
      camera.position.set(...position);
      camera.setTarget(camera.position.add(new Vector3(...forward)));
    }
    return camera;
  }

  private addNpc(npc: ScenarioNpc): Npc {
    const build = this.options.buildNpc ?? buildPlainNpc;
    const { root, bones } = build(this.scene, npc);
    const { id, name, eyeHeight, role } = npc;
    this.perception.entities.add(root, { id, kind: "npc", label: name });
    return this.perception.addNpc(root, { id, name, bones, eyeHeight, ...(role ? { role } : {}) });
  }
}

function buildPlainNpc(scene: Scene, { id, position, forward, eyeHeight }: ScenarioNpc): NpcBody {
  return buildNpcBody(scene, id, position, forward, eyeHeight);
}

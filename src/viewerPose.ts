import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { Entity } from "./world/entity.js";
import { EYE_HEIGHT } from "./world/nodeEntity.js";
import type { Pose } from "./world/vector.js";

/** The player's eyes: the active camera, else the player's body; null if there is neither. */
export function viewerPose(scene: Scene, player: Entity | null): Pose | null {
  const camera = scene.activeCamera ?? scene.frameGraph?.findMainCamera() ?? null;
  const node = camera ?? player?.node;
  if (!node) return null;
  const position = camera ? camera.globalPosition : node.getWorldMatrix().getTranslation();
  const forward = node.getDirection(Vector3.Forward());
  const pose: Pose = {
    position: [position.x, position.y + (camera ? 0 : EYE_HEIGHT), position.z],
    forward: [forward.x, forward.y, forward.z],
  };
  return [...pose.position, ...pose.forward].every(Number.isFinite) ? pose : null;
}

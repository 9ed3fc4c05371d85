import type { AbstractEngine } from "@babylonjs/core/Engines/abstractEngine.js";
import { ImageProcessingConfiguration } from "@babylonjs/core/Materials/imageProcessingConfiguration.js";
import { Color4 } from "@babylonjs/core/Maths/math.color.js";
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";
import { Scene } from "@babylonjs/core/scene.js";
import { type Building, buildMuseum } from "./art/building.js";
import { buildExhibits, type Exhibit } from "./art/exhibits/exhibits.js";
import { type Lights, lightMuseum } from "./art/light.js";
import { Materials } from "./art/materials.js";
import { hangPaintings, type Painting } from "./art/paintings.js";
import { Modeller } from "./art/shapes.js";
import { type Stanchion, setStanchions } from "./art/stanchions.js";
import { animateTurnings, swinging } from "./art/turnings.js";
import { type Obstacle, obstaclesOf } from "./player/obstacles.js";
import type { Settings } from "./settings.js";

export interface Museum {
  readonly scene: Scene;
  readonly materials: Materials;
  readonly building: Building;
  readonly exhibits: readonly Exhibit[];
  readonly stanchions: readonly Stanchion[];
  readonly paintings: readonly Painting[];
  readonly lights: Lights;
  readonly obstacles: readonly Obstacle[];
  /** Struck: it swings for some seconds. */
  swingBell(): void;
  /** Lets these throw a shadow. */
  castShadow(meshes: readonly AbstractMesh[]): void;
}

/** The whole building with its pieces, lit. Nobody in it yet. `progress`: 0..1. */
export async function openMuseum(
  engine: AbstractEngine,
  settings: Settings,
  progress: (share: number) => void,
): Promise<Museum> {
  const scene = new Scene(engine);
  scene.clearColor = new Color4(0.02, 0.018, 0.016, 1);
  scene.skipPointerMovePicking = true;
  scene.autoClear = true;
  const cheap = settings.quality === "low";
  Modeller.detail = cheap ? 0.4 : 1;
  const materials = new Materials(scene, cheap);
  const breathe = (share: number) => {
    progress(share);
    return new Promise((done) => setTimeout(done, 0));
  };
  const lights = lightMuseum(scene, cheap);
  tone(scene.imageProcessingConfiguration);
  await breathe(0.15);
  const building = buildMuseum(scene, materials);
  await breathe(0.45);
  const exhibits = buildExhibits(scene, materials, building);
  await breathe(0.8);
  const paintings = hangPaintings(scene, materials);
  const stanchions = setStanchions(scene, materials);
  animateTurnings(
    scene,
    exhibits.flatMap((exhibit) => exhibit.turnings),
  );
  const castShadow = (meshes: readonly AbstractMesh[]) => {
    if (!lights.shadows) return;
    for (const mesh of meshes) {
      mesh.receiveShadows = true;
      lights.shadows.addShadowCaster(mesh, false);
    }
  };
  castShadow(building.solid);
  castShadow(standing(scene, exhibits));
  castShadow(stanchions.flatMap((stanchion) => stanchion.node.getChildMeshes()));
  for (const mesh of [
    ...building.shell,
    ...paintings.flatMap((p) => p.node.getChildMeshes()),
    building.floor,
  ])
    mesh.receiveShadows = true;
  freeze([
    ...building.shell,
    ...building.solid,
    building.floor,
    ...paintings.flatMap((p) => p.node.getChildMeshes()),
    ...standing(
      scene,
      exhibits.filter(({ turnings, entry }) => turnings.length === 0 && entry.id !== "bell"),
    ),
  ]);
  await breathe(1);
  return {
    scene,
    materials,
    building,
    exhibits,
    paintings,
    stanchions,
    lights,
    obstacles: obstaclesOf(exhibits),
    castShadow,
    swingBell: swinging(scene, "bell body"),
  };
}

function tone(image: ImageProcessingConfiguration): void {
  image.toneMappingEnabled = true;
  image.toneMappingType = ImageProcessingConfiguration.TONEMAPPING_ACES;
  image.exposure = 1.12;
  image.contrast = 1.12;
}

/** Pieces and their stands, without labels and contact shadows. */
function standing(scene: Scene, exhibits: readonly Exhibit[]): AbstractMesh[] {
  const pieces = exhibits.flatMap((exhibit) => exhibit.node.getChildMeshes());
  const stands = exhibits.flatMap(
    (exhibit) => scene.getTransformNodeByName(`${exhibit.entry.id} stand`)?.getChildMeshes() ?? [],
  );
  return [...pieces, ...stands.filter((mesh) => !/label|contact/.test(mesh.material?.name ?? ""))];
}

/** What never moves. */
function freeze(meshes: readonly AbstractMesh[]): void {
  for (const mesh of meshes) {
    mesh.freezeWorldMatrix();
    mesh.doNotSyncBoundingInfo = true;
  }
}

/** What walls can hide, with the stands under the pieces. For drawThroughDoorsOnly. */
export function hideable(museum: Museum): TransformNode[] {
  const { scene, exhibits, stanchions, paintings } = museum;
  const stands = exhibits.flatMap(({ entry }) => scene.getTransformNodeByName(`${entry.id} stand`) ?? []);
  return [...[...exhibits, ...stanchions, ...paintings].map(({ node }) => node), ...stands];
}

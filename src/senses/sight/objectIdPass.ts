import { Constants } from "@babylonjs/core/Engines/constants.js";
import { ShaderLanguage } from "@babylonjs/core/Materials/shaderLanguage.js";
import { ShaderMaterial } from "@babylonjs/core/Materials/shaderMaterial.js";
import { RenderTargetTexture } from "@babylonjs/core/Materials/Textures/renderTargetTexture.js";
import { Color4 } from "@babylonjs/core/Maths/math.color.js";
import type { AbstractMesh } from "@babylonjs/core/Meshes/abstractMesh.js";
import type { Mesh } from "@babylonjs/core/Meshes/mesh.js";
import type { SubMesh } from "@babylonjs/core/Meshes/subMesh.js";
import type { SmartArray } from "@babylonjs/core/Misc/smartArray.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { ID_MAP_HEIGHT, ID_MAP_WIDTH } from "../../model/observation.js";
import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import { hidesWhatIsBehind, isShown } from "./seeThrough.js";

/** Name of the pass in Babylon's shader store. */
const OBJECT_ID_SHADER = "perceptionObjectId";

/**
 * Draws the scene once more, small, each entity in the flat colour of its number, as the player's camera sees it.
 * It draws by a render function of its own, so that no mesh or material of the user's is touched.
 */
export class ObjectIdPass {
  readonly target: RenderTargetTexture;
  /** The entities by number, as of the pass drawn last: colour n + 1 shows numbered[n]. */
  numbered: readonly Entity[] = [];
  /** False if something could not be drawn yet (its shader still compiles): the map is not to be trusted. */
  complete = false;
  private readonly material: ShaderMaterial;
  private readonly numbers = new Map<Entity, number>();

  constructor(
    private readonly scene: Scene,
    private readonly entities: EntityRegistry,
  ) {
    this.material = makeMaterial(scene);
    this.target = makeTarget(scene);
    this.target.renderListPredicate = (mesh) => this.shows(mesh);
    this.target.customIsReadyFunction = () => true;
    this.target.customRenderFunction = (...lists) => this.drawAll(lists.slice(0, 4) as SmartArray<SubMesh>[]);
  }

  /** Has the pass drawn with the next frame, from the camera that the player looks through. */
  request(): void {
    this.numbered = [...this.entities.all];
    this.numbers.clear();
    for (let i = 0; i < this.numbered.length; i++) this.numbers.set(this.numbered[i], i + 1);
    this.target.activeCamera = this.scene.activeCameras?.[0] ?? null;
    if (!this.scene.customRenderTargets.includes(this.target))
      this.scene.customRenderTargets.push(this.target);
    this.target.resetRefreshCounter();
  }

  dispose(): void {
    this.target.dispose();
    this.material.dispose();
    this.numbers.clear();
    this.numbered = [];
  }

  private shows(mesh: AbstractMesh): boolean {
    if (!isShown(mesh) || mesh.infiniteDistance || mesh.getClassName() === "LinesMesh") return false;
    return this.numberOf(mesh) > 0 || hidesWhatIsBehind(mesh);
  }

  /** 0: no entity. A level of detail counts for the mesh that it stands in for. */
  private numberOf(mesh: AbstractMesh): number {
    const standsFor = (mesh as AbstractMesh & { _masterMesh?: Mesh | null })._masterMesh ?? mesh;
    const entity = this.entities.of(standsFor);
    return entity ? (this.numbers.get(entity) ?? 0) : 0;
  }

  private drawAll(lists: readonly SmartArray<SubMesh>[]): void {
    this.complete = true;
    this.scene.getEngine().setAlphaMode(Constants.ALPHA_DISABLE);
    for (const list of lists) for (let i = 0; i < list.length; i++) this.draw(list.data[i]);
  }

  private draw(subMesh: SubMesh): void {
    const source = subMesh.getRenderingMesh();
    const mesh = subMesh.getEffectiveMesh();
    mesh._internalAbstractMeshDataInfo._isActiveIntermediate = false;
    if (subMesh.verticesCount === 0 || subMesh._renderId === this.scene.getRenderId()) return;
    const batch = source._getInstancesRenderList(subMesh._id, !!subMesh.getReplacementMesh());
    if (batch.mustReturn) return;
    const instances = batch.visibleInstances[subMesh._id] ?? [];
    const drawn = [...(batch.renderSelf[subMesh._id] ? [mesh] : []), ...instances];
    // Instances of different entities are drawn one by one, the rest as one batch.
    const mixed =
      instances.length > 0 && drawn.some((each) => this.numberOf(each) !== this.numberOf(drawn[0]));
    const batched = source.hasThinInstances || (instances.length > 0 && !mixed);
    if (!this.material.isReady(mesh, batched, subMesh) || !subMesh.effect) {
      this.complete = false;
      return;
    }
    subMesh._renderId = this.scene.getRenderId();
    this.drawReady(subMesh, source, mesh, drawn, batched);
  }

  private drawReady(
    subMesh: SubMesh,
    source: Mesh,
    mesh: AbstractMesh,
    drawn: readonly AbstractMesh[],
    batched: boolean,
  ): void {
    const engine = this.scene.getEngine();
    const wrapper = subMesh._getDrawWrapper();
    const effect = subMesh.effect;
    if (!wrapper || !effect) return;
    this.cull(subMesh, source, mesh);
    engine.enableEffect(wrapper);
    if (!batched) source._bind(subMesh, effect, Constants.MATERIAL_TriangleFillMode);
    this.material.bindForSubMesh(mesh.getWorldMatrix(), mesh as Mesh, subMesh);
    const paint = (number: number) => effect.setFloat2("objectId", (number & 255) / 255, (number >> 8) / 255);
    paint(this.numberOf(drawn[0] ?? mesh));
    let next = 0;
    const batch = source._getInstancesRenderList(subMesh._id, !!subMesh.getReplacementMesh());
    const fill = Constants.MATERIAL_TriangleFillMode;
    source._processRendering(mesh, subMesh, effect, fill, batch, batched, (_, world) => {
      effect.setMatrix("world", world);
      paint(this.numberOf(drawn[next++] ?? mesh));
    });
  }

  /** As the mesh's own material culls, so that a wall seen through in the picture is seen through here. */
  private cull(subMesh: SubMesh, source: Mesh, mesh: AbstractMesh): void {
    const material = subMesh.getMaterial() ?? this.scene.defaultMaterial;
    const mirrored = mesh._getWorldMatrixDeterminant() < 0;
    const clockwise =
      material._getEffectiveOrientation(source) === Constants.MATERIAL_ClockWiseSideOrientation;
    this.scene
      .getEngine()
      .setState(material.backFaceCulling, 0, false, clockwise !== mirrored, material.cullBackFaces);
  }
}

function makeTarget(scene: Scene): RenderTargetTexture {
  const target = new RenderTargetTexture("objectIds", { width: ID_MAP_WIDTH, height: ID_MAP_HEIGHT }, scene, {
    generateMipMaps: false,
    type: Constants.TEXTURETYPE_UNSIGNED_BYTE,
    format: Constants.TEXTUREFORMAT_RGBA,
    samplingMode: Constants.TEXTURE_NEAREST_SAMPLINGMODE,
  });
  target.refreshRate = RenderTargetTexture.REFRESHRATE_RENDER_ONCE;
  target.clearColor = new Color4(0, 0, 0, 0);
  target.renderParticles = false;
  target.renderSprites = false;
  target.useCameraPostProcesses = false;
  target.noPrePassRenderer = true;
  target.disableRescaling();
  return target;
}

function makeMaterial(scene: Scene): ShaderMaterial {
  const wgsl = scene.getEngine().isWebGPU;
  return new ShaderMaterial(
    OBJECT_ID_SHADER,
    scene,
    OBJECT_ID_SHADER,
    {
      attributes: ["position"],
      uniforms: ["world", "viewProjection", "objectId"],
      needAlphaBlending: false,
      useClipPlane: false,
      shaderLanguage: wgsl ? ShaderLanguage.WGSL : ShaderLanguage.GLSL,
      // Only the engine's own language is loaded.
      extraInitializationsAsync: async () => {
        const shader = wgsl ? await import("./webgpu.js") : await import("./webgl.js");
        shader.registerObjectIdShader(OBJECT_ID_SHADER);
      },
    },
    true,
  );
}

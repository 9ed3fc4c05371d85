import "@babylonjs/core/Lights/Shadows/shadowGeneratorSceneComponent.js";
import { Constants } from "@babylonjs/core/Engines/constants.js";
import { DirectionalLight } from "@babylonjs/core/Lights/directionalLight.js";
import { ShadowGenerator } from "@babylonjs/core/Lights/Shadows/shadowGenerator.js";
import { RawCubeTexture } from "@babylonjs/core/Materials/Textures/rawCubeTexture.js";
import { Texture } from "@babylonjs/core/Materials/Textures/texture.js";
import { Color3 } from "@babylonjs/core/Maths/math.color.js";
import { Vector3 } from "@babylonjs/core/Maths/math.vector.js";
import { CubeMapToSphericalPolynomialTools } from "@babylonjs/core/Misc/HighDynamicRange/cubemapToSphericalPolynomial.js";
import { ToHalfFloat } from "@babylonjs/core/Misc/halfFloat.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { LENGTH, ROOM_WIDTH } from "./plan.js";

/** The light of a room under a skylight, as a cube map that materials reflect. */
export function roomReflections(scene: Scene): RawCubeTexture {
  const size = 64;
  const faces = FACES.map((face) => paintFace(size, face));
  const half = faces.map((face) => Uint16Array.from(face, ToHalfFloat));
  const cube = new RawCubeTexture(
    scene,
    half,
    size,
    Constants.TEXTUREFORMAT_RGBA,
    Constants.TEXTURETYPE_HALF_FLOAT,
    true,
    false,
    Texture.TRILINEAR_SAMPLINGMODE,
  );
  cube.gammaSpace = false;
  const [right, left, up, down, front, back] = faces as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  cube.sphericalPolynomial = CubeMapToSphericalPolynomialTools.ConvertCubeMapToSphericalPolynomial({
    size,
    right,
    left,
    up,
    down,
    front,
    back,
    format: Constants.TEXTUREFORMAT_RGBA,
    type: Constants.TEXTURETYPE_FLOAT,
    gammaSpace: false,
  });
  return cube;
}

type Direction = readonly [number, number, number];
/** +x, -x, +y, -y, +z, -z: direction of the texel at u, v in -1..1, v downward. */
const FACES: readonly ((u: number, v: number) => Direction)[] = [
  (u, v) => [1, -v, -u],
  (u, v) => [-1, -v, u],
  (u, v) => [u, 1, v],
  (u, v) => [u, -1, -v],
  (u, v) => [u, -v, 1],
  (u, v) => [-u, -v, -1],
];

function paintFace(size: number, face: (u: number, v: number) => Direction): Float32Array {
  const texels = new Float32Array(size * size * 4);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const [dx, dy, dz] = face(((x + 0.5) / size) * 2 - 1, ((y + 0.5) / size) * 2 - 1);
      const length = Math.hypot(dx, dy, dz);
      texels.set([...radiance(dx / length, dy / length, dz / length), 1], (y * size + x) * 4);
    }
  return texels;
}

/** Light that comes from a direction, seen from the middle of a room 11 × 4.8 × 9 m. */
function radiance(x: number, y: number, z: number): Direction {
  const tilt = Math.max(0, y);
  // Where the ray meets the ceiling, 3.2 m above the eye.
  const [cx, cz] = [(x / Math.max(0.05, tilt)) * 3.2, (z / Math.max(0.05, tilt)) * 3.2];
  const glass = tilt > 0.05 ? soft(2.7 - Math.abs(cx), 0.5) * soft(2.6 - Math.abs(cz), 0.5) : 0;
  // Warm lamps along the side walls, and a cool door of light ahead.
  const lamps = 2.4 * Math.max(0, Math.abs(x) - 0.5) * soft(y - 0.25, 0.15) * soft(0.72 - y, 0.15);
  const door = 0.5 * soft(0.3 - Math.abs(x), 0.06) * soft(0.35 - Math.abs(y - 0.05), 0.08);
  const floor = soft(-y - 0.12, 0.25);
  const wall = 0.34 + 0.2 * y;
  return [
    glass * 7.4 + lamps * 1.5 + door + wall * (1 - floor) * 1.02 + floor * 0.34,
    glass * 6.9 + lamps * 1.12 + door * 1.04 + wall * (1 - floor) * 0.92 + floor * 0.23,
    glass * 6.3 + lamps * 0.7 + door * 1.1 + wall * (1 - floor) * 0.84 + floor * 0.14,
  ];
}

/** 0..1 over a width around 0. */
function soft(value: number, width: number): number {
  const t = Math.min(1, Math.max(0, value / width / 2 + 0.5));
  return t * t * (3 - 2 * t);
}

export interface Lights {
  /** Null for machines without a GPU: looking into a shadow map costs each pixel too much there. */
  readonly shadows: ShadowGenerator | null;
}

/** Daylight from the skylights with one shadow map over the whole museum. */
export function lightMuseum(scene: Scene, cheap: boolean): Lights {
  scene.environmentTexture = roomReflections(scene);
  scene.environmentIntensity = 0.85;
  const sky = new DirectionalLight("daylight", new Vector3(-0.04, -1, 0.32).normalize(), scene);
  sky.position = new Vector3(2, 8, LENGTH / 2 - 2);
  sky.diffuse = Color3.FromHexString("#ffe2b8").toLinearSpace();
  sky.specular = sky.diffuse;
  sky.intensity = 3;
  if (cheap) return { shadows: null };
  sky.autoUpdateExtends = false;
  const reach = LENGTH / 2 + 2.5;
  sky.orthoLeft = -(ROOM_WIDTH / 2 + 3);
  sky.orthoRight = ROOM_WIDTH / 2 + 3;
  sky.orthoTop = reach;
  sky.orthoBottom = -reach;
  sky.shadowMinZ = 0;
  sky.shadowMaxZ = 14;
  const shadows = new ShadowGenerator(2048, sky);
  shadows.usePercentageCloserFiltering = true;
  shadows.filteringQuality = ShadowGenerator.QUALITY_HIGH;
  shadows.bias = 0.006;
  shadows.normalBias = 0.012;
  shadows.darkness = 0.18;
  return { shadows };
}

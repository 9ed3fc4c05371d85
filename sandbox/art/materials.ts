import { PBRMaterial } from "@babylonjs/core/Materials/PBR/pbrMaterial.js";
import type { BaseTexture } from "@babylonjs/core/Materials/Textures/baseTexture.js";
import { Color3 } from "@babylonjs/core/Maths/math.color.js";
import type { Scene } from "@babylonjs/core/scene.js";
import { markPlain } from "./plain.js";

export interface Look {
  /** sRGB "#rrggbb"; multiplies the texture. */
  readonly colour?: string;
  readonly metallic?: number;
  readonly roughness?: number;
  /** Strength of a clear coat: glaze, varnish. */
  readonly coat?: number;
  readonly emissive?: string;
  readonly texture?: BaseTexture;
  readonly normals?: BaseTexture;
  readonly normalStrength?: number;
  readonly alpha?: number;
  readonly bothSides?: boolean;
  readonly light?: number;
}

/** PBR materials by name, made once. */
export class Materials {
  private readonly known = new Map<string, PBRMaterial>();

  constructor(
    readonly scene: Scene,
    /** Where drawing must stay cheap, clear coats are dropped and plain colours share two materials. */
    private readonly cheap: boolean,
  ) {}

  get(name: string, look: Look | (() => Look) = {}): PBRMaterial {
    const known = this.known.get(name);
    if (known) return known;
    const made = this.make(name, typeof look === "function" ? look() : look);
    this.known.set(name, made);
    return made;
  }

  brass = () => this.get("brass", { colour: "#d8a445", metallic: 1, roughness: 0.26 });
  darkBrass = () => this.get("dark brass", { colour: "#8a6428", metallic: 1, roughness: 0.42 });
  bronze = () => this.get("bronze", { colour: "#7d5a36", metallic: 1, roughness: 0.38 });
  copper = () => this.get("copper", { colour: "#c9744a", metallic: 1, roughness: 0.3 });
  steel = () => this.get("steel", { colour: "#aab2b8", metallic: 1, roughness: 0.3 });
  iron = () => this.get("iron", { colour: "#3a3a3d", metallic: 0.9, roughness: 0.5 });
  walnut = () => this.get("walnut", { colour: "#5a3520", roughness: 0.42, coat: 0.35 });
  oak = () => this.get("oak", { colour: "#9a6b3c", roughness: 0.5, coat: 0.2 });
  ebony = () => this.get("ebony", { colour: "#1d1714", roughness: 0.35, coat: 0.4 });
  ivory = () => this.get("ivory", { colour: "#efe3c8", roughness: 0.45 });
  velvet = () => this.get("velvet", { colour: "#6d1625", roughness: 0.95 });
  leather = () => this.get("leather", { colour: "#5b2f1d", roughness: 0.55 });

  private make(name: string, look: Look): PBRMaterial {
    const material = new PBRMaterial(name, this.scene);
    material.albedoColor = linear(look.colour ?? "#ffffff");
    material.metallic = look.metallic ?? 0;
    material.roughness = look.roughness ?? 0.6;
    if (look.emissive) material.emissiveColor = linear(look.emissive).scale(look.light ?? 1);
    if (look.texture) material.albedoTexture = look.texture;
    if (look.normals && !this.cheap) {
      material.bumpTexture = look.normals;
      look.normals.level = look.normalStrength ?? 1;
    }
    if (look.coat && !this.cheap) {
      material.clearCoat.isEnabled = true;
      material.clearCoat.intensity = look.coat;
      material.clearCoat.roughness = 0.12;
    } else if (look.coat) {
      material.roughness = Math.max(0.15, material.roughness - look.coat * 0.25);
    }
    if (look.alpha !== undefined) material.alpha = look.alpha;
    material.backFaceCulling = !look.bothSides;
    material.maxSimultaneousLights = 2;
    if (this.cheap && isPlain(look)) this.share(material, look);
    return material;
  }

  private share(material: PBRMaterial, look: Look): void {
    const metal = (look.metallic ?? 0) > 0.5;
    const [name, metallic, roughness] = metal
      ? (["metals", 1, 0.34] as const)
      : (["plain", 0, 0.55] as const);
    const shared = this.known.get(name) ?? new PBRMaterial(name, this.scene);
    Object.assign(shared, { metallic, roughness, maxSimultaneousLights: 2 });
    this.known.set(name, shared);
    markPlain(material, { shared, colour: material.albedoColor });
  }
}

function isPlain(look: Look): boolean {
  return !look.texture && !look.emissive && look.alpha === undefined && !look.bothSides;
}

export function linear(hex: string): Color3 {
  return Color3.FromHexString(hex).toLinearSpace();
}

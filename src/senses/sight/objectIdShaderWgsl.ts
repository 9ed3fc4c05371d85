import "@babylonjs/core/ShadersWGSL/ShadersInclude/bakedVertexAnimation.js";
import "@babylonjs/core/ShadersWGSL/ShadersInclude/bakedVertexAnimationDeclaration.js";
import "@babylonjs/core/ShadersWGSL/ShadersInclude/bonesDeclaration.js";
import "@babylonjs/core/ShadersWGSL/ShadersInclude/bonesVertex.js";
import "@babylonjs/core/ShadersWGSL/ShadersInclude/instancesDeclaration.js";
import "@babylonjs/core/ShadersWGSL/ShadersInclude/instancesVertex.js";
import "@babylonjs/core/ShadersWGSL/ShadersInclude/morphTargetsVertex.js";
import "@babylonjs/core/ShadersWGSL/ShadersInclude/morphTargetsVertexDeclaration.js";
import "@babylonjs/core/ShadersWGSL/ShadersInclude/morphTargetsVertexGlobal.js";
import "@babylonjs/core/ShadersWGSL/ShadersInclude/morphTargetsVertexGlobalDeclaration.js";
import { ShaderStore } from "@babylonjs/core/Engines/shaderStore.js";
import fragment from "../../../shaders/objectId.fragment.wgsl?raw";
import vertex from "../../../shaders/objectId.vertex.wgsl?raw";

/** Puts the object-id pass where Babylon looks for shaders, by this name. */
export function registerObjectIdShader(name: string): void {
  ShaderStore.ShadersStoreWGSL[`${name}VertexShader`] ??= vertex;
  ShaderStore.ShadersStoreWGSL[`${name}PixelShader`] ??= fragment;
}

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
import { OBJECT_ID_SHADER } from "./objectIdShader.js";

/** Puts the object-id pass where Babylon looks for shaders. */
export function registerObjectIdShader(): void {
  ShaderStore.ShadersStoreWGSL[`${OBJECT_ID_SHADER}VertexShader`] ??= vertex;
  ShaderStore.ShadersStoreWGSL[`${OBJECT_ID_SHADER}PixelShader`] ??= fragment;
}

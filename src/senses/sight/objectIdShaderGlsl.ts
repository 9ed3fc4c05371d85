import "@babylonjs/core/Shaders/ShadersInclude/bakedVertexAnimation.js";
import "@babylonjs/core/Shaders/ShadersInclude/bakedVertexAnimationDeclaration.js";
import "@babylonjs/core/Shaders/ShadersInclude/bonesDeclaration.js";
import "@babylonjs/core/Shaders/ShadersInclude/bonesVertex.js";
import "@babylonjs/core/Shaders/ShadersInclude/instancesDeclaration.js";
import "@babylonjs/core/Shaders/ShadersInclude/instancesVertex.js";
import "@babylonjs/core/Shaders/ShadersInclude/morphTargetsVertex.js";
import "@babylonjs/core/Shaders/ShadersInclude/morphTargetsVertexDeclaration.js";
import "@babylonjs/core/Shaders/ShadersInclude/morphTargetsVertexGlobal.js";
import "@babylonjs/core/Shaders/ShadersInclude/morphTargetsVertexGlobalDeclaration.js";
import { ShaderStore } from "@babylonjs/core/Engines/shaderStore.js";
import fragment from "../../../shaders/objectId.fragment.glsl?raw";
import vertex from "../../../shaders/objectId.vertex.glsl?raw";

/** Puts the object-id pass where Babylon looks for shaders, by this name. */
export function registerObjectIdShader(name: string): void {
  ShaderStore.ShadersStore[`${name}VertexShader`] ??= vertex;
  ShaderStore.ShadersStore[`${name}PixelShader`] ??= fragment;
}

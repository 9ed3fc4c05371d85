/** What the museum uses of Babylon's WebGPU engine beyond its core. Loaded only with that engine. */
import "@babylonjs/core/Engines/WebGPU/Extensions/engine.alpha.js";
import "@babylonjs/core/Engines/WebGPU/Extensions/engine.computeShader.js";
import "@babylonjs/core/Engines/WebGPU/Extensions/engine.cubeTexture.js";
import "@babylonjs/core/Engines/WebGPU/Extensions/engine.dynamicTexture.js";
import "@babylonjs/core/Engines/WebGPU/Extensions/engine.multiRender.js";
import "@babylonjs/core/Engines/WebGPU/Extensions/engine.query.js";
import "@babylonjs/core/Engines/WebGPU/Extensions/engine.rawTexture.js";
import "@babylonjs/core/Engines/WebGPU/Extensions/engine.readTexture.js";
import "@babylonjs/core/Engines/WebGPU/Extensions/engine.renderTarget.js";
import "@babylonjs/core/Engines/WebGPU/Extensions/engine.renderTargetCube.js";
import "@babylonjs/core/Engines/WebGPU/Extensions/engine.renderTargetTexture.js";

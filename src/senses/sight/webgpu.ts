/** What only scenes on WebGPU need, loaded with the first of them. */
export { registerObjectIdShader } from "./objectIdShaderWgsl.js";
export { WebGPUFrameReader } from "./webgpuFrameReader.js";

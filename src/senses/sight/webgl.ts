/** What only scenes on WebGL2 need, loaded with the first of them. */
export { registerObjectIdShader } from "./objectIdShaderGlsl.js";
export { WebGL2FrameReader } from "./webgl2FrameReader.js";

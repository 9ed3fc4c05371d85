import "@babylonjs/core/Engines/Extensions/engine.dynamicTexture.js";
import "@babylonjs/core/Engines/Extensions/engine.rawTexture.js";
import "@babylonjs/core/Engines/Extensions/engine.cubeTexture.js";
import "@babylonjs/core/Engines/Extensions/engine.renderTarget.js";
import "@babylonjs/core/Engines/Extensions/engine.renderTargetTexture.js";
import "@babylonjs/core/Engines/Extensions/engine.query.js";
import type { AbstractEngine } from "@babylonjs/core/Engines/abstractEngine.js";
import { Engine } from "@babylonjs/core/Engines/engine.js";
import type { Settings } from "./settings.js";

export interface StartedEngine {
  readonly engine: AbstractEngine;
  readonly kind: "webgpu" | "webgl2";
  /** Why it is not the one asked for, in words. */
  readonly note: string | null;
}

/** The engine that the settings ask for; WebGL2 where WebGPU is not to be had. */
export async function startEngine(canvas: HTMLCanvasElement, settings: Settings): Promise<StartedEngine> {
  if (settings.engine === "webgpu") {
    const { WebGPUEngine } = await import("@babylonjs/core/Engines/webgpuEngine.js");
    await import("./webgpuExtensions.js");
    if (await WebGPUEngine.IsSupportedAsync) {
      try {
        const engine = new WebGPUEngine(canvas, {
          antialias: settings.quality === "high",
          adaptToDeviceRatio: true,
          audioEngine: false,
          enableAllFeatures: true,
        });
        await engine.initAsync();
        return { engine: scaled(engine, settings), kind: "webgpu", note: null };
      } catch (error) {
        return webgl2(canvas, settings, `WebGPU failed (${String(error)}); drawn with WebGL2 instead.`);
      }
    }
    return webgl2(canvas, settings, "This browser has no WebGPU; drawn with WebGL2 instead.");
  }
  return webgl2(canvas, settings, null);
}

function webgl2(canvas: HTMLCanvasElement, settings: Settings, note: string | null): StartedEngine {
  const engine = new Engine(canvas, settings.quality === "high", {
    preserveDrawingBuffer: false,
    stencil: false,
    audioEngine: false,
    adaptToDeviceRatio: true,
  });
  return { engine: scaled(engine, settings), kind: "webgl2", note };
}

function scaled<T extends AbstractEngine>(engine: T, settings: Settings): T {
  // A phone's 3× display costs nine times the pixels: 1.75 is as sharp as the eye asks for.
  const ratio = Math.min(globalThis.devicePixelRatio || 1, 1.75);
  engine.setHardwareScalingLevel(settings.quality === "low" ? 4 : 1 / ratio);
  return engine;
}

import type { AbstractEngine } from "@babylonjs/core/Engines/abstractEngine.js";
import type { PerceptionOverlay } from "../src/explain/overlay.js";
import type { ScenarioPlayer } from "../src/headless/scenarioPlayer.js";
import type { Npc } from "../src/mind/npc.js";
import type { Perception } from "../src/perception.js";
import type { Cast } from "./cast.js";
import type { Museum } from "./museum.js";
import type { Player } from "./player/player.js";
import type { Settings } from "./settings.js";
import type { MuseumSounds } from "./sounds.js";
import type { Visit } from "./visit.js";

/** What tests and the curious find at `window.museum`, once the museum can be entered. */
export interface MuseumHooks {
  readonly museum: Museum;
  /** `place(x, z, yaw, pitch)` puts the visitor somewhere, `stride` walks, `node` is the body. */
  readonly player: Player;
  readonly perception: Perception;
  readonly cast: Cast;
  readonly npcs: readonly Npc[];
  /** Null without Web Audio. */
  readonly sounds: MuseumSounds | null;
  readonly overlay: PerceptionOverlay;
  /** `say(text)`, `crash()`, `toggleTour()`, `ringBell()` do what the buttons do. */
  readonly visit: Visit;
  readonly engine: AbstractEngine;
  readonly engineKind: "webgpu" | "webgl2";
  readonly settings: Settings;
}

declare global {
  interface Window {
    museum?: MuseumHooks;
    /** While a scenario is played (`?scenario=<url>`) instead of a visit. */
    scenario?: ScenarioPlayer;
  }
}

export function exposeHooks(hooks: Omit<MuseumHooks, "npcs">): void {
  window.museum = { ...hooks, npcs: hooks.perception.npcs };
}

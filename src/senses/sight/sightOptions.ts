/** What sight can be told. Every field has a default. */
export interface SightOptions {
  /**
   * Frames a second that are captured, above 0 and up to 30. Fewer where reading them back would take more than a fifth
   * of the main thread. Default 8.
   */
  readonly rateHz?: number;
  /** Horizontal width of an NPC's view cone, degrees, above 0 and up to 360. Default 120. */
  readonly coneDegrees?: number;
  /** Vertical height of the view cone, degrees, above 0 and up to 180. Default 100. */
  readonly coneHeightDegrees?: number;
  /** How far an NPC sees, metres, above 0. Default 30. */
  readonly range?: number;
  /** "none": no frame is captured, sight goes by rays alone. Default "auto". */
  readonly capture?: "auto" | "none";
  /** Line-of-sight rays cast in one frame, at least 1. Default 96, about 0.2 ms. Without a screen all are cast at once. */
  readonly raysPerFrame?: number;
}

export type SightSettings = Required<SightOptions>;

const DEFAULTS: SightSettings = {
  rateHz: 8,
  coneDegrees: 120,
  coneHeightDegrees: 100,
  range: 30,
  capture: "auto",
  raysPerFrame: 96,
};

/** @throws RangeError that names the field and the remedy. */
export function sightSettings(options: SightOptions = {}): SightSettings {
  const settings = { ...DEFAULTS, ...options };
  above0("rateHz", settings.rateHz, 30);
  above0("coneDegrees", settings.coneDegrees, 360);
  above0("coneHeightDegrees", settings.coneHeightDegrees, 180);
  above0("range", settings.range, Number.MAX_VALUE);
  if (!(settings.raysPerFrame >= 1)) fail("raysPerFrame", "1 or more", settings.raysPerFrame);
  if (settings.capture !== "auto" && settings.capture !== "none")
    fail("capture", '"auto" or "none"', settings.capture);
  return settings;
}

function above0(field: string, value: number, most: number): void {
  if (!(value > 0 && value <= most))
    fail(field, most === Number.MAX_VALUE ? "above 0" : `above 0 and at most ${most}`, value);
}

function fail(field: string, wanted: string, got: unknown): never {
  throw new RangeError(`sight option "${field}" must be ${wanted}, got ${String(got)}`);
}

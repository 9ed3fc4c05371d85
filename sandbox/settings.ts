/** What the address bar may choose: `?engine=webgl2&backend=wasm&quality=low&scenario=scene.json`. */
export interface Settings {
  readonly engine: "webgpu" | "webgl2";
  readonly backend: "webgpu" | "wasm" | "auto";
  /** "low" is for software renderers and tests: quarter resolution, no post-processing, no shadows. */
  readonly quality: "high" | "low";
  /** Address of a scenario file to play, or null. */
  readonly scenario: string | null;
  /** Skips the welcome card (tests). Sounds stay locked until the first click. */
  readonly autostart: boolean;
}

export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search);
  return {
    engine: choice(query.get("engine"), ["webgl2", "webgpu"]),
    backend: choice(query.get("backend"), ["auto", "webgpu", "wasm"]),
    quality: choice(query.get("quality"), ["high", "low"]),
    scenario: query.get("scenario"),
    autostart: query.has("autostart"),
  };
}

/** The same page with one setting changed. */
export function withSetting(href: string, name: string, value: string): string {
  const url = new URL(href);
  url.searchParams.set(name, value);
  return url.href;
}

/** The value if it is one of the known ones, else the first known one. */
function choice<T extends string>(value: string | null, known: readonly [T, ...T[]]): T {
  return known.find((each) => each === value) ?? known[0];
}

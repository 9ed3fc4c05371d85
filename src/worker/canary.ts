/**
 * The known results: what the model returns for the sample moment, written down once (training/canary.ts). A backend
 * that returns something else computes something else, however fast it is.
 */
import { ModelError } from "../model/manifest.js";
import type { Outputs } from "./modelSession.js";

/** Largest difference of a number that rounding may make on a CPU, for weights and sums of 32 bits. */
export const CANARY_TOLERANCE = 1e-4;

export interface Canary {
  /** SHA-256 of the weights that it belongs to. */
  readonly model: string;
  readonly outputs: Readonly<Record<string, Float32Array>>;
}

const OUTPUTS = ["focus", "referents"] as const;

export function makeCanary(model: string, outputs: Outputs): Canary {
  return { model, outputs: Object.fromEntries(OUTPUTS.map((name) => [name, outputs[name].data])) };
}

/** As JSON; numbers with nine digits, which hold a float32 whole. */
export function canaryText({ model, outputs }: Canary): string {
  const lists = Object.entries(outputs).map(([name, data]) => [
    name,
    Array.from(data, (value) => Number(value.toPrecision(9))),
  ]);
  return `${JSON.stringify({ model, outputs: Object.fromEntries(lists) })}\n`;
}

/** @throws ModelError that names the field. */
export function parseCanary(bytes: Uint8Array): Canary {
  const { model, outputs } = JSON.parse(new TextDecoder().decode(bytes)) as {
    model?: unknown;
    outputs?: Record<string, unknown>;
  };
  if (typeof model !== "string") malformed("model");
  const parsed: Record<string, Float32Array> = {};
  for (const name of OUTPUTS) {
    const list = outputs?.[name];
    if (!Array.isArray(list) || !list.every(Number.isFinite)) malformed(`outputs.${name}`);
    parsed[name] = Float32Array.from(list as number[]);
  }
  return { model, outputs: parsed };
}

/** Largest difference of any number; infinite where their counts differ, NaN where one is none; 0 without a canary. */
export function canaryError(canary: Canary | null, outputs: Outputs): number {
  return largestDifference(canary?.outputs ?? {}, outputs);
}

/** Over all that is expected; infinite where counts differ, NaN where a number is none. */
export function largestDifference(wanted: Canary["outputs"], outputs: Outputs): number {
  let most = 0;
  for (const [name, expected] of Object.entries(wanted)) {
    const { data } = outputs[name];
    if (data.length !== expected.length) return Number.POSITIVE_INFINITY;
    for (let i = 0; i < expected.length; i++) {
      const difference = Math.abs(data[i] - expected[i]);
      if (!(difference <= most)) most = difference;
      if (Number.isNaN(most)) return most;
    }
  }
  return most;
}

function malformed(field: string): never {
  throw new ModelError(`canary.json: "${field}" is missing or broken; write it anew (training/README.md)`);
}

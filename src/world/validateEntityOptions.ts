import { SHAPES } from "../model/percepts.js";
import type { EntityOptions } from "./entity.js";

/** @throws RangeError that names the field and the remedy. */
export function validateEntityOptions(options: EntityOptions): void {
  for (const field of ["id", "kind", "label", "description"] as const) {
    const value = options[field];
    if (value !== undefined && typeof value !== "string") fail(field, "a string", value);
  }
  if (options.id === "") fail("id", "a string that is not empty", options.id);
  if (
    options.names !== undefined &&
    !(Array.isArray(options.names) && options.names.every((n) => typeof n === "string"))
  )
    fail("names", "a list of strings", options.names);
  if (options.scenery !== undefined && typeof options.scenery !== "boolean")
    fail("scenery", "true or false", options.scenery);
  if (options.colour !== undefined && !/^#[0-9a-f]{6}$/i.test(options.colour))
    fail("colour", '"#rrggbb"', options.colour);
  if (options.shape !== undefined && !SHAPES.includes(options.shape))
    fail("shape", SHAPES.join(", "), options.shape);
  if (
    options.size !== undefined &&
    !(options.size.length === 3 && options.size.every((v) => Number.isFinite(v) && v >= 0))
  )
    fail("size", "three lengths in metres, each 0 or more", options.size);
}

function fail(field: string, wanted: string, got: unknown): never {
  throw new RangeError(`entity option "${field}" must be ${wanted}, got ${JSON.stringify(got)}`);
}

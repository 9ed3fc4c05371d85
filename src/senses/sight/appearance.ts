import type { Appearance } from "../../model/percepts.js";
import type { Entity } from "../../world/entity.js";
import type { Triple } from "../../world/vector.js";

/** What the author says of its look; null where nothing is said. */
export function statedAppearance(entity: Entity): Appearance {
  const { colour, shape } = entity.options;
  return { colour: colour === undefined ? null : parseColour(colour), shape: shape ?? null };
}

/** "#rrggbb" → each 0..1; null if it is no colour. */
function parseColour(hex: string): Triple | null {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return null;
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

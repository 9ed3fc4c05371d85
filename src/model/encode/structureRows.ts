/** What entities are built of touching ones: columns, rows and pieces of one colour, as people speak of blocks. */
import type { EntityPercept } from "../percepts.js";
import type { DialogueReading } from "./dialogueReading.js";
import { basicColour } from "./ranks.js";
import { GAP, type Touch, touchesOf } from "./touches.js";

/** Per entity; nothing for scenes where no two things touch. */
export function structureFeatures(
  entities: readonly EntityPercept[],
  { last }: DialogueReading,
): Record<string, number>[] {
  const touches = entities.map((_, i) => touchesOf(entities, i));
  if (touches.every((list) => list.length === 0)) return entities.map(() => ({}));
  const looks = entities.map((entity) => `${entity.label} ${basicColour(entity)}`);
  const alike = touches.map((list, i) => list.filter(({ other }) => looks[other] === looks[i]));
  const size = (graph: readonly (readonly Touch[])[], i: number, axes: readonly number[]) =>
    reach(graph, i, axes).size;
  const said = new Set(last?.mentions.map((mention) => mention.cardinal).filter((n) => n > 1) ?? []);
  return entities.map((_, i) => {
    const column = size(alike, i, [1]);
    const row = Math.max(size(alike, i, [0]), size(alike, i, [2]));
    const piece = size(alike, i, [0, 1, 2]);
    const stack = [...reach(touches, i, [1])].map((k) => entities[k].position[1]);
    const lower = stack.filter((y) => y < entities[i].position[1] - GAP).length;
    return {
      touches: touches[i].length / 6,
      touchesAlike: alike[i].length / 6,
      columnAlike: 1 - 1 / column,
      columnWhole: 1 - 1 / stack.length,
      rowAlike: 1 - 1 / row,
      pieceAlike: 1 - 1 / piece,
      pieceWhole: 1 - 1 / size(touches, i, [0, 1, 2]),
      columnRank: stack.length > 1 ? (2 * lower) / (stack.length - 1) - 1 : 0,
      aboveAlike: alike[i].some(({ axis, up }) => axis === 1 && up) ? 1 : 0,
      belowAlike: alike[i].some(({ axis, up }) => axis === 1 && !up) ? 1 : 0,
      columnFits: said.has(column) ? 1 : 0,
      rowFits: said.has(row) ? 1 : 0,
      pieceFits: said.has(piece) ? 1 : 0,
    };
  });
}

/** All that hangs together with `start` along these axes, itself too. */
function reach(graph: readonly (readonly Touch[])[], start: number, axes: readonly number[]): Set<number> {
  const seen = new Set([start]);
  for (const at of seen) for (const { other, axis } of graph[at]) if (axes.includes(axis)) seen.add(other);
  return seen;
}

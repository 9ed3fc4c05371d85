/** What no pixel shows is supposed to look as what it is built into: a block inside a wall of red ones is red. */
import type { EntityPercept } from "../percepts.js";
import { basicColour } from "./ranks.js";
import { touchesOf } from "./touches.js";

/** The entities with colours for those that have none but touch some of the same name, and which these are. */
export function supposeLooks(entities: readonly EntityPercept[]): {
  entities: readonly EntityPercept[];
  supposed: ReadonlySet<number>;
} {
  const supposed = new Set<number>();
  if (entities.every(({ appearance }) => appearance.colour !== null)) return { entities, supposed };
  if (entities.every(({ appearance }) => appearance.colour === null)) return { entities, supposed };
  const looks = entities.map((entity, i) => {
    if (entity.appearance.colour !== null || !entity.size) return entity;
    const near = touchesOf(entities, i)
      .map(({ other }) => entities[other])
      .filter(({ label, appearance }) => label === entity.label && appearance.colour !== null);
    const like = commonest(near);
    if (!like) return entity;
    supposed.add(i);
    const shape = entity.appearance.shape ?? like.appearance.shape;
    return { ...entity, appearance: { colour: like.appearance.colour, shape } };
  });
  return { entities: looks, supposed };
}

/** One of those whose colour most have; of equal ones the first. */
function commonest(list: readonly EntityPercept[]): EntityPercept | undefined {
  const alike = list.map((one) => list.filter((other) => basicColour(other) === basicColour(one)).length);
  return list[alike.indexOf(Math.max(0, ...alike))];
}

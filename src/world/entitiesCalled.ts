import type { EntityRegistry } from "./entityRegistry.js";

/** Ids of what an author calls so: an id; else all that bear the name as label; else as one of their names. */
export function entitiesCalled(name: string, entities: EntityRegistry): string[] {
  if (entities.get(name)) return [name];
  const wanted = name.trim().toLowerCase();
  const all = [...entities.all];
  const labelled = all.filter(({ label }) => label.toLowerCase() === wanted);
  const named = () => all.filter(({ names }) => names.some((other) => other.toLowerCase() === wanted));
  return (labelled.length > 0 ? labelled : named()).map(({ id }) => id);
}

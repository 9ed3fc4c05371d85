import type { Focus, Taught } from "../model/focus.js";
import type { Recall } from "./taught.js";

/** From so much weight on an outcome it is what the line is about, not only a tinge. */
export const TAUGHT = 0.5;
/** What a line recalls less than this is not alike: the focus stays as it is. */
const FAINT = 0.05;
/** The model's own doubt counts as at least this. */
const LEAST_DOUBT = 0.05;
/** And as this where the line calls by its name what the model thinks of: only a taught line itself overrules that. */
const CALLED_DOUBT = 0.02;
/** Less than this is rounding. */
const NEGLIGIBLE = 1e-3;
/** Of what it should not attend to of its own accord, each example leaves so much. */
const LEFT_UNASKED = 0.2;

/** Ids of the entities that a name stands for, without the NPC itself; none where it names nothing here. */
export type Named = (name: string) => readonly string[];

/** Chances of entities, and what is left for nothing; they sum to 1. */
interface Chances {
  readonly of: Map<string, number>;
  nothing: number;
}

/**
 * What a focus becomes by what was taught. "None" has the focus itself as its value, a taught entity all of the
 * chances, a taught "not that" the focus without that: so where nothing taught is alike, nothing changes, and the
 * result is a distribution in any case.
 * @param recall of the newest line that the NPC has read; null: nothing is said
 * @param strength 0..1: how much the line still counts
 * @param unasked names of what it should not attend to of its own accord: unless the line is about it
 * @param isCalled does the line call this entity by its whole name?
 */
export function taughtFocus(
  focus: Focus,
  recall: Recall | null,
  strength: number,
  unasked: readonly string[],
  named: Named,
  isCalled: (id: string) => boolean = () => false,
): Focus {
  const chances: Chances = { of: new Map(focus.entities), nothing: focus.nothing };
  for (const id of unasked.flatMap(named))
    lower(chances, [id], (focus.referents.includes(id) ? 1 - strength : 1) * (1 - LEFT_UNASKED));
  const recalled = recall?.outcomes.filter(({ weight }) => weight >= FAINT) ?? [];
  const outcomes = recalled.map(({ outcome, weight, say }) => ({
    say,
    weight:
      strength *
      unlessCertain(focus, outcome.entity === undefined ? [] : named(outcome.entity), weight, isCalled),
    not: outcome.not === undefined ? [] : named(outcome.not),
    entities: outcome.entity === undefined ? [] : named(outcome.entity),
  }));
  for (const { not, weight } of outcomes) lower(chances, not, weight);
  const leading = outcomes.filter(({ entities }) => entities.length > 0);
  const taken = leading.reduce((sum, { weight }) => sum + weight, 0);
  scale(chances, 1 - taken);
  for (const { entities, weight } of leading)
    for (const id of entities) chances.of.set(id, (chances.of.get(id) ?? 0) + weight / entities.length);
  if (taken <= NEGLIGIBLE && !changed(focus, chances)) return focus;
  const entities = [...chances.of].sort((a, b) => b[1] - a[1]);
  const refused = outcomes.filter(({ weight }) => weight >= TAUGHT).flatMap(({ not }) => not);
  const taught = taken >= TAUGHT ? taughtOf(leading, entities[0]?.[0]) : null;
  return {
    ...focus,
    entities,
    nothing: chances.nothing,
    referents: (taught ? meant(leading) : focus.referents).filter((id) => !refused.includes(id)),
    // It was the line that led there.
    shares: taught ? { sight: 0, hearing: 0, chat: 1 } : focus.shares,
    ...(taught && { taught }),
  };
}

/** What the model is certain that the line is about takes more to be overruled: its doubt divides the odds. */
function unlessCertain(
  { entities, referents }: Focus,
  taught: readonly string[],
  weight: number,
  isCalled: (id: string) => boolean,
): number {
  const [id, chance] = entities[0] ?? ["", 0];
  if (taught.length === 0 || taught.includes(id) || !referents.includes(id)) return weight;
  const doubt = (isCalled(id) ? CALLED_DOUBT : Math.max(LEAST_DOUBT, 1 - chance)) * weight;
  return doubt / (doubt + 1 - weight);
}

interface Leading {
  readonly entities: readonly string[];
  readonly weight: number;
  readonly say: string;
}

/** Takes this share from what some entities have; the others and nothing get it, by what they have. */
function lower(chances: Chances, ids: readonly string[], share: number): void {
  if (ids.length === 0 || share <= NEGLIGIBLE) return;
  let freed = 0;
  let had = 0;
  for (const id of ids) {
    const chance = chances.of.get(id) ?? 0;
    had += chance;
    freed += chance * share;
    if (chance > 0) chances.of.set(id, chance * (1 - share));
  }
  const others = 1 - had;
  if (others < NEGLIGIBLE) chances.nothing += freed;
  else {
    const growth = 1 + freed / others;
    for (const [id, chance] of chances.of) if (!ids.includes(id)) chances.of.set(id, chance * growth);
    chances.nothing *= growth;
  }
}

function scale(chances: Chances, by: number): void {
  for (const [id, chance] of chances.of) chances.of.set(id, chance * by);
  chances.nothing *= by;
}

function changed(focus: Focus, { of }: Chances): boolean {
  return focus.entities.some(([id, chance]) => Math.abs((of.get(id) ?? 0) - chance) > NEGLIGIBLE);
}

/** All that are meant about as likely as the likeliest: "the twins" are two. */
function meant(leading: readonly Leading[]): string[] {
  const most = Math.max(...leading.map(({ weight }) => weight));
  return [...new Set(leading.filter(({ weight }) => weight >= most / 2).flatMap(({ entities }) => entities))];
}

function taughtOf(leading: readonly Leading[], first: string | undefined): Taught | null {
  const best = leading.find(({ entities }) => first !== undefined && entities.includes(first));
  return best && first !== undefined ? { entity: first, say: best.say, weight: best.weight } : null;
}

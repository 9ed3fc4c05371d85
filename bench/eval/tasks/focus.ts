import type { Belief } from "../stats/calibration.js";
import { confuse, type Figure, type Json, list, meanWhere, type Row, type TaskFigures } from "./task.js";

const NOTHING = "nothing";

/** What was said of one case, as far as it can be read. */
interface Said {
  readonly first: unknown;
  readonly most: number;
  readonly nothing: number;
}

export function focusFigures(rows: readonly Row[]): TaskFigures {
  const decided = rows.some((row) => isDecided(row));
  const referents = rows.some(({ gold }) => gold.referents);
  const right = rows.map((row) => (decided ? isDecided(row) && attends(row) : firstIsReferent(row)));
  const figures = [...(decided ? decisionFigures(rows) : []), ...(referents ? referentFigures(rows) : [])];
  const main = decided ? "right" : "referents F1";
  return {
    figures,
    kinds: {
      figure: main,
      values: rows.map((row) =>
        decided ? (isDecided(row) ? Number(attends(row)) : Number.NaN) : setOf(row).f1,
      ),
    },
    right,
    beliefs: { what: "probability of the first", of: rows.map((row, i) => beliefOf(row, right[i]!)) },
    confusion: confusionOf(rows),
  };
}

function decisionFigures(rows: readonly Row[]): Figure[] {
  const figures = [meanWhere("right", rows, isDecided, (row) => Number(attends(row)))];
  if (rows.some(({ gold }) => gold.none)) {
    const isNone = ({ gold }: Row) => Boolean(gold.none);
    const saysNone = (row: Row) => {
      const said = read(row.said);
      return said !== null && said.nothing > said.most;
    };
    figures.push(
      meanWhere(
        "first is right",
        rows,
        ({ gold }) => Boolean(gold.any),
        (row) => Number(attends(row)),
      ),
      meanWhere("nothing: recall", rows, isNone, (row) => Number(attends(row))),
      meanWhere("nothing: precision", rows, saysNone, (row) => Number(isNone(row))),
    );
  }
  return figures;
}

function referentFigures(rows: readonly Row[]): Figure[] {
  const told = ({ gold }: Row) => Array.isArray(gold.referents);
  return [
    meanWhere("referents F1", rows, told, (row) => setOf(row).f1),
    meanWhere("referents exact", rows, told, (row) => Number(setOf(row).f1 === 1)),
    meanWhere("referents precision", rows, told, (row) => setOf(row).precision),
    meanWhere("referents recall", rows, told, (row) => setOf(row).recall),
    meanWhere(
      "first is a referent",
      rows,
      ({ gold }) => list(gold.referents).length > 0,
      (row) => Number(firstIsReferent(row)),
    ),
  ];
}

const isDecided = ({ gold }: Row) => Boolean(gold.any || gold.none);

function attends({ gold, said }: Row): boolean {
  const heard = read(said);
  if (!heard) return false;
  if (gold.none) return heard.nothing > heard.most;
  return list(gold.any).includes(heard.first) && heard.most >= heard.nothing;
}

const firstIsReferent = ({ gold, said }: Row) => list(gold.referents).includes(list(list(said?.focus)[0])[0]);

/** The first, the largest mass of an entity, and the mass that is left for nothing. */
function read(said: Json | undefined): Said | null {
  if (!Array.isArray(said?.focus)) return null;
  const masses = said.focus.map((entry) => Number(list(entry)[1]) || 0);
  return {
    first: list(said.focus[0])[0],
    most: Math.max(0, ...masses),
    nothing: 1 - masses.reduce((a, b) => a + b, 0),
  };
}

/** About nothing in the scene, and so said, is right. */
function setOf({ gold, said }: Row): { f1: number; precision: number; recall: number } {
  const meant = list(gold.referents);
  const named = new Set(list(said?.referents));
  const both = meant.filter((id) => named.has(id)).length;
  return {
    f1: named.size + meant.length ? (2 * both) / (named.size + meant.length) : 1,
    precision: named.size ? both / named.size : Number.NaN,
    recall: meant.length ? both / meant.length : Number.NaN,
  };
}

function beliefOf(row: Row, happened: boolean): Belief | null {
  const said = read(row.said);
  if (!said || !(isDecided(row) || row.gold.referents)) return null;
  return { said: isDecided(row) ? Math.max(said.most, said.nothing) : said.most, happened };
}

/** By kind of entity: what was meant, what came first. An entity without a kind is a "thing". */
function confusionOf(rows: readonly Row[]) {
  const pairs: [string, string][] = [];
  for (const row of rows) {
    const said = read(row.said);
    const meant = list(row.gold.any ?? row.gold.referents);
    if (!said || (!row.gold.none && meant.length === 0)) continue;
    const attendsNothing = said.nothing > said.most || said.first === undefined;
    const chosen = attendsNothing ? NOTHING : kindOf(row, said.first);
    // Of several right ones, the one that was said.
    const wanted = meant.includes(said.first) ? said.first : meant[0];
    pairs.push([row.gold.none ? NOTHING : kindOf(row, wanted), chosen]);
  }
  const labels = [...new Set(pairs.flat())].sort();
  return labels.length > 1 ? confuse(labels, pairs) : null;
}

function kindOf({ given }: Row, id: unknown): string {
  const entity = list(given.entities).find((one) => (one as Json).id === id) as Json | undefined;
  return typeof entity?.kind === "string" ? entity.kind : "thing";
}

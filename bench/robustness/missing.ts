import type { Percepts } from "../../src/model/percepts.js";
import type { Observed } from "./episodes.js";
import { decideInOrder, orders, type Sense } from "./rules.js";
import type { Score } from "./score.js";
import { type Decide, decideByRules, scoreOf } from "./subject.js";

export interface MissingRow {
  /** Senses that are left. */
  readonly left: readonly Sense[];
  readonly model: Score;
  /** The rules with the highest share of right answers on these very episodes, and what they are. */
  readonly rules: Score;
  readonly best: string;
}

const LEFT: readonly (readonly Sense[])[] = [
  ["sight", "hearing", "chat"],
  ["hearing", "chat"],
  ["sight", "chat"],
  ["sight", "hearing"],
  ["chat"],
  ["hearing"],
  ["sight"],
];

/** The whole model with some senses gone, against the best rules of what remains. */
export async function measureMissing(decide: Decide, episodes: readonly Observed[]): Promise<MissingRow[]> {
  const rows: MissingRow[] = [];
  for (const left of LEFT) {
    const change = (percepts: Percepts) => withSenses(percepts, left);
    const model = await scoreOf(decide, episodes, change);
    const rivals: [string, Score][] = [["ruleFocus", await scoreOf(decideByRules, episodes, change)]];
    for (const order of orders(left))
      rivals.push([order.join(" > "), await scoreOf(decideInOrder(order), episodes, change)]);
    const [best, rules] = rivals.reduce((a, b) => ((b[1].right ?? 0) > (a[1].right ?? 0) ? b : a));
    rows.push({ left, model, rules, best });
  }
  return rows;
}

export function withSenses(percepts: Percepts, left: readonly Sense[]): Percepts {
  const keeps = (sense: Sense) => left.includes(sense);
  return {
    ...percepts,
    npcs: percepts.npcs.map((npc) => {
      const { sight, hearing, chat } = npc.senses;
      const senses = {
        sight: sight && keeps("sight"),
        hearing: hearing && keeps("hearing"),
        chat: chat && keeps("chat"),
      };
      return { ...npc, senses };
    }),
  };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FocusAdapter } from "../../src/focusAdapter.js";
import { seededRandom } from "../../src/headless/seededRandom.js";
import { isCalled } from "../../src/knowledge/mention.js";
import { taughtFocus } from "../../src/knowledge/taughtFocus.js";
import type { Focus } from "../../src/model/focus.js";
import type { Percepts } from "../../src/model/percepts.js";
import type { Measuring } from "./gain.js";
import { drawn, type Jargon } from "./jargon.js";
import { registryOf } from "./registry.js";

const EXAMPLES = 50;

interface Expected {
  readonly any?: readonly string[];
  readonly referents?: readonly string[];
  readonly none?: boolean;
}

/** How much worse cases become that have nothing to do with what was taught. */
export class Forgetting {
  constructor(
    private readonly jargon: Jargon,
    private readonly tools: Measuring,
  ) {}

  async ofSet(folder: string, limit: number): Promise<object> {
    const cases = lines(readFileSync(join(folder, "cases.jsonl"), "utf8")) as { id: string }[];
    const wanted = lines(readFileSync(join(folder, "expected.jsonl"), "utf8")) as ({
      id: string;
    } & Expected)[];
    const byId = new Map(wanted.map((expected) => [expected.id, expected]));
    const pairs = cases.map((given) => ({ given, expected: byId.get(given.id)! }));
    return { set: folder, ...(await this.measure(pairs.slice(0, limit))) };
  }

  async ofEpisodes(text: string, limit: number): Promise<object> {
    const pairs = (lines(text) as { case: object; expected: Expected }[]).slice(0, limit);
    return { set: "episodes", ...(await this.measure(pairs.map((p) => ({ given: p.case, ...p })))) };
  }

  private async measure(pairs: readonly { given: object; expected: Expected }[]): Promise<object> {
    const { examples } = drawn(this.jargon, EXAMPLES, seededRandom(1));
    const { read } = this.tools.reader;
    const adapter = new FocusAdapter({ entities: registryOf(this.jargon), read, warn: () => {} });
    await adapter.learn(examples);
    const scores = { before: new Score(), after: new Score() };
    let moved = 0;
    for (const [i, { given, expected }] of pairs.entries()) {
      const [observed] = await this.tools.observer.observe([given]);
      if (!observed || "error" in observed) throw new Error(observed?.error);
      const { percepts } = observed;
      const focus = (await this.tools.service.decide(percepts)).focuses[0]!;
      const after = await this.adapted(adapter, focus, percepts, i);
      scores.before.add(focus, expected);
      scores.after.add(after, expected);
      if (first(focus) !== first(after)) moved++;
    }
    return { cases: pairs.length, moved, before: scores.before.report(), after: scores.after.report() };
  }

  /** The jargon's things are stood in for by things of the case: what was taught is there to be mistaken for. */
  private async adapted(
    adapter: FocusAdapter,
    focus: Focus,
    { messages, entities, npcs }: Percepts,
    i: number,
  ): Promise<Focus> {
    const line = messages.at(-1)?.text;
    if (line === undefined) return focus;
    const ids = entities.map(({ id }) => id).filter((id) => id !== npcs[0]?.entity);
    const [sentence] = await this.tools.reader.read([line]);
    const things = Object.keys(this.jargon.things);
    const named = (name: string) => (ids.length > 0 ? [ids[(things.indexOf(name) + i) % ids.length]!] : []);
    const calls = (id: string) => entities.some((entity) => entity.id === id && isCalled(line, entity));
    return taughtFocus(focus, adapter.recall(line, sentence?.embedding), 1, [], named, calls);
  }
}

/** As the bench scores the task "focus", in points of 100. */
class Score {
  private readonly right: number[] = [];
  private readonly f1: number[] = [];
  private readonly exact: number[] = [];

  add(focus: Focus, { any, referents, none }: Expected): void {
    const leader = first(focus);
    if (none) this.right.push(+(leader === null));
    else if (any) this.right.push(+(leader !== null && any.includes(leader)));
    if (!referents) return;
    const both = focus.referents.filter((id) => referents.includes(id)).length;
    const all = focus.referents.length + referents.length;
    this.f1.push(all > 0 ? (2 * both) / all : 1);
    this.exact.push(+(both === referents.length && both === focus.referents.length));
  }

  report(): object {
    const points = (list: readonly number[]) =>
      list.length > 0 ? Math.round((1000 * list.reduce((a, b) => a + b)) / list.length) / 10 : null;
    return { right: points(this.right), f1: points(this.f1), exact: points(this.exact) };
  }
}

/** Null: nothing leads. */
function first({ entities, nothing }: Focus): string | null {
  const [leader] = entities;
  return leader && leader[1] >= nothing ? leader[0] : null;
}

function lines(text: string): unknown[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}

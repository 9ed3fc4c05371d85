import { FocusAdapter } from "../../src/focusAdapter.js";
import type { CaseObserver } from "../../src/headless/caseObserver.js";
import { seededRandom } from "../../src/headless/seededRandom.js";
import { ORDINARY_LINES } from "../../src/knowledge/ordinaryLines.js";
import type { Focus } from "../../src/model/focus.js";
import type { Percepts } from "../../src/model/percepts.js";
import type { AttentionService } from "../../src/worker/protocol.js";
import { drawn, type Jargon, jargonCase, type Meant } from "./jargon.js";
import type { CachedReader } from "./reader.js";
import { registryOf } from "./registry.js";

export interface Measuring {
  readonly service: AttentionService;
  readonly observer: CaseObserver;
  readonly reader: CachedReader;
}

/** How much of a scene's jargon is understood, before and after so many examples. */
export class Gain {
  private readonly entities: ReturnType<typeof registryOf>;
  private readonly decided = new Map<string, { focus: Focus; percepts: Percepts }>();
  private percepts: Percepts | null = null;

  constructor(
    private readonly jargon: Jargon,
    private readonly tools: Measuring,
    private readonly clock: () => number,
  ) {
    this.entities = registryOf(jargon);
  }

  /** The model's own opinion of every line. */
  async prepare(): Promise<void> {
    const [observed] = await this.tools.observer.observe([jargonCase(this.jargon)]);
    if (!observed || "error" in observed) throw new Error(observed?.error);
    this.percepts = observed.percepts;
    const lines = [...Object.values(this.jargon.taught).flat(), ...Object.keys(this.jargon.plain)];
    for (const line of lines) await this.decide(line);
  }

  /** Averages over draws of the examples. Shares of lines whose first entity is right; null: no thing is. */
  async measure(count: number, draws: number, byMeaning: boolean): Promise<object> {
    const { reader } = this.tools;
    const read = byMeaning ? reader.read : async () => null;
    const sums: Record<string, number> = {};
    for (let draw = 0; draw < draws; draw++) {
      const { examples, kept } = drawn(this.jargon, count, seededRandom(100 * count + draw));
      const adapter = new FocusAdapter({ entities: this.entities, read, warn: () => {} });
      // Read before the clock starts: what reading takes is measured by itself.
      await reader.read([...examples.map(({ say }) => say ?? ""), ...ORDINARY_LINES]);
      const start = this.clock();
      const { leftOutRight } = await adapter.learn(examples);
      const taught = new Set(examples.map(({ entity }) => entity));
      const own = kept.filter(([, thing]) => thing !== null && taught.has(thing));
      const figures = {
        fitMs: this.clock() - start,
        leftOutRight: leftOutRight ?? 0,
        taughtBefore: await this.right(own, null),
        taughtAfter: await this.right(own, adapter),
        allBefore: await this.right(kept, null),
        allAfter: await this.right(kept, adapter),
        plainBefore: await this.right(Object.entries(this.jargon.plain), null),
        plainAfter: await this.right(Object.entries(this.jargon.plain), adapter),
        fileBytes: JSON.stringify(adapter).length,
      };
      for (const [name, value] of Object.entries(figures)) sums[name] = (sums[name] ?? 0) + value / draws;
    }
    const rounded = Object.entries(sums).map(([name, value]) => [name, Math.round(value * 1000) / 1000]);
    return { examples: count, byMeaning, ...Object.fromEntries(rounded) };
  }

  /** What learning takes with reading: on the clock, and of processor time, which other programs don't lengthen. */
  async learnMilliseconds(count: number): Promise<object> {
    const { examples } = drawn(this.jargon, count, seededRandom(1));
    const read = (texts: readonly string[]) => this.tools.service.read(texts);
    const adapter = new FocusAdapter({ entities: this.entities, read, warn: () => {} });
    const before = process.cpuUsage();
    const start = this.clock();
    await adapter.learn(examples);
    const used = process.cpuUsage(before);
    return {
      examples: count,
      learnMs: Math.round(this.clock() - start),
      learnCpuMs: Math.round((used.user + used.system) / 1000),
    };
  }

  private async right(lines: readonly Meant[], adapter: FocusAdapter | null): Promise<number> {
    let right = 0;
    for (const [line, thing] of lines) {
      const { focus, percepts } = await this.decide(line);
      adapter?.hear(percepts.messages);
      // What it hears is read in the background.
      await new Promise((done) => setImmediate(done));
      const [first] = (adapter?.adapt(focus, percepts) ?? focus).entities;
      const isThing = first !== undefined && first[0] in this.jargon.things;
      if ((isThing ? first[0] : null) === thing) right++;
    }
    return right / lines.length;
  }

  private async decide(line: string): Promise<{ focus: Focus; percepts: Percepts }> {
    const known = this.decided.get(line);
    if (known) return known;
    const percepts = { ...this.percepts!, messages: [{ ...this.percepts!.messages[0]!, text: line }] };
    const { focuses } = await this.tools.service.decide(percepts);
    const decided = { focus: focuses[0]!, percepts };
    this.decided.set(line, decided);
    return decided;
  }
}

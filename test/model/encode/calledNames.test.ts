import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calledNames } from "../../../src/model/encode/calledNames.js";
import { nameCoverage } from "../../../src/model/encode/dialogue.js";
import { splitWords } from "../../../src/model/text/ngrams.js";
import { sampleMoment } from "../../../src/worker/sampleMoment.js";

const npc = sampleMoment().npcs[0]!;
const crowd = (...names: string[]) => names.map((name, i) => ({ ...npc, id: `npc ${i}`, name }));

describe("who is called by a line", () => {
  it("tells the one who is named from the others", () => {
    const [ada, lin, bo] = crowd("Ada", "Lin", "Bo");
    const called = calledNames("Ada, what is that?", [ada!, lin!, bo!]);
    expect(called(ada!)).toEqual({ named: 1, otherNamed: 0 });
    expect(called(lin!)).toEqual({ named: 0, otherNamed: 1 });
    expect(called(bo!)).toEqual({ named: 0, otherNamed: 1 });
  });

  it("compares each with all the others", () => {
    const names = fc.constantFrom("Ada", "Adam", "Lin", "Lina", "Old Bo", "Bo");
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 8 }), fc.array(names), (people, said) => {
        const npcs = crowd(...people);
        const text = `hello ${said.join(" and ")}`;
        const mention = (name: string) => nameCoverage(splitWords(text), { names: [splitWords(name)] });
        const called = calledNames(text, npcs);
        for (const one of npcs) {
          const others = npcs.filter(({ id }) => id !== one.id).map(({ name }) => mention(name));
          expect(called(one)).toEqual({ named: mention(one.name), otherNamed: Math.max(0, ...others) });
        }
      }),
    );
  });
});

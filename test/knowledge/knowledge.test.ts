import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Answers } from "../../src/knowledge/answers.js";
import { type Fact, Facts, sentenceOfFact } from "../../src/knowledge/facts.js";
import {
  askedOfIt,
  asksWhatItIs,
  calledByName,
  isQuestion,
  mentionsName,
  pointsAtSomething,
  sharesWords,
  spelledOut,
} from "../../src/knowledge/mention.js";
import { planTour, type TourStop } from "../../src/knowledge/tourPlan.js";
import { sentencesOf, stem } from "../../src/knowledge/words.js";

const known = [
  {
    id: "hours",
    questions: ["When does the museum close?", "What are the opening hours?"],
    answer: "At six.",
  },
  { id: "toilet", questions: ["Where are the toilets?", "Is there a restroom?"], answer: "Down the stairs." },
  {
    id: "photo",
    questions: ["May I take photographs?", "Are pictures allowed?"],
    answer: "Yes, without flash.",
  },
];

describe("Answers", () => {
  const answers = new Answers(known);

  it("finds a known question in other words, other forms and with a typo", () => {
    expect(answers.ask("when do you close the museum").answer?.id).toBe("hours");
    expect(answers.ask("where is the toilet please").answer?.id).toBe("toilet");
    expect(answers.ask("can I take a photograh").answer?.id).toBe("photo");
  });

  it("says none where nothing fits, and where the text has no words", () => {
    for (const text of ["who painted the ceiling of the chapel", "🙂🙂", "", "?!"])
      expect(answers.ask(text).answer).toBeNull();
  });

  it("explains itself: weights and none sum to 1, the best is first, the question is told", () => {
    const found = answers.ask("opening hours?");
    expect(found.question).toBe("What are the opening hours?");
    expect(found.weights[0]![0]).toBe("hours");
    const sum = found.weights.reduce((total, [, weight]) => total + weight, found.none);
    expect(sum).toBeCloseTo(1, 10);
    expect(found.weights[0]![1]).toBeGreaterThan(found.none);
  });

  it("is finite for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { weights, none } = answers.ask(text);
        expect([none, ...weights.map(([, weight]) => weight)].every((p) => p >= 0 && p <= 1)).toBe(true);
      }),
    );
  });

  it("with nothing known answers nothing", () => {
    expect(new Answers([]).ask("hello?")).toEqual({ answer: null, weights: [], none: 1, question: null });
  });

  it("of equal questions gives the one that is about a thing, and only those that come into question", () => {
    const aged = new Answers([
      { id: "house", questions: ["how old is it?"], answer: "The house is from 1850." },
      { id: "vase", about: "celadon vase", questions: ["how old is it?"], answer: "From 1200." },
      { id: "urn", about: { id: "urn" }, questions: ["how old is it?"], answer: "From 300." },
    ]);
    const given = (...ids: string[]) =>
      aged.ask("how old is it?", undefined, ({ id }) => ids.includes(id)).answer?.id;
    expect(given("house", "urn")).toBe("urn");
    expect(given("house", "vase")).toBe("vase");
    expect(given("house")).toBe("house");
    expect(given()).toBeUndefined();
  });

  it("knows its own questions word for word", () => {
    expect(answers.has("when does the museum CLOSE")).toBe(true);
    expect(answers.has("when does it close?")).toBe(false);
  });

  it("refuses malformed answers, naming entry and field", () => {
    expect(() => new Answers([{ id: "", questions: [] }])).toThrow(/answers\[0\] "id"/);
    expect(() => new Answers([known[0]!, known[0]!])).toThrow(/answers\[1\] "id": "hours" is taken/);
    expect(() => new Answers(JSON.parse('[{"id":"a","questions":"x"}]'))).toThrow(/answers\[0\] "questions"/);
    for (const about of ["", 7, null, {}])
      expect(() => new Answers(JSON.parse(JSON.stringify([{ id: "a", questions: ["x"], about }])))).toThrow(
        /answers\[0\] "about" must be an entity/,
      );
  });
});

describe("Facts", () => {
  const facts = new Facts([
    ["vase", "madeIn", "Jingdezhen"],
    ["vase", "year", "1180"],
    ["vase", "glaze", "celadon"],
    ["clock", "madeBy", "Harrison"],
  ]);

  it("finds the fact that a question asks for, by subject and relation", () => {
    expect(facts.ask("where was the vase made?")[0]!.fact[2]).toBe("Jingdezhen");
    expect(facts.ask("how old is the vase?")[0]!.fact[2]).toBe("1180");
    expect(facts.ask("who made the clock?")[0]!.fact[2]).toBe("Harrison");
  });

  it("knows the subject from elsewhere", () => {
    expect(facts.ask("how old is it?")).toEqual([]);
    expect(facts.ask("how old is it?", ["Vase"])[0]!.fact[2]).toBe("1180");
  });

  it("does not answer what it does not know", () => {
    expect(facts.ask("is the vase nice?")).toEqual([]);
    expect(facts.ask("who made the vase?", ["vase"]).map(({ fact }) => fact[1])).not.toContain("year");
  });

  it("tells facts in sentences", () => {
    const tell = (fact: Fact) => sentenceOfFact(fact, "the vase");
    expect(tell(["vase", "madeIn", "Jingdezhen"])).toBe("The vase was made in Jingdezhen.");
    expect(tell(["vase", "year", "1180"])).toBe("The year of the vase is 1180.");
    expect(tell(["vase", "is", "very old"])).toBe("The vase is very old.");
    expect(tell(["vase", "comes_from", "China"])).toBe("The vase comes from China.");
  });

  it("refuses malformed facts", () => {
    expect(() => new Facts(JSON.parse('[["a","b"]]'))).toThrow(/facts\[0\]/);
  });
});

describe("mentions", () => {
  const thing = (id: string, label: string, names: string[] = [], description = "") => ({
    id,
    label,
    names,
    description,
  });
  const things = [
    thing("v", "celadon vase", ["vase"], "A green vase from the kilns of Longquan."),
    thing("u", "blue urn", ["urn"], "A blue urn with cranes."),
    thing("w", "white vase", ["vase"], "Plain white porcelain."),
  ];

  it("are names in full, the longest first; two of equal length are none", () => {
    expect(calledByName("tell me of the Celadon vase!", things)?.id).toBe("v");
    expect(calledByName("and the urns?", things)?.id).toBe("u");
    expect(calledByName("what is the vase?", things)).toBeNull();
  });

  it("are else words of the description", () => {
    expect(sharesWords("what is that green vase?", things).map(({ id }) => id)).toEqual(["v"]);
    expect(sharesWords("what is the time?", things)).toEqual([]);
    const hills = { id: "h", label: "painting", names: [], description: "Hills, one behind the other." };
    expect(sharesWords("and the other one?", [...things, hills])).toEqual([]);
  });

  it("ask only what a thing is, by pointing or by its name with what adorns it", () => {
    const vase = { id: "v", label: "celadon vase", names: ["bottle vase"], description: "" };
    const asks = [
      "what is this?",
      "Ada, what is it?",
      "what's this, Ada?",
      "can you tell me about that one",
      "What is that green vase?",
      "tell me more about the bottle vase",
      "and who is that?",
    ];
    for (const text of asks) expect(asksWhatItIs(text, vase), text).toBe(true);
    const asksMore = [
      "what is this place?",
      "what is that vase made of?",
      "what is the price of the vase?",
      "how old is that vase?",
      "are you there?",
      "what can you do here?",
      "",
    ];
    for (const text of asksMore) expect(asksWhatItIs(text, vase), text).toBe(false);
  });

  it.each([
    ["How old is the celadon vase?", "how old is it"],
    ["Ada, what is that green vase made of?", "what is it made of"],
    ["what is the jar with the cranes for?", "what is it for"],
    ["how old is it?", undefined],
    ["is there a vase shop?", "is there it shop"],
  ])("turn a name into 'it': %s", (text, asked) => {
    const vase = { id: "v", label: "celadon vase", names: ["jar with cranes"], description: "" };
    expect(askedOfIt(text, vase).at(-1)).toBe(asked);
  });

  it("ask what a thing is by naming it after 'and'", () => {
    const vase = { id: "v", label: "celadon vase", names: [], description: "" };
    expect(asksWhatItIs("and the green vase?", vase)).toBe(true);
    expect(asksWhatItIs("the green vase", vase)).toBe(false);
  });

  it("point at something by a pronoun or a place, not by a kind or a relation", () => {
    for (const text of ["what is that?", "how old is it", "what is over there?", "what's this one?"])
      expect(pointsAtSomething(text), text).toBe(true);
    for (const text of ["who is that woman?", "the oldest thing here", "and the one next to it?"])
      expect(pointsAtSomething(text), text).toBe(false);
  });

  it("of a person are whole words", () => {
    expect(mentionsName("Ada, what is that?", "Ada")).toBe(true);
    expect(mentionsName("adaptation", "Ada")).toBe(false);
  });

  it("tell questions from statements", () => {
    for (const text of ["what is this", "Ada, where is the exit", "really?", "tell me more"])
      expect(isQuestion(text)).toBe(true);
    expect(isQuestion("what a beautiful vase")).toBe(false);
    for (const text of ["nice vase", "I like what you did", "ok"])
      expect(isQuestion(text)).toBe(text.includes("what"));
  });

  it.each([
    ["how old is it?", "how old is the vase?"],
    ["what is this made of?", "what is the vase made of?"],
    ["and who painted that one?", "and who painted the vase?"],
    ["who made that", "who made the vase"],
    ["how old is that jar?", null],
    ["where is the urn?", null],
    ["did you know that clay shrinks?", null],
    ["it's", null],
  ])("spell a pronoun out: %s", (text, meant) => {
    expect(spelledOut(text, "vase")).toBe(meant);
  });
});

describe("planTour", () => {
  it("takes ids and entities, texts and lists, and cuts texts into sentences", () => {
    expect(
      planTour([
        { entity: "vase", say: "This is a vase. It is from St. Ives! Is it old?" },
        { entity: { id: "clock" }, say: ["Tick.", "Tock."], themes: ["time"] },
        { entity: "door" },
      ]),
    ).toEqual([
      { entity: "vase", sentences: ["This is a vase.", "It is from St. Ives!", "Is it old?"], themes: [] },
      { entity: "clock", sentences: ["Tick.", "Tock."], themes: ["time"] },
      { entity: "door", sentences: [], themes: [] },
    ]);
  });

  it("refuses what is malformed, naming stop and field", () => {
    const plan = (json: string) => () => planTour(JSON.parse(json) as TourStop[]);
    expect(plan("[]")).toThrow('"stops" is empty');
    expect(plan('"vase"')).toThrow('"stops" must be a list');
    expect(plan('[{"entity":"a"},{"entity":7}]')).toThrow('stops[1] "entity"');
    expect(plan('[{"entity":"a","say":3}]')).toThrow('stops[0] "say"');
    expect(plan('[{"entity":"a","themes":"x"}]')).toThrow('stops[0] "themes"');
    expect(plan("[null]")).toThrow("stops[0]");
  });
});

describe("words", () => {
  it("have stems in common", () => {
    expect(stem("vases")).toBe(stem("vase"));
    expect(stem("paintings")).toBe(stem("painting"));
    expect(stem("opened")).toBe(stem("opening"));
    expect(stem("glass")).toBe("glass");
  });

  it("sentences keep every word, whatever the text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const letters = (t: string) => t.replace(/[^\p{L}\p{N}]/gu, "");
        expect(letters(sentencesOf(text).join(""))).toBe(letters(text));
      }),
    );
  });
});

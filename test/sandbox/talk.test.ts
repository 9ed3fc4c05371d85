/** What Ada says to visitors' lines, by the shipped encoder. Her attention is given: which piece it finds is the model's matter. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CATALOGUE } from "../../sandbox/art/exhibits/catalogue.js";
import { answersOfAda } from "../../sandbox/talk/answers.js";
import { PARTICULARS } from "../../sandbox/talk/particulars.js";
import { Responder } from "../../src/behaviours/responder.js";
import { askedOfIt } from "../../src/knowledge/mention.js";
import { createNodeService } from "../../src/worker/nodeService.js";
import type { Entity } from "../../src/world/entity.js";

const things = CATALOGUE.map(({ id, label, names, description }) => ({
  id,
  label,
  names,
  description,
  kind: "exhibit",
})) as unknown as Entity[];
const recollection = { looked: () => "At you.", heard: () => "The bell.", said: () => "Nothing yet." };
const responder = new Responder({ answers: answersOfAda(recollection) });
const service = createNodeService();
const entity = (id: string | { id: string } | undefined) => things.find((thing) => thing.id === id);

beforeAll(async () => {
  await service.start({ backend: "wasm" });
  await responder.answers.learn((texts) => service.read(texts));
});
afterAll(() => service.dispose());

/** The id of the known answer, else what is said. */
async function answer(text: string, found?: string) {
  const forms = [...new Set(things.flatMap((thing) => askedOfIt(text, thing)))];
  const [sentence, ...ofIt] = (await service.read([text, ...forms]))!;
  const reply = responder.reply({
    text,
    sentence: sentence!,
    ofIt: new Map(forms.map((form, i) => [form, ofIt[i]!.embedding])),
    speaker: null,
    named: false,
    referents: found === undefined ? [] : [entity(found)!],
    pointedAt: [],
    things,
    ownersOf: ({ about }) =>
      about === undefined ? null : [entity(about as string)].filter((one) => one !== undefined),
  });
  return { said: reply?.answer ?? reply?.sentences.join(" ") ?? null, about: reply?.about?.id ?? null };
}

describe("what is asked of one piece", () => {
  it.each([
    ["what is the jar with the horses for?", "amphora", "amphora-use"],
    ["how old is it?", "celadon-vase", "celadon-vase-age"],
    ["who made that?", "loom", "loom-maker"],
    ["what is the red bowl made of?", "flambe-bowl", "flambe-bowl-stuff"],
    ["how did the globe get here?", "globe", "globe-origin"],
    ["who created the amphora?", "amphora", "amphora-maker"],
    ["can you show me the bell?", "bell", "bell-where"],
    ["do you like the mask?", "mask", "mask-opinion"],
    ["tell me more", "gramophone", "gramophone-more"],
    ["is the ship real?", "ship-model", "house-real"],
    ["does it still work?", "longcase-clock", "longcase-clock-1"],
    ["does it work?", "gramophone", "piece-works"],
    ["is it heavy?", "bell", "piece-weight"],
    ["how big is it?", "ship-model", "piece-size"],
    ["who owned it?", "amphora", "piece-owner"],
  ])("is answered for that one: %s (%s)", async (text, found, id) => {
    expect((await answer(text, found)).said).toBe(id);
  });

  it("is asked back where the talk is of nothing yet", async () => {
    expect((await answer("how old is it?")).said).toBe("Which one do you mean?");
  });
});

describe("what is asked of all", () => {
  it.each([
    ["what is the oldest thing here?", "amphora"],
    ["what is the most valuable thing you have?", "celadon-vase"],
    ["show me something scary", "mask"],
    ["what is your favourite piece?", "loom"],
  ])("has the eyes go to the one: %s", async (text, about) => {
    expect((await answer(text)).about).toBe(about);
    // Whatever the talk was of before.
    expect((await answer(text, "telescope")).about).toBe(about);
  });
});

describe("talk", () => {
  it.each([
    ["I love this place", "house-praise"],
    ["this museum sucks", "house-complaint"],
    ["can you show me round?", "house-tour"],
    ["wait", "house-tour-end"],
    ["whre r the toilets", "house-toilets"],
    ["I'm hungry", "house-cafe"],
    ["what are you looking at?", "ada-looks"],
    ["what was that noise?", "ada-hears"],
    ["my name is Tom", "ada-meet"],
    ["how long does the tour take?", "house-tour-length"],
    ["where do I put my coat", "house-coats"],
    ["do you have paintings?", "house-paintings"],
    ["is there anything from China?", "house-pottery"],
    ["my child is missing", "house-lost-child"],
    ["I'm tired", "house-bench"],
    ["do you like music?", "ada-music"],
    ["leave me alone", "ada-alone"],
    ["thanks!", "You are welcome."],
    ["hello", "Hello."],
    ["what's the capital of France?", "I am sorry, I don't know that."],
    ["that one is ugly", null],
  ])("%s", async (text, said) => {
    expect((await answer(text)).said).toBe(said);
  });
});

describe("a rebuke", () => {
  const REBUKE = "Let us stay friendly, please.";

  it.each([
    "who is that man over there?",
    "who is that old woman?",
    "who is that black man?",
    "who are you?",
    "what is your favourite piece?",
    "I think you are lying",
  ])("is not for those who ask about people or ask Ada herself: %s", async (text) => {
    expect((await answer(text)).said).not.toBe(REBUKE);
  });

  it("is for those who insult her", async () => {
    expect((await answer("you are an idiot")).said).toBe(REBUKE);
  });
});

it("of every piece its particulars are known", () => {
  expect(Object.keys(PARTICULARS)).toEqual(expect.arrayContaining(CATALOGUE.map(({ id }) => id)));
});

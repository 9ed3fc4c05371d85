import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConversationBehavior } from "../../src/behaviours/conversationBehavior.js";
import { GazeBehavior } from "../../src/behaviours/gazeBehavior.js";
import { Responder } from "../../src/behaviours/responder.js";
import { whyNot } from "../../src/explain/whyNot.js";
import type { Npc } from "../../src/mind/npc.js";
import type { Entity } from "../../src/world/entity.js";
import { focusOn, World } from "../mind/world.js";
import { moment } from "../model/percepts.js";

const knowledge = {
  answers: [
    { id: "hours", questions: ["When do you close?"], answer: "We close at six. Last entry is at five." },
  ],
  facts: [["vase", "madeIn", "Jingdezhen"] as const],
};

let world: World;
let ada: Npc;
let bert: Npc;
let lin: Entity;
beforeEach(() => {
  world = new World();
  ada = world.npc("ada", [0, 0, 2], { name: "Ada" }).addBehavior(new ConversationBehavior(knowledge));
  bert = world.npc("bert", [3, 0, 2], { name: "Bert" }).addBehavior(new ConversationBehavior());
  lin = world.player("lin", [0, 0, 0], { label: "Lin" });
  world.thing("vase", [-2, 1, 2], {
    label: "celadon vase",
    description: "A green vase from the kilns of Longquan.",
  });
  world.thing("urn", [-2, 1, 0], { label: "blue urn" });
});
afterEach(() => world.dispose());

const momentAt = (time: number) => moment({ time });

const ask = (text: string, seconds = 12, speaker: Entity | string = lin) => {
  world.said.length = 0;
  world.chat.say({ speaker, text });
  world.run(seconds);
  return world.said.map(({ speaker, text }) => `${speaker.id}: ${text}`);
};

/** Ada answers by this conversation alone. */
const instead = (conversation: ConversationBehavior) => {
  ada.removeBehavior(ada.getBehaviorByName("Conversation")!);
  ada.addBehavior(conversation);
};

/** Says it to Ada, whose attention finds that it is about a thing. */
const askOf = (id: string, text: string) => {
  world.said.length = 0;
  world.chat.say({ speaker: lin, text });
  world.run(0.2);
  ada.receive(focusOn("ada", [[id, 0.9]], { referents: [id] }));
  world.run(8);
  return world.said.map((said) => said.text);
};

describe("who answers", () => {
  it("is who is named, and nobody else", () => {
    expect(ask("Bert, when do you close?")).toEqual(["bert: I am sorry, I don't know that."]);
  });

  it("is else who is nearest before the speaker", () => {
    expect(ask("when do you close?")).toEqual(["ada: We close at six.", "ada: Last entry is at five."]);
  });

  it("is who the speaker faces, though another is as near", () => {
    lin.node.position.set(1.5, 0, 2);
    lin.node.rotation.y = Math.PI / 2;
    expect(ask("do you know the time?")).toEqual(["bert: I am sorry, I don't know that."]);
  });

  it("stays with the one that the speaker talks with", () => {
    ask("Bert, hello", 3);
    expect(ask("do you know the time?")[0]).toMatch(/^bert: /);
  });

  it("is nobody out of range, deaf to the chat, or when another visitor is meant", () => {
    lin.node.position.set(0, 0, -9);
    expect(ask("when do you close?")).toEqual([]);
    lin.node.position.set(0, 0, 0);
    ada.senses.chat = false;
    bert.senses.chat = false;
    expect(ask("Ada, when do you close?")).toEqual([]);
    ada.senses.chat = true;
    world.player("tom", [1, 0, 0], { label: "Tom" });
    expect(ask("Tom, when do you close?")).toEqual([]);
  });

  it("is never another NPC's partner: NPCs do not talk among themselves", () => {
    expect(ask("Ada, when do you close?", 12, bert.entity)).toEqual([]);
  });
});

describe("the answer", () => {
  it("comes within 1 s, one sentence after the other, with its id and length", () => {
    ask("when do you close?");
    const [first, second] = world.said;
    expect(first!.at).toBeGreaterThan(0.4);
    expect(first!.at).toBeLessThan(1);
    expect(first!.answer).toBe("hours");
    expect(first!.to).toBe(lin);
    expect(first!.seconds).toBeCloseTo("We close at six.".length / 14, 5);
    expect(second!.at).toBeGreaterThanOrEqual(first!.at + first!.seconds);
  });

  it("may be a fact, a description, a greeting", () => {
    expect(ask("where was the celadon vase made?")).toEqual([
      "ada: The celadon vase was made in Jingdezhen.",
    ]);
    expect(ask("what is that green vase?")).toEqual([
      "ada: That is the celadon vase.",
      "ada: A green vase from the kilns of Longquan.",
    ]);
    expect(ask("hello Ada")).toEqual(["ada: Hello, Lin."]);
  });

  it("is about what attention says is meant, where no name says it", () => {
    world.chat.say({ speaker: lin, text: "and what is over there?" });
    world.run(0.3, () => {});
    ada.receive(focusOn("ada", [["urn", 0.8]], { referents: ["urn"] }));
    world.run(4);
    expect(world.said[0]!.text).toBe("That is the blue urn.");
  });

  it("is about the thing that the speaker faces, where only a finger points", () => {
    lin.node.rotation.y = -Math.PI / 2;
    expect(ask("Ada, what is this?")).toEqual(["ada: That is the blue urn."]);
  });

  it("to a bare 'what is this?' is what is pointed at, whatever known question is worded alike", () => {
    const guide = new ConversationBehavior({
      answers: [{ id: "place", questions: ["What is this place?", "What is this?"], answer: "A museum." }],
    });
    ada.removeBehavior(ada.getBehaviorByName("Conversation")!);
    ada.addBehavior(guide);
    lin.node.rotation.y = -Math.PI / 2;
    expect(ask("Ada, what is this?")).toEqual(["ada: That is the blue urn."]);
    expect(ask("Ada, what is this place?")).toEqual(["ada: A museum."]);
  });

  it("to what is asked of 'it' is found by the thing's name, and is never one on another thing", () => {
    const guide = new ConversationBehavior({
      answers: [
        {
          id: "vase age",
          questions: ["when was the celadon vase made?", "how old is the celadon vase?"],
          answer: "From 1200.",
        },
        {
          id: "shell age",
          questions: ["how old is it, the nautilus?"],
          answer: "It lived for fifteen years.",
        },
      ],
    });
    world.thing("nautilus", [4, 1, -2], { label: "nautilus" });
    instead(guide);
    expect(askOf("vase", "how old is it?")).toEqual(["From 1200."]);
    expect(askOf("nautilus", "how old is it?")).toEqual(["It lived for fifteen years."]);
    expect(askOf("urn", "how old is it?")).toEqual(["That is the blue urn."]);
  });

  it("is known of the thing that the talk is of, though all things have the same questions", () => {
    instead(
      new ConversationBehavior({
        answers: [
          { id: "shop", questions: ["how old is this shop?"], answer: "From 1990." },
          { id: "vase", about: "celadon vase", questions: ["how old is it?"], answer: "From 1200." },
          {
            id: "urn",
            about: world.entities.get("urn")!,
            questions: ["how old is it?"],
            answer: "From 300.",
          },
          { id: "use", about: "urn", questions: ["what was the urn used for?"], answer: "For ashes." },
        ],
      }),
    );
    expect(askOf("vase", "how old is it?")).toEqual(["From 1200."]);
    expect(askOf("urn", "how old is it?")).toEqual(["From 300."]);
    expect(askOf("vase", "how old is the blue urn?")).toEqual(["From 300."]);
    expect(askOf("vase", "what was the other one used for?")).not.toContain("For ashes.");
    expect(askOf("vase", "how old is this shop?")).toEqual(["From 1990."]);
    expect(world.warnings).toEqual([]);
  });

  it("is known of the likeliest of several that may be meant", () => {
    instead(
      new ConversationBehavior({
        answers: ["vase", "urn"].map((about) => ({
          id: about,
          about,
          questions: ["how old is it?"],
          answer: `Of the ${about}.`,
        })),
      }),
    );
    world.chat.say({ speaker: lin, text: "how old is it?" });
    world.run(0.2);
    ada.receive(
      focusOn(
        "ada",
        [
          ["urn", 0.5],
          ["vase", 0.3],
        ],
        { referents: ["vase", "urn"] },
      ),
    );
    world.run(8);
    expect(world.said.map(({ text }) => text)).toEqual(["Of the urn."]);
  });

  it("turns to what it is about where the talk is of nothing yet; of several it asks which", () => {
    const guide = new ConversationBehavior({
      answers: [
        {
          id: "vase",
          about: "vase",
          questions: ["how old is it?", "what is the oldest?"],
          answer: "From 1200.",
        },
        { id: "urn", about: "urn", questions: ["how old is it?"], answer: "From 300." },
      ],
    });
    const about: (string | undefined)[] = [];
    guide.onRepliedObservable.add(({ reply }) => about.push(reply.about?.id));
    instead(guide);
    expect(ask("Ada, what is the oldest here?")).toEqual(["ada: From 1200."]);
    expect(ask("Ada, how old?")).toEqual(["ada: Which one do you mean?"]);
    expect(about).toEqual(["vase", undefined]);
  });

  it("word for word known of 'it' is found where the thing is named", () => {
    instead(
      new ConversationBehavior({
        answers: [
          { id: "stuff", about: "vase", questions: ["what is it made of?"], answer: "Of stoneware." },
          { id: "colour", about: "vase", questions: ["what makes the vase green?"], answer: "Iron." },
        ],
      }),
    );
    expect(ask("Ada, what is the celadon vase made of?")).toEqual(["ada: Of stoneware."]);
  });

  it("about nothing in particular has the eyes go to what it names itself", () => {
    const guide = new ConversationBehavior({
      answers: [
        { id: "oldest", questions: ["what is the oldest thing here?"], answer: "The celadon vase, by far." },
      ],
    });
    const about: (string | undefined)[] = [];
    guide.onRepliedObservable.add(({ reply }) => about.push(reply.about?.id));
    instead(guide);
    lin.node.rotation.y = -Math.PI / 2;
    expect(ask("Ada, what is the oldest thing here?")).toEqual(["ada: The celadon vase, by far."]);
    expect(about).toEqual(["vase"]);
  });

  it("to what is asked of 'that' next is about what the talk was about, but 'what is that?' is what is faced", () => {
    instead(
      new ConversationBehavior({
        answers: ["vase", "urn"].map((about) => ({
          id: about,
          about,
          questions: ["who made that?"],
          answer: `The ${about}'s.`,
        })),
      }),
    );
    lin.node.rotation.y = -Math.PI / 2;
    expect(ask("Ada, what is the celadon vase?")[0]).toBe("ada: That is the celadon vase.");
    expect(ask("Ada, who made that?")).toEqual(["ada: The vase's."]);
    expect(ask("Ada, what is that?")).toEqual(["ada: That is the blue urn."]);
    expect(ask("Ada, who made that?", 70)).toEqual(["ada: The urn's."]);
  });

  it("of one sentence about a thing has the eyes on it, and on the speaker after", () => {
    instead(
      new ConversationBehavior({
        answers: [{ id: "age", about: "vase", questions: ["how old?"], answer: "From 1200, I think." }],
      }),
    );
    const seen: (string | undefined)[] = [];
    ada.onAttendingChangedObservable.add(({ to }) => seen.push(to?.id));
    ask("Ada, how old?", 6);
    expect(seen.slice(0, 3)).toEqual(["lin", "vase", "lin"]);
  });

  it("to what is asked of 'it' is about what the talk was about, if attention finds that it may be", () => {
    instead(
      new ConversationBehavior({
        answers: ["vase", "urn"].map((about) => ({
          id: about,
          about,
          questions: ["how old is it?"],
          answer: about,
        })),
      }),
    );
    const agesOf = (referents: string[]) => {
      world.said.length = 0;
      world.chat.say({ speaker: lin, text: "how old is it?" });
      world.run(0.2);
      ada.receive(
        focusOn(
          "ada",
          [
            ["vase", 0.5],
            ["urn", 0.3],
          ],
          { referents },
        ),
      );
      world.run(8);
      return world.said.map(({ text }) => text);
    };
    askOf("urn", "what is that blue thing?");
    expect(agesOf(["vase", "urn"])).toEqual(["urn"]);
    expect(agesOf(["vase"])).toEqual(["vase"]);
  });

  it("is about what leads by far where something is meant for sure, however unsure attention is", () => {
    const unsure = (text: string, urn: number) => {
      world.said.length = 0;
      world.chat.say({ speaker: lin, text });
      world.run(0.2);
      const shares = [
        ["urn", urn],
        ["vase", 0.1],
      ] as const;
      ada.receive(focusOn("ada", shares, { referents: ["urn"] }));
      world.run(8);
      return world.said.at(-1)?.text;
    };
    expect(unsure("and the one next to it?", 0.3)).toBe("That is the blue urn.");
    expect(unsure("is it new?", 0.3)).toBe("That is the blue urn.");
    expect(unsure("and the one next to it?", 0.2)).toBe("I am sorry, I don't know that.");
    expect(unsure("what is Lin like?", 0.3)).toBe("I am sorry, I don't know that.");
  });

  it("is not about what attention only guesses", () => {
    world.chat.say({ speaker: lin, text: "Ada, tell me something funny" });
    world.run(0.2);
    ada.receive(focusOn("ada", [["urn", 0.2]], { referents: ["urn"] }));
    world.run(8);
    expect(world.said.map(({ text }) => text)).toEqual(["I am sorry, I don't know that."]);
  });

  it("to a known question is no rebuke, however it sounds", () => {
    const responder = new Responder({
      answers: [{ id: "best", questions: ["your favourite piece?"], answer: "The urn." }],
    });
    const sentence = {
      embedding: Float32Array.of(1),
      sentiment: { positive: 0, negative: 1, ambiguous: 0, neutral: 0 },
      abuse: { hate: 0, insult: 0.9 },
    };
    const reply = (text: string) =>
      responder.reply({
        text,
        sentence,
        speaker: lin,
        named: true,
        referents: [],
        pointedAt: [],
        things: [],
      });
    expect(reply("Your favourite piece?")?.sentences).toEqual(["The urn."]);
    expect(reply("Your favourite idiot?")?.sentences).toEqual(["Let us stay friendly, please."]);
  });

  it("to a known question is the known one, word for word, though a description would do", () => {
    const responder = new Responder({
      answers: [{ id: "lin", about: lin, questions: ["who is Lin?"], answer: "Our best restorer." }],
    });
    const reply = (text: string) =>
      responder.reply({
        text,
        speaker: null,
        named: true,
        referents: [],
        pointedAt: [],
        things: [lin],
        ownersOf: () => [lin],
      });
    expect(reply("Who is Lin?")?.answer).toBe("lin");
  });

  it("about what is not in the scene is never given, and the developer is told", () => {
    instead(
      new ConversationBehavior({
        answers: [{ id: "age", about: "vaze", questions: ["how old?"], answer: "Old." }],
      }),
    );
    expect(ask("Ada, how old?")).toEqual(["ada: I am sorry, I don't know that."]);
    expect(world.warnings).toEqual([expect.stringMatching(/answer "age": "about" names no entity here/)]);
  });

  it("to 'that vase' of several is about the one pointed at", () => {
    world.thing("jar", [-2, 1, -0.6], { label: "tall vase" });
    lin.node.rotation.y = Math.atan2(-2, -0.6);
    expect(ask("Ada, what is that vase?")[0]).toBe("ada: That is the tall vase.");
    lin.node.rotation.y = -Math.PI / 4;
    expect(ask("Ada, what is that vase?")[0]).toBe("ada: That is the celadon vase.");
  });

  it("waits longer where decisions come slowly: twice the time between two", () => {
    world.decisionSeconds = 4;
    ada.receive(focusOn("ada", [["vase", 0.8]]), momentAt(world.now));
    const asked = world.now;
    ask("and what is over there?", 7);
    expect(world.said.map(({ text }) => text)).toEqual(["Let me see."]);
    ada.receive(focusOn("ada", [["urn", 0.8]], { referents: ["urn"] }), momentAt(asked + 0.1));
    world.run(0.5);
    expect(world.said.map(({ text }) => text)).toEqual(["Let me see.", "That is the blue urn."]);
  });

  it("waits for the focus that has read the message, with a filler, so that eyes and answer agree", () => {
    ada.receive(focusOn("ada", [["vase", 0.8]], { referents: ["vase"] }), momentAt(world.now));
    const asked = world.now;
    world.chat.say({ speaker: lin, text: "and what is over there?" });
    world.run(1.3);
    expect(world.said.map(({ text }) => text)).toEqual(["Let me see."]);
    expect(world.said[0]!.at - asked).toBeCloseTo(0.6, 1);
    // A focus of a moment before the message has not read it, whenever it comes.
    ada.receive(focusOn("ada", [["vase", 0.8]], { referents: ["vase"] }), momentAt(asked - 0.1));
    world.run(0.1);
    expect(world.said).toHaveLength(1);
    ada.receive(focusOn("ada", [["urn", 0.8]], { referents: ["urn"] }), momentAt(asked + 0.1));
    world.run(0.5);
    expect(world.said.map(({ text }) => text)).toEqual(["Let me see.", "That is the blue urn."]);
  });

  it("does not wait for ever, and not at all where nothing decides", () => {
    ada.receive(focusOn("ada", [["vase", 0.8]], { referents: ["vase"] }), momentAt(world.now));
    const asked = world.now;
    ask("when do you close?", 2);
    expect(world.said.map(({ text }) => text)).toEqual(["Let me see.", "We close at six."]);
    // 0.6 s of thought, 1 s of waiting, a breath after the filler.
    expect(world.said[1]!.at - asked).toBeGreaterThanOrEqual(1.6);
    expect(world.said[1]!.at - asked).toBeLessThan(1.8);
    expect(() => new ConversationBehavior({ waitSeconds: -1 })).toThrow('"waitSeconds" must be seconds');
  });

  it("to what needs none is not announced by a filler", () => {
    ada.receive(focusOn("ada", []), momentAt(world.now));
    expect(ask("it rains outside")).toEqual([]);
  });

  it("is no answer to a statement", () => {
    expect(ask("what a day")).toEqual([]);
    expect(ask("it rains outside")).toEqual([]);
    expect(ada.task).toBe("idle");
  });

  it("is not disturbed by ten thousand letters or by smileys", () => {
    expect(ask("🙂🙃".repeat(50))).toEqual([]);
    expect(ask("x".repeat(10_000))).toEqual([]);
    expect(ask("Ada? 🙂")).toEqual(["ada: I am sorry, I don't know that."]);
  });
});

describe("while answering", () => {
  it("the task says so, and the NPC attends to the speaker and turns to face", () => {
    ada.addBehavior(new GazeBehavior({ bodyTurns: "never" }));
    world.chat.say({ speaker: lin, text: "Ada, when do you close?" });
    world.run(0.1);
    expect(ada.task).toBe("answering");
    world.run(2.4);
    expect(ada.attending).toBe(lin);
    expect(Math.cos(ada.gaze.bodyYaw)).toBeLessThan(-0.9);
    world.run(6);
    expect(ada.task).toBe("idle");
    expect(ada.bodyHeld).toBe(false);
    expect(ada.attending).toBeNull();
  });

  it("what is no matter of a thing holds its eyes on who asked, and the reason is that it answers", () => {
    ada.receive(focusOn("ada", [["vase", 1]]), momentAt(0));
    world.run(1);
    expect(ada.attending?.id).toBe("vase");
    world.chat.say({ speaker: lin, text: "Ada, when do you close?" });
    for (let i = 0; i < 30; i++) {
      ada.receive(focusOn("ada", [["vase", 1]]), momentAt(world.now));
      world.run(0.1);
    }
    expect(ada.attending).toBe(lin);
    expect(ada.why?.text).toBe('Ada is answering: "Lin"');
    expect(whyNot(ada, world.entities.get("vase")!).text).toBe('Ada is answering: "Lin"');
  });

  it("a speaker who is gone does no harm", () => {
    world.chat.say({ speaker: lin, text: "Ada, when do you close?" });
    world.run(0.3);
    lin.node.dispose();
    world.run(8);
    expect(world.said).toHaveLength(2);
    expect(ada.task).toBe("idle");
  });

  it("the NPC may be disposed", () => {
    world.chat.say({ speaker: lin, text: "Ada, when do you close?" });
    world.run(1);
    ada.dispose();
    world.run(5);
    expect(world.said).toHaveLength(1);
  });
});

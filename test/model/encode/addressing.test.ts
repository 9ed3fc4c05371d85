import { describe, expect, it } from "vitest";
import { addresses } from "../../../src/model/encode/addressing.js";
import { namingOf } from "../../../src/model/encode/dialogue.js";
import type { MessagePercept } from "../../../src/model/percepts.js";
import { entity, moment, npc } from "../percepts.js";

const people = ["Ada", "Bo", "Cleo"].map((label) => entity(label.toLowerCase(), { kind: "npc", label }));
const namings = people.map(namingOf);

const line = (speaker: string, text: string, secondsAgo: number): MessagePercept => ({
  id: secondsAgo,
  speaker,
  text,
  secondsAgo,
});

/** Lines, oldest first, as a guide called Professor Lind stands to them. */
function heard(...messages: MessagePercept[]) {
  const whole = moment({ entities: people, messages });
  const guide = npc("guide", whole, { name: "Professor Lind" });
  const lines = addresses([guide], { ...whole, npcs: [guide] }, people, namings);
  const of = (id: string) => {
    const found = lines.find(({ message }) => message.speaker === id);
    return found?.featuresFor(guide, people.find((p) => p.id === id)!) ?? null;
  };
  return { lines, of };
}

describe("whom a line is for", () => {
  it("tells who called the listener from who spoke last to somebody else", () => {
    const { of } = heard(line("ada", "Professor, can you slow down?", 1), line("bo", "Cleo, wait", 0));
    const ada = of("ada")!;
    expect(ada.spokeLast).toBe(0);
    expect(ada.addresses).toBeGreaterThan(0.45);
    expect(ada.addressesOther).toBe(0);
    expect(ada.asks).toBeCloseTo(Math.exp(-1 / 5));
    expect(of("bo")).toEqual({ spokeLast: 1, addresses: 0, addressesOther: 1, asks: 0 });
  });

  it("does not take a speaker's own name for somebody else's", () => {
    expect(heard(line("bo", "Bo here", 0)).of("bo")?.addressesOther).toBe(0);
  });

  it("fades", () => {
    const [now, then] = [0, 10].map((ago) => heard(line("ada", "Professor Lind!", ago)).of("ada")!.addresses);
    expect(now).toBe(1);
    expect(then).toBeCloseTo(Math.exp(-2));
  });

  it("keeps the newest line of each of the last speakers, and no line that was not read", () => {
    const { lines } = heard(line("ada", "one", 9), line("bo", "two", 8), line("ada", "three", 7));
    expect(lines.map(({ message }) => message.text)).toEqual(["two", "three"]);
    const whole = moment({ entities: people, messages: [line("ada", "Professor?", 1)] });
    const deaf = npc("guide", whole, { reads: [0] });
    expect(addresses([deaf], { ...whole, npcs: [deaf] }, people, namings)).toEqual([]);
    const cut = npc("guide", whole, { senses: { sight: true, hearing: true, chat: false } });
    expect(addresses([cut], { ...whole, npcs: [cut] }, people, namings)).toEqual([]);
  });
});

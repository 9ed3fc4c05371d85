import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Npc } from "../../src/mind/npc.js";
import { focusOn, World } from "./world.js";

let world: World;
let ada: Npc;
beforeEach(() => {
  world = new World();
  ada = world.npc("ada", [0, 0, 0]);
  world.thing("vase", [0, 1, 2]);
  world.thing("door", [-3, 1, 0]);
  world.player("lin", [1, 0, 2]);
  ada.intend(world.entities.get("vase")!);
  world.run(1);
});
afterEach(() => world.dispose());

const attendedWhile = (
  entities: [string, number][],
  shares: { sight: number; hearing: number; chat: number },
) => {
  world.run(1.5, () => ada.receive(focusOn("ada", entities, { shares })));
  return ada.attending?.id;
};

describe("what its task would have an NPC look at", () => {
  it("is kept against a mere view, however likely", () => {
    expect(attendedWhile([["lin", 0.9]], { sight: 1, hearing: 0, chat: 0 })).toBe("vase");
  });

  it("yields to a noise, to a message just read, to an event", () => {
    expect(attendedWhile([["door", 0.8]], { sight: 0.1, hearing: 0.9, chat: 0 })).toBe("door");
    world.chat.say({ speaker: "lin", text: "hello" });
    expect(attendedWhile([["lin", 0.8]], { sight: 0.1, hearing: 0, chat: 0.9 })).toBe("lin");
    world.entities.get("door")!.event = { kind: "flashes", at: world.now };
    expect(attendedWhile([["door", 0.8]], { sight: 1, hearing: 0, chat: 0 })).toBe("door");
  });

  it("yields to who speaks and to what they ask about, before anybody knows the shares of the senses", () => {
    const shares = null;
    const attendedTo = (id: string, referents: string[] = []) => {
      world.run(1.5, () => ada.receive(focusOn("ada", [[id, 0.8]], { shares, referents })));
      return ada.attending?.id;
    };
    expect(attendedTo("lin")).toBe("vase");
    world.chat.say({ speaker: "lin", text: "and the door?" });
    expect(attendedTo("door")).toBe("vase");
    expect(attendedTo("door", ["door"])).toBe("door");
    expect(attendedTo("lin")).toBe("lin");
  });

  it("is taken up again when the message is old, though the chat is still the reason", () => {
    world.chat.say({ speaker: "lin", text: "hello" });
    world.run(10);
    expect(attendedWhile([["lin", 0.8]], { sight: 0, hearing: 0, chat: 1 })).toBe("vase");
  });

  it("is not given up for a focus without a clear favourite", () => {
    world.chat.say({ speaker: "lin", text: "hello" });
    expect(
      attendedWhile(
        [
          ["lin", 0.26],
          ["door", 0.25],
        ],
        { sight: 0, hearing: 0, chat: 1 },
      ),
    ).toBe("vase");
  });
});

/** Rules of the task focus: those of one sense, those that name sets, and the product's own without a model. */
import { NullObserver } from "../../../src/headless/caseObserver.js";
import type { FocusCase } from "../../../src/headless/focusCase.js";
import { focusPrediction } from "../../../src/headless/prediction.js";
import { ruleFocus } from "../../../src/model/ruleFocus.js";
import type { FocusCase as Episode } from "../../../training/episodes/types.js";
import { colourWordOf, NAMED_COLOURS } from "./colours.js";
import type { Rule, RulesOf } from "./rule.js";
import { RULES } from "./single.js";

type Entity = FocusCase["entities"][number];

export const focusRules: RulesOf = () => [
  ...Object.entries(RULES).map(
    ([name, choose]): Rule => ({
      name,
      predict: (given) => one(choose(given as unknown as Episode)),
    }),
  ),
  set("all", () => true),
  nearest,
  set("colour named", isOfNamedColour),
  set("name", isNamed),
  productRule(),
];

const nearest: Rule = {
  name: "nearest to the viewer",
  predict: (given) => {
    const { viewer, entities } = given as unknown as FocusCase;
    const from = viewer?.position ?? [0, 0, 0];
    const away = ({ position: [x, y, z] }: Entity) => Math.hypot(x - from[0], y - from[1], z - from[2]);
    return one([...entities].sort((a, b) => away(a) - away(b))[0]?.id ?? null);
  },
};

/** What fits, else everything. */
function set(
  name: string,
  fits: (entity: Entity, words: readonly string[], all: readonly Entity[]) => boolean,
): Rule {
  return {
    name,
    predict: (given) => {
      const { entities, chat } = given as unknown as FocusCase;
      const words = wordsOf(chat?.at(-1)?.text ?? "");
      const fitting = entities.filter((entity) => fits(entity, words, entities));
      const chosen = (fitting.length ? fitting : entities).map(({ id }) => id);
      return { focus: chosen.map((id) => [id, 1 / chosen.length]), referents: chosen };
    },
  };
}

function isOfNamedColour({ colour }: Entity, words: readonly string[]): boolean {
  const named = words.filter((word) => NAMED_COLOURS.has(word));
  return colour !== undefined && named.includes(colourWordOf(colour));
}

/** Called by a word of the line; with descriptions, those that share most words with it. */
function isNamed(entity: Entity, words: readonly string[], all: readonly Entity[]): boolean {
  const shared = ({ description }: Entity) => {
    const said = new Set(wordsOf(description ?? ""));
    return words.filter((word) => word.length > 2 && said.has(word)).length;
  };
  const most = Math.max(...all.map(shared));
  if (most > 0) return shared(entity) === most;
  const line = ` ${words.join(" ")} `;
  return [entity.label ?? "", ...(entity.names ?? [])].some(
    (name) => name !== "" && line.includes(` ${wordsOf(name).join(" ")} `),
  );
}

/** What the product decides while there is no model, from the same percepts. */
function productRule(): Rule {
  const observer = new NullObserver(false);
  return {
    name: "the product without its model",
    predict: async (given) => {
      const [observed] = await observer.observe([given]);
      if (!observed || "error" in observed) return null;
      const [focus] = ruleFocus(observed.percepts);
      return focus ? { ...focusPrediction("", focus, observed.percepts.npcs[0]?.entity ?? null) } : null;
    },
    dispose: () => observer.dispose(),
  };
}

function one(id: string | null) {
  return id === null ? { focus: [], referents: [] } : { focus: [[id, 1]], referents: [id] };
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

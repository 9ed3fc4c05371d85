import type { Entity } from "../world/entity.js";

/** How to call an entity in a sentence: "the celadon vase"; a person by name. */
export function calledInSentence(entity: Entity): string {
  const name = entity.label || entity.names[0] || entity.id;
  if (entity.kind === "player" || entity.kind === "npc" || /^(the|a|an)\s/i.test(name)) return name;
  return `the ${name}`;
}

/** What an NPC says where its author gave no words. `{name}` is the visitor's name, if there is one. */
export interface Phrases {
  readonly hello: string;
  readonly welcome: string;
  readonly unknown: string;
  /** Several things are known to answer this, and it is open which is meant. */
  readonly which: string;
  /** Said while it still thinks. */
  readonly filler: string;
  /** Said to abuse, whatever else it asks. */
  readonly rebuke: string;
  readonly greeting: string;
  readonly call: string;
  readonly farewell: string;
}

export const PHRASES: Phrases = {
  hello: "Hello{, name}.",
  welcome: "You are welcome.",
  unknown: "I am sorry, I don't know that.",
  which: "Which one do you mean?",
  filler: "Let me see.",
  rebuke: "Let us stay friendly, please.",
  greeting: "Welcome{, name}. Please follow me.",
  call: "This way, please{, name}.",
  farewell: "That is the end of the tour. Thank you for coming.",
};

/** Fills `{, name}` and `{name}`; without a name they vanish. */
export function filled(phrase: string, person: Entity | null): string {
  const name = person?.label ?? "";
  return phrase.replace(/\{(,? ?)name\}/g, (_, before: string) => (name ? `${before}${name}` : ""));
}

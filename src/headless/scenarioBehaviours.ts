import { ConversationBehavior } from "../behaviours/conversationBehavior.js";
import { GazeBehavior } from "../behaviours/gazeBehavior.js";
import { GuidedTourBehavior } from "../behaviours/guidedTourBehavior.js";
import type { Npc } from "../mind/npc.js";
import type { Scenario, ScenarioNpc } from "./scenario.js";

/** What a scenario's NPC can do: look; answer, unless it is a visitor who knows nothing; lead its tour. */
export function giveBehaviours(npc: Npc, described: ScenarioNpc, scenario: Scenario): void {
  const { id, role, tour, knowledge, facts } = described;
  npc.addBehavior(new GazeBehavior());
  if (role !== "visitor" || knowledge.length + facts.length > 0) {
    npc.addBehavior(new ConversationBehavior({ answers: knowledge, facts }));
  }
  if (!tour) return;
  const ordered = scenario.timeline.some(({ actions }) =>
    actions.some((action) => action.type === "start" && action.npc === id),
  );
  npc.addBehavior(new GuidedTourBehavior({ ...tour, ...(ordered ? { starts: "order" } : {}) }));
}

import type { Npc } from "../../mind/npc.js";
import { element, type OverlayPart } from "./dom.js";

/** Whose mind is shown: one radio button for each NPC. */
export class NpcPicker implements OverlayPart {
  readonly element = element("div", "bp-picker", { role: "radiogroup", "aria-label": "Whose attention" });
  private shown: readonly string[] = [];

  constructor(private readonly choose: (npc: Npc) => void) {}

  show(npcs: readonly Npc[], chosen: Npc | null): void {
    const ids = npcs.map((npc) => npc.id);
    if (ids.join("\n") !== this.shown.join("\n")) this.rebuild(npcs);
    this.shown = ids;
    for (const [i, button] of [...this.element.children].entries()) {
      const checked = npcs[i] === chosen;
      button.setAttribute("aria-checked", String(checked));
      (button as HTMLButtonElement).tabIndex = checked ? 0 : -1;
    }
  }

  private rebuild(npcs: readonly Npc[]): void {
    this.element.replaceChildren(
      ...npcs.map((npc) => {
        const button = element("button", "", { type: "button", role: "radio", "data-npc": npc.id }, npc.name);
        button.addEventListener("click", () => this.choose(npc));
        button.addEventListener("keydown", (event) => this.move(event, npcs, npc));
        return button;
      }),
    );
  }

  private move(event: KeyboardEvent, npcs: readonly Npc[], from: Npc): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const to = (npcs.indexOf(from) + step + npcs.length) % npcs.length;
    const npc = npcs[to];
    if (npc) this.choose(npc);
    (this.element.children[to] as HTMLElement | undefined)?.focus();
  }
}

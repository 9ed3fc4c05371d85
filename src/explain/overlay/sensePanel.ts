import type { Npc } from "../../mind/npc.js";
import type { ModalityShares } from "../../model/focus.js";
import { element, type OverlayPart, setText } from "./dom.js";

const SENSES = [
  ["sight", "Sight", "--bp-sight"],
  ["hearing", "Hearing", "--bp-hearing"],
  ["chat", "Chat", "--bp-chat"],
] as const;

/** How much each sense had to do with it, and a switch to take the sense away. */
export class SensePanel implements OverlayPart {
  readonly element = element("div", "bp-bars");
  private readonly rows = new Map<
    string,
    { fill: HTMLElement; share: HTMLElement; toggle: HTMLButtonElement }
  >();

  constructor(npc: () => Npc | null) {
    for (const [sense, label, colour] of SENSES) {
      const fill = element("i", "", { style: `background:var(${colour});transform:scaleX(0)` });
      const share = element("span", "bp-share", {}, "–");
      const toggle = element("button", "bp-switch", {
        type: "button",
        role: "switch",
        "aria-label": `${label} works`,
        "data-sense": sense,
      });
      toggle.addEventListener("click", () => {
        const chosen = npc();
        if (chosen) chosen.senses[sense] = !chosen.senses[sense];
        this.showSwitches(chosen);
      });
      this.rows.set(sense, { fill, share, toggle });
      this.element.append(element("span", "", {}, label), element("div", "bp-bar", {}, fill), share, toggle);
    }
  }

  show(npc: Npc | null, shares: ModalityShares | null): void {
    for (const [sense] of SENSES) {
      const row = this.rows.get(sense);
      const share = shares?.[sense] ?? 0;
      if (!row) continue;
      row.fill.style.transform = `scaleX(${share.toFixed(3)})`;
      setText(row.share, shares ? `${Math.round(share * 100)} %` : "–");
    }
    this.showSwitches(npc);
  }

  private showSwitches(npc: Npc | null): void {
    for (const [sense] of SENSES)
      this.rows.get(sense)?.toggle.setAttribute("aria-checked", String(npc?.senses[sense] ?? false));
  }
}

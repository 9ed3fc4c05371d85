import type { Npc } from "../../mind/npc.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import { element, type OverlayPart, setText } from "./dom.js";

const LENGTH = 5;

/** The five likeliest targets of the newest focus. */
export class FocusList implements OverlayPart {
  readonly element = element("ol", "bp-focus");
  private readonly rows = Array.from({ length: LENGTH }, () => {
    const name = element("span");
    const share = element("span");
    const row = element("li", "", {}, name, share);
    return { row, name, share };
  });

  constructor(private readonly entities: EntityRegistry) {
    this.element.append(...this.rows.map(({ row }) => row));
  }

  show(npc: Npc | null): void {
    const entries = npc?.focus?.entities ?? [];
    for (const [i, { row, name, share }] of this.rows.entries()) {
      const [id, probability] = entries[i] ?? [null, 0];
      row.style.visibility = id === null ? "hidden" : "visible";
      if (id === null) continue;
      setText(name, this.entities.get(id)?.label || id);
      setText(share, `${Math.round(probability * 100)} %`);
      row.style.setProperty("--share", probability.toFixed(3));
      row.setAttribute("aria-current", String(npc?.attending?.id === id));
    }
  }
}

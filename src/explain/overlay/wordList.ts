import type { Focus } from "../../model/focus.js";
import { element, type OverlayPart } from "./dom.js";

/** The words of the newest messages, shaded by the attention on them. */
export class WordList implements OverlayPart {
  readonly element = element("div", "bp-words");
  private shown = "";

  show(focus: Focus | null): void {
    const words = focus?.attention?.wordTexts ?? [];
    const text = words.join(" ");
    if (text !== this.shown)
      this.element.replaceChildren(...words.map((word) => element("span", "", {}, word)));
    this.shown = text;
    const weights = focus?.attention?.words ?? new Float32Array(0);
    const peak = Math.max(1e-6, ...weights);
    for (const [i, span] of [...this.element.children].entries())
      (span as HTMLElement).style.setProperty("--share", (((weights[i] ?? 0) / peak) * 0.6).toFixed(3));
  }
}

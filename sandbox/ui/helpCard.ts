import { element } from "./element.js";

const KEYS: readonly (readonly [string, string])[] = [
  ["W A S D", "walk; the arrow keys walk and turn"],
  ["Drag", "look around; a double click locks the pointer, Esc frees it"],
  ["T or Enter", "write to whoever is in range"],
  ["G", "start or pause the guided tour"],
  ["C", "knock over a barrier post behind the guide"],
  ["M", "show or hide the mind panel"],
  ["H", "this card"],
];

/** How to move about. */
export class HelpCard {
  readonly element = element("div", "card-layer", { hidden: "" });
  private readonly close = element("button", "enter", { type: "button" }, "Back to the rooms");

  constructor() {
    const keys = element("dl", "keys");
    for (const [key, does] of KEYS) keys.append(element("dt", "", {}, key), element("dd", "", {}, does));
    const card = element("section", "card glass", {
      role: "dialog",
      "aria-modal": "true",
      "aria-label": "Help",
    });
    card.append(
      element("h2", "", {}, "Finding your way"),
      element(
        "p",
        "",
        {},
        "Try “what is that green vase?”, or “what made that noise?” after a crash. Then take Ada’s sight or hearing away in the mind panel, and ask again.",
      ),
      keys,
      this.close,
    );
    this.element.append(card);
    this.close.addEventListener("click", () => this.toggle(false));
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.toggle(false);
    });
  }

  toggle(open = this.element.hidden): void {
    this.element.hidden = !open;
    if (open) this.close.focus();
    else document.querySelector<HTMLElement>("#stage")?.focus();
  }
}

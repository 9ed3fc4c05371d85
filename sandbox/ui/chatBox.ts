import { element, ICONS, icon } from "./element.js";

const KEPT = 40;

/** What has been said, and a line to say something. */
export class ChatBox {
  readonly element = element("section", "chat glass panel", { "aria-label": "Conversation" });
  readonly input = element("input", "", {
    type: "text",
    name: "message",
    maxlength: "400",
    autocomplete: "off",
    enterkeyhint: "send",
    placeholder: "Ask about anything you see…",
    "aria-label": "Message",
  });
  private readonly history = element("ol", "", { tabindex: "0", "aria-label": "What has been said" });

  constructor(send: (text: string) => void) {
    const button = element("button", "", { type: "submit", "aria-label": "Send" });
    button.append(icon(ICONS.send));
    const form = element("form", "", {}, this.input, button);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.input.value.trim();
      this.input.value = "";
      if (text) send(text);
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") document.querySelector<HTMLElement>("#stage")?.focus();
    });
    this.element.append(this.history, form);
  }

  /** What one person says in a row stands under one name. */
  add(who: string, text: string, colour: string): void {
    const said = element("p", "", {}, text);
    const last = this.history.lastElementChild;
    if (last?.firstElementChild?.tagName === "B" && last.firstElementChild.textContent === who) {
      last.append(said);
      this.history.scrollTop = this.history.scrollHeight;
      return;
    }
    const line = element("li", "", {}, element("b", "", {}, who), said);
    line.style.setProperty("--who", colour);
    this.append(line);
  }

  note(text: string): void {
    this.append(element("li", "note", {}, text));
  }

  private append(line: HTMLElement): void {
    this.history.append(line);
    while (this.history.children.length > KEPT) this.history.firstChild?.remove();
    this.history.scrollTop = this.history.scrollHeight;
  }
}

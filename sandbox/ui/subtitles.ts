import { element } from "./element.js";

/** A line stays a little longer than it takes to say. */
const AFTER_SECONDS = 1.2;
const LINES = 2;

/** What is being said, with the speaker's name. */
export class Subtitles {
  readonly element = element("div", "subtitles", {
    role: "log",
    "aria-live": "polite",
    "aria-label": "Subtitles",
  });

  show(who: string, text: string, seconds: number, colour: string): void {
    const line = element("p", "", {}, element("b", "", {}, who), text);
    line.style.setProperty("--who", colour);
    this.element.append(line);
    while (this.element.children.length > LINES) this.element.firstChild?.remove();
    setTimeout(() => line.remove(), (seconds + AFTER_SECONDS) * 1000);
  }
}

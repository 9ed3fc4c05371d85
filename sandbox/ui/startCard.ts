import { TITLE } from "../art/plan.js";
import { type Settings, withSetting } from "../settings.js";
import { element, setText } from "./element.js";

const STEPS = ["engine", "art", "model", "backend"] as const;
export type LoadingStep = (typeof STEPS)[number];
const LABELS: Readonly<Record<LoadingStep, string>> = {
  engine: "Engine",
  art: "Rooms",
  model: "Model",
  backend: "Backend",
};

/** The first thing that a visitor sees: what this is, how far it has loaded, and the way in. */
export class StartCard {
  readonly element = element("div", "card-layer");
  readonly entered: Promise<void>;
  private readonly bars = new Map<LoadingStep, HTMLElement>();
  private readonly button = element(
    "button",
    "enter",
    { type: "button", disabled: "" },
    "Opening the rooms…",
  );
  private readonly notice = element("p", "notice", { role: "status" });

  constructor(settings: Settings) {
    const steps = element("ul", "steps", { "aria-label": "Loading" });
    for (const step of STEPS) {
      const bar = element("i");
      this.bars.set(step, bar);
      steps.append(element("li", "", {}, bar, LABELS[step]));
    }
    const card = element(
      "main",
      "card glass",
      {},
      element("h2", "", {}, TITLE),
      element(
        "p",
        "",
        {},
        "Ada sees what is drawn here, hears what is played and reads what you write. A small attention model in this tab decides what she looks at. Walk up to her and ask about anything in the rooms.",
      ),
      steps,
      this.button,
      choices(settings),
      this.notice,
    );
    this.element.append(card);
    // One thing at a time: panels and lines come with the visit.
    document.body.classList.add("waiting");
    this.entered = new Promise((enter) => {
      this.button.addEventListener("click", () => enter(), { once: true });
    });
    void this.entered.then(() => this.close());
  }

  progress(step: LoadingStep, share: number): void {
    this.bars.get(step)?.style.setProperty("--done", share.toFixed(2));
  }

  /** The rooms can be walked; the model may still be on its way. */
  open(): void {
    this.button.disabled = false;
    setText(this.button, "Enter the museum");
    this.button.focus({ preventScroll: true });
  }

  tell(text: string): void {
    setText(this.notice, text);
  }

  close(): void {
    this.element.hidden = true;
    document.body.classList.remove("waiting");
  }
}

function choices(settings: Settings): HTMLElement {
  return element(
    "div",
    "choices",
    {},
    choice("Drawn with", "engine", settings.engine, [
      ["webgl2", "WebGL 2"],
      ["webgpu", "WebGPU"],
    ]),
    choice("Model on", "backend", settings.backend, [
      ["auto", "the faster"],
      ["webgpu", "WebGPU"],
      ["wasm", "WASM"],
    ]),
  );
}

/** A change opens the page anew: engines and backends can't be swapped in flight. */
function choice(
  label: string,
  name: string,
  current: string,
  options: readonly (readonly [string, string])[],
): HTMLElement {
  const select = element("select", "", { name });
  for (const [value, text] of options)
    select.append(element("option", "", value === current ? { value, selected: "" } : { value }, text));
  select.addEventListener("change", () => location.assign(withSetting(location.href, name, select.value)));
  return element("label", "", {}, label, select);
}

import type { Observer } from "@babylonjs/core/Misc/observable.js";
import type { Npc } from "../mind/npc.js";
import { AttentionLines } from "./overlay/attentionLines.js";
import { element, setText } from "./overlay/dom.js";
import { FocusList } from "./overlay/focusList.js";
import { HeatMap } from "./overlay/heatMap.js";
import { NpcPicker } from "./overlay/picker.js";
import { SensePanel } from "./overlay/sensePanel.js";
import type { OverlayDecision, OverlaySource } from "./overlay/source.js";
import { useStyles } from "./overlay/style.js";
import { Timings } from "./overlay/timings.js";
import { WordList } from "./overlay/wordList.js";

export type { OverlayDecision, OverlaySource } from "./overlay/source.js";

export interface PerceptionOverlayOptions {
  /** Where the panel goes. Default: the page's body, fixed at the top right. */
  readonly container?: HTMLElement;
  /** Whose mind to show first. Default: the first NPC. */
  readonly npc?: Npc;
  /** Lines from the NPCs' eyes to what they attend to. Default true. */
  readonly lines?: boolean;
  /** For pages whose content security policy asks for a nonce on styles. */
  readonly nonce?: string;
}

/** The panel is repainted so often, seconds: the eye reads no faster. */
const PERIOD = 0.125;

/**
 * Shows what an NPC attends to and why: the reason in a sentence, the share of each sense with a
 * switch for it, the five likeliest targets, attention over the picture and over the words, timings.
 * Plain DOM; reads the perception and changes nothing but the senses' switches.
 */
export class PerceptionOverlay {
  readonly element = element("section", "bp-overlay", { "aria-label": "What the NPC attends to, and why" });
  private readonly lines: AttentionLines;
  private readonly picker: NpcPicker;
  private readonly senses: SensePanel;
  private readonly focus: FocusList;
  private readonly map: HeatMap;
  private readonly words = new WordList();
  private readonly timings = new Timings();
  private readonly attending = element("p", "bp-attending");
  private readonly target = element("b", "", { "data-overlay": "attending" });
  private readonly since = element("span");
  private readonly why = element("p", "bp-why", { "data-overlay": "why", "aria-live": "polite" });
  private readonly linesSwitch = element("button", "bp-switch", {
    type: "button",
    role: "switch",
    "aria-label": "Lines in the scene",
  });
  private readonly onDecision: Observer<OverlayDecision> | null;
  private readonly onUpdate: Observer<number> | null;
  private readonly forgetStyles: () => void;
  private chosen: Npc | null;
  private sinceShown = Number.POSITIVE_INFINITY;
  private now = 0;
  private showLines: boolean;
  private disposed = false;

  constructor(
    private readonly perception: OverlaySource,
    options: PerceptionOverlayOptions = {},
  ) {
    this.forgetStyles = useStyles(options.nonce);
    this.chosen = options.npc ?? null;
    this.showLines = options.lines ?? true;
    this.lines = new AttentionLines(perception.scene, perception.entities);
    this.picker = new NpcPicker((npc) => {
      this.npc = npc;
    });
    this.senses = new SensePanel(() => this.npc);
    this.focus = new FocusList(perception.entities);
    this.map = new HeatMap(perception.scene);
    this.build();
    this.mount(options.container);
    this.onDecision = perception.onDecisionObservable.add((decision) => this.timings.add(decision));
    this.onUpdate = perception.onUpdateObservable.add((dt) => this.update(dt));
    void perception.ready.then((ready) => {
      if (!this.disposed) this.timings.setReady(ready);
    });
    this.show();
  }

  /** Whose mind is shown. */
  get npc(): Npc | null {
    const { npcs } = this.perception;
    return this.chosen && npcs.includes(this.chosen) ? this.chosen : (npcs[0] ?? null);
  }

  set npc(npc: Npc | null) {
    this.chosen = npc;
    this.show();
  }

  get linesVisible(): boolean {
    return this.showLines;
  }

  set linesVisible(visible: boolean) {
    this.showLines = visible;
    this.linesSwitch.setAttribute("aria-checked", String(visible));
    if (!visible) this.lines.show([], null);
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.perception.onDecisionObservable.remove(this.onDecision);
    this.perception.onUpdateObservable.remove(this.onUpdate);
    this.map.dispose();
    this.lines.dispose();
    this.element.remove();
    this.forgetStyles();
  }

  private build(): void {
    this.attending.append(this.target, this.since);
    this.linesSwitch.setAttribute("aria-checked", String(this.showLines));
    this.linesSwitch.addEventListener("click", () => {
      this.linesVisible = !this.linesVisible;
    });
    const heading = (text: string) => element("h3", "", {}, text);
    this.element.append(
      this.picker.element,
      this.attending,
      this.why,
      heading("Drawn by"),
      this.senses.element,
      heading("Focus"),
      this.focus.element,
      heading("In the picture"),
      element("div", "bp-sensed", {}, this.map.element, this.words.element),
      heading("Model"),
      this.timings.element,
      element("div", "bp-row", {}, element("span", "", {}, "Lines of attention"), this.linesSwitch),
    );
  }

  private mount(container: HTMLElement | undefined): void {
    const canvas = this.perception.scene.getEngine().getRenderingCanvas();
    (canvas?.parentElement ?? document.body).append(this.lines.element);
    if (!container)
      this.element.style.cssText =
        "position:fixed;top:16px;right:16px;max-height:calc(100vh - 32px);overflow:auto;z-index:10";
    (container ?? document.body).append(this.element);
  }

  private update(dt: number): void {
    this.now += dt;
    this.sinceShown += dt;
    if (this.showLines) this.lines.show(this.perception.npcs, this.npc);
    if (this.sinceShown >= PERIOD) this.show();
  }

  private show(): void {
    this.sinceShown = 0;
    const { npc } = this;
    this.picker.show(this.perception.npcs, npc);
    setText(this.target, npc?.attending ? npc.attending.label || npc.attending.id : "Nothing in particular");
    setText(this.since, npc?.attending ? `${npc.attendingSeconds.toFixed(1)} s` : "");
    setText(this.why, npc?.why?.text ?? "No decision yet.");
    this.senses.show(npc, npc?.why?.shares ?? npc?.focus?.shares ?? null);
    this.focus.show(npc);
    this.map.show(npc?.focus ?? null, this.now);
    this.words.show(npc?.focus ?? null);
  }
}

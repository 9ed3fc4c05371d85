import type { Npc } from "../mind/npc.js";
import type { Entity } from "../world/entity.js";

/** A breath between two sentences, seconds. */
const BREATH = 0.35;
/** A sentence that ends within this is finished before the NPC breaks off, seconds. */
const NEARLY_DONE = 1.2;

interface Line {
  readonly text: string;
  readonly to: Entity | undefined;
  readonly answer: string | undefined;
}

/** What one behaviour has to say: sentence after sentence, with a breath between; can be broken off and resumed. */
export class Speech {
  private lines: Line[] = [];
  private current: Line | null = null;
  private spoke = false;
  private readyAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly npc: Npc) {}

  /** Something is being said or is left to say. */
  get isBusy(): boolean {
    return this.lines.length > 0 || (this.current !== null && this.npc.isSpeaking);
  }

  /** Sentences not yet begun. */
  get left(): number {
    return this.lines.length;
  }

  say(sentences: readonly string[], options: { readonly to?: Entity; readonly answer?: string } = {}): void {
    for (const text of sentences) this.lines.push({ text, to: options.to, answer: options.answer });
  }

  /** Begins the next sentence when the last has ended. Returns true when one begins. */
  step(): boolean {
    const { npc } = this;
    const { now } = npc.context;
    if (npc.isSpeaking) {
      this.spoke = true;
      return false;
    }
    if (this.spoke) this.readyAt = now + BREATH;
    this.spoke = false;
    this.current = null;
    if (now < this.readyAt) return false;
    const line = this.lines.shift();
    if (!line) return false;
    this.current = line;
    const { to, answer } = line;
    npc.say(line.text, { ...(to ? { to } : {}), ...(answer === undefined ? {} : { answer }) });
    return true;
  }

  /** Breaks off; a sentence that is cut short is said again by the next step. */
  interrupt(): void {
    const { current, npc } = this;
    if (!current || npc.speakingSecondsLeft <= NEARLY_DONE) return;
    npc.hush();
    this.lines.unshift(current);
    this.current = null;
  }

  clear(): void {
    this.lines = [];
    this.current = null;
  }
}

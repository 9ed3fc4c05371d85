import type { Behavior } from "@babylonjs/core/Behaviors/behavior.js";
import type { Observer } from "@babylonjs/core/Misc/observable.js";
import type { Utterance } from "../mind/context.js";
import type { Npc } from "../mind/npc.js";

export interface VoiceOptions {
  /** Name of one of the browser's voices. Default: the browser's choice for the language. */
  readonly voice?: string;
  /** Default "en". */
  readonly language?: string;
  /** 0.1 .. 10. Default 1. */
  readonly rate?: number;
  /** 0 .. 2. Default 1. */
  readonly pitch?: number;
  /** 0 .. 1. Default 1. */
  readonly volume?: number;
}

/**
 * Speaks what the NPC says with the browser's speech synthesis, beside the subtitles. Without one, or
 * where the browser keeps it silent, nothing else changes: an utterance lasts as long as its text says.
 */
export class VoiceBehavior implements Behavior<Npc> {
  readonly name = "Voice";
  attachedNode: Npc | null = null;
  private onSaid: Observer<Utterance> | null = null;
  private speaking: SpeechSynthesisUtterance | null = null;

  constructor(private readonly options: VoiceOptions = {}) {}

  init(): void {}

  attach(npc: Npc): void {
    if (this.attachedNode) this.detach();
    this.attachedNode = npc;
    const synthesis = synthesisHere();
    if (!synthesis) {
      npc.context.warn("voice: there is no speech synthesis here; NPCs speak by subtitles alone");
      return;
    }
    this.onSaid = npc.context.onSaidObservable.add(({ speaker, text }) => {
      if (speaker === npc.entity) this.speak(synthesis, text);
    });
  }

  detach(): void {
    this.attachedNode?.context.onSaidObservable.remove(this.onSaid);
    if (this.speaking) synthesisHere()?.cancel();
    this.speaking = null;
    this.onSaid = null;
    this.attachedNode = null;
  }

  private speak(synthesis: SpeechSynthesis, text: string): void {
    // Its own last sentence was broken off; those of others stay.
    if (this.speaking) synthesis.cancel();
    const { voice, language = "en", rate = 1, pitch = 1, volume = 1 } = this.options;
    const spoken = new SpeechSynthesisUtterance(text);
    Object.assign(spoken, { lang: language, rate, pitch, volume });
    spoken.voice = synthesis.getVoices().find(({ name }) => name === voice) ?? null;
    const over = () => {
      if (this.speaking === spoken) this.speaking = null;
    };
    spoken.onend = over;
    spoken.onerror = over;
    this.speaking = spoken;
    synthesis.speak(spoken);
  }
}

function synthesisHere(): SpeechSynthesis | null {
  return typeof speechSynthesis === "undefined" || typeof SpeechSynthesisUtterance === "undefined"
    ? null
    : speechSynthesis;
}

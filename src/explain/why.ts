/** Why an NPC attends to what it attends to: shares of the senses, and one sentence for people. */
import type { Focus, ModalityShares } from "../model/focus.js";
import type { EventKind } from "../model/percepts.js";

export interface Why {
  /**
   * All 0 where no sense drew it (a script, a task, a thing that is gone). Null: not known yet. The model's shares
   * take further runs of it, so they follow the change: see `Npc.onExplainedObservable`.
   */
  readonly shares: ModalityShares | null;
  /** One sentence, such as `Lin asked about "celadon vase": chat 0.7, sight 0.2`; figures as far as known. */
  readonly text: string;
  /** The focus that it was decided on; null before the first. */
  readonly focus: Focus | null;
  /** A script forced it. */
  readonly forced: boolean;
  readonly source: "model" | "rules" | "script";
}

type Sense = keyof ModalityShares;

/** Something of the last seconds that may have drawn attention. */
export interface Circumstances {
  /** Newest message that the NPC read, if not older than some seconds. */
  readonly message: { readonly speaker: string; readonly speakerName: string; readonly text: string } | null;
  /** Loudest sound that belongs to the target. */
  readonly sound: { readonly levelDb: number; readonly startedSecondsAgo: number } | null;
  /** What happened to the target lately. */
  readonly event: EventKind | null;
}

/** The target in words: an entity, or nothing. */
export interface NamedTarget {
  readonly id: string;
  readonly name: string;
  readonly isPerson: boolean;
}

export const NO_SHARES: ModalityShares = { sight: 0, hearing: 0, chat: 0 };

/** Shares below this are left out of the sentence. */
const SMALLEST_SHARE = 0.05;
const QUOTED_LENGTH = 40;
const QUESTION = /\?|^(what|who|where|when|why|how|which|tell|show|can|could|do|does|is|are|was|were)\b/i;

/** Why a focus won. */
export function whyOfFocus(focus: Focus, target: NamedTarget | null, about: Circumstances): Why {
  if (target === null) {
    const text = "nothing holds its attention";
    return { shares: NO_SHARES, text, focus, forced: false, source: focus.source };
  }
  const shares = focus.shares && finiteShares(focus.shares);
  const strongest = shares ? strongestSense(shares) : likeliestSense(focus, target, about);
  const text = reasonOf(focus, target, about, strongest) + (shares ? figures(shares) : "");
  return { shares, text, focus, forced: false, source: focus.source };
}

/** Why something other than a sense decided: `text` says what. */
export function whyOfScript(text: string, focus: Focus | null, forced: boolean): Why {
  return { shares: NO_SHARES, text, focus, forced, source: "script" };
}

/** That a task has it attend to `target`, which is quoted. */
export function isAtTask(npc: string, task: string, target: string): string {
  return `${npc} is ${task}: ${target}`;
}

function reasonOf(focus: Focus, target: NamedTarget, about: Circumstances, strongest: Sense | null): string {
  const quoted = target.isPerson ? target.name : `"${target.name}"`;
  const { message, sound, event } = about;
  if (strongest === "chat" && message) return chatReason(focus, target, quoted, message);
  if (strongest === "hearing" && sound) return `${quoted} sounds at ${Math.round(sound.levelDb)} dB`;
  if (strongest === "hearing") return `a sound near ${quoted}`;
  if (event) return `${quoted} ${event}`;
  if (strongest === "sight") return target.isPerson ? `${quoted} is in view` : `${quoted} stands out in view`;
  return `${quoted} is the most likely of what it perceives`;
}

function chatReason(
  focus: Focus,
  target: NamedTarget,
  quoted: string,
  message: NonNullable<Circumstances["message"]>,
): string {
  if (focus.taught?.entity === target.id) {
    const said = `${message.speakerName} said "${shortened(message.text)}"`;
    return `${said}, which is ${quoted} because it was taught: "${shortened(focus.taught.say)}"`;
  }
  if (message.speaker === target.id) return `${message.speakerName} said "${shortened(message.text)}"`;
  const asked = QUESTION.test(message.text.trim()) ? "asked about" : "spoke of";
  if (focus.referents.includes(target.id)) return `${message.speakerName} ${asked} ${quoted}`;
  return `${quoted} fits what ${message.speakerName} said`;
}

/** Before the shares are known: what the circumstances speak for. */
function likeliestSense(focus: Focus, target: NamedTarget, { message, sound }: Circumstances): Sense {
  if (message && (message.speaker === target.id || focus.referents.includes(target.id))) return "chat";
  return sound ? "hearing" : "sight";
}

function strongestSense(shares: ModalityShares): Sense | null {
  const ranked = sorted(shares);
  return ranked[0] && ranked[0][1] > 0 ? ranked[0][0] : null;
}

function figures(shares: ModalityShares): string {
  const told = sorted(shares).filter(([, share]) => share >= SMALLEST_SHARE);
  return told.length === 0
    ? ""
    : `: ${told.map(([sense, share]) => `${sense} ${share.toFixed(1)}`).join(", ")}`;
}

function sorted(shares: ModalityShares): (readonly [Sense, number])[] {
  const senses = ["chat", "hearing", "sight"] as const;
  return senses.map((sense) => [sense, shares[sense]] as const).sort((a, b) => b[1] - a[1]);
}

function finiteShares(shares: ModalityShares): ModalityShares {
  const finite = (share: number) => (Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0);
  return { sight: finite(shares.sight), hearing: finite(shares.hearing), chat: finite(shares.chat) };
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= QUOTED_LENGTH ? text : `${letters.slice(0, QUOTED_LENGTH - 1).join("")}…`;
}

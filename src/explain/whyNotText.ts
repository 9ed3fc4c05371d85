import { isAtTask } from "./why.js";

export type WhyNotCause =
  /** It does attend to it. */
  | "attending"
  | "self"
  /** No entity of the scene (any more). */
  | "gone"
  /** A script holds its attention elsewhere. */
  | "forced"
  /** No focus has come yet. */
  | "undecided"
  /** Its eyes don't reach it: switched off, out of view or hidden. */
  | "unseen"
  /** It makes no sound that reaches its ears. */
  | "unheard"
  /** No line that it has read is about it. */
  | "unmentioned"
  /** The focus gives something else more. */
  | "outranked"
  /** What its task asks for holds its attention. */
  | "task"
  /** It is used to it. */
  | "habituated"
  /** It leads and loses again and again, so it has to lead for longer. */
  | "alternates"
  /** It leads, but not for long or clearly enough yet. */
  | "soon";

export interface WhyNot {
  /** One sentence with all causes, the decisive ones first. */
  readonly text: string;
  readonly causes: readonly WhyNotCause[];
}

/** What is known of an NPC and the thing in question. */
export interface NotAttending {
  readonly npc: string;
  readonly thing: string;
  readonly is: "attending" | "self" | "gone" | "forced" | "undecided" | "other";
  /** Why a script holds its attention; read where it is "forced". */
  readonly ordered: string;
  /** What its task asks for, and the task; null: nothing. */
  readonly task: { readonly name: string; readonly wishes: string } | null;
  /** Of the thing: null where it was not in the moment. */
  readonly sight: { readonly works: boolean; readonly sees: number; readonly degreesOff: number } | null;
  /** Level of its loudest sound at the source and at the ears, dB; null: no sound of it. Is the NPC used to its sound? */
  readonly hearing: {
    readonly works: boolean;
    readonly sounds: readonly [number, number] | null;
    readonly isUsed: boolean;
  } | null;
  readonly chat: { readonly works: boolean; readonly concerns: boolean } | null;
  /** Probabilities: of the thing, and of what leads (its name; null: nothing does). */
  readonly focus: { readonly own: number; readonly best: number; readonly leader: string | null };
  /** 0..1 */
  readonly habituation: number;
  readonly alternates: boolean;
}

/** From here on being used to something is a cause, 0..1. */
const USED = 0.3;

type Cause = readonly [WhyNotCause, string];

/** Every cause that holds, in plain sentences. */
export function whyNotText(about: NotAttending): WhyNot {
  const causes = about.is === "other" ? causesOf(about) : [outright(about)];
  return { text: causes.map(([, text]) => text).join("; "), causes: causes.map(([cause]) => cause) };
}

function outright({ npc, thing, is, ordered }: NotAttending): Cause {
  switch (is) {
    case "attending":
      return [is, `${npc} does attend to ${thing}`];
    case "self":
      return [is, `${npc} never attends to itself`];
    case "gone":
      return [is, `${thing} is not in the scene`];
    case "forced":
      return [is, ordered];
    default:
      return ["undecided", `nothing has been decided for ${npc} yet`];
  }
}

function causesOf(about: NotAttending): Cause[] {
  const { npc, thing, focus, task, habituation } = about;
  const leads = focus.leader === thing;
  const causes: Cause[] = [];
  if (task && task.wishes !== thing) causes.push(["task", isAtTask(npc, task.name, task.wishes)]);
  if (leads && about.alternates)
    causes.push(["alternates", `${thing} leads and loses again and again, so it has to lead for longer`]);
  else if (leads)
    causes.push(["soon", `${thing} leads with ${figure(focus.own)}, but only just or only now`]);
  else causes.push(["outranked", outrankedBy(about)]);
  if (habituation >= USED) causes.push(["habituated", `${npc} is used to ${thing} (${figure(habituation)})`]);
  return leads ? causes : [...causes, ...gated(about)];
}

function outrankedBy({ thing, focus }: NotAttending): string {
  const leader = focus.leader ?? "nothing in particular";
  return `${leader} has ${figure(focus.best)} of its focus, ${thing} ${figure(focus.own)}`;
}

/** What the senses let through of it. */
function gated({ npc, thing, sight, hearing, chat }: NotAttending): Cause[] {
  const causes: Cause[] = [];
  if (sight && !(sight.works && sight.sees > 0)) {
    const how = sight.works ? `${Math.round(sight.degreesOff)}° off its gaze, or hidden` : "its sight is off";
    causes.push(["unseen", `${npc} does not see ${thing} (${how})`]);
  }
  if (hearing && !(hearing.works && hearing.sounds && hearing.sounds[1] > 0))
    causes.push(["unheard", `${npc} hears nothing of ${thing}${silence(hearing)}`]);
  if (chat && !(chat.works && chat.concerns)) {
    const how = chat.works ? "" : " (it does not read the chat)";
    causes.push(["unmentioned", `nothing that ${npc} has read is about ${thing}${how}`]);
  }
  return causes;
}

function silence({ works, sounds, isUsed }: NonNullable<NotAttending["hearing"]>): string {
  if (!works) return " (its hearing is off)";
  if (isUsed) return " any more: it is used to that sound";
  return sounds ? ` (${Math.round(sounds[0])} dB, but not at its ears)` : "";
}

function figure(share: number): string {
  return share.toFixed(2);
}

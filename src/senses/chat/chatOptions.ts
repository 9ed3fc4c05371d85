import { MAX_MESSAGE_LENGTH } from "./hygiene.js";

export interface ChatOptions {
  /** How far a message is heard, metres from where it was said; may be Infinity. Default 12. */
  readonly range?: number;
  /** Code points of a message; the rest is cut off. Default 500. */
  readonly maxLength?: number;
  /** Messages that one speaker may send at once. Default 5. */
  readonly burst?: number;
  /** Messages a second that one speaker may send in the long run. Default 1. */
  readonly perSecond?: number;
  /** The same for all speakers together. Default 40 at once, 20 a second. */
  readonly totalBurst?: number;
  readonly totalPerSecond?: number;
  /** Messages kept in `chat.messages`. Default 200. */
  readonly history?: number;
}

const DEFAULTS: Required<ChatOptions> = {
  range: 12,
  maxLength: MAX_MESSAGE_LENGTH,
  burst: 5,
  perSecond: 1,
  totalBurst: 40,
  totalPerSecond: 20,
  history: 200,
};

/** @throws RangeError that names the field. */
export function resolveChatOptions(options: ChatOptions = {}): Required<ChatOptions> {
  const resolved = { ...DEFAULTS };
  for (const [field, fallback] of Object.entries(DEFAULTS) as [keyof ChatOptions, number][]) {
    const value = options[field] ?? fallback;
    if (!(typeof value === "number" && value > 0))
      throw new RangeError(`chat option "${field}" must be a number above 0, got ${String(value)}`);
    resolved[field] = field === "maxLength" || field === "history" ? Math.max(1, Math.floor(value)) : value;
  }
  return resolved;
}

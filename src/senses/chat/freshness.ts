import type { MessagePercept } from "../../model/percepts.js";

/** What was said so long before a decision is news to it, seconds. */
const NEWS_SECONDS = 0.25;

/**
 * Where decisions come slowly, what was said during one is seconds old when the next begins, and yet nobody has read
 * it: it is as new to the mind as it would be on a fast device.
 */
export class Freshness {
  /** Message id → seconds that it waited to be read. */
  private waited = new Map<number, number>();
  private last: number | null = null;

  /** The messages of a moment with ages as the mind counts them. Once a moment. */
  count(messages: readonly MessagePercept[], now: number): MessagePercept[] {
    const { last } = this;
    const waited = messages.map(({ id, secondsAgo }) => {
      const isUnread = last !== null && now - secondsAgo > last;
      return this.waited.get(id) ?? (isUnread ? Math.max(0, secondsAgo - NEWS_SECONDS) : 0);
    });
    this.waited = new Map(messages.map(({ id }, i) => [id, waited[i]!]));
    this.last = now;
    return messages.map((message, i) => ({ ...message, secondsAgo: message.secondsAgo - waited[i]! }));
  }
}

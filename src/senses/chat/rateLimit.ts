import type { ChatOptions } from "./chatOptions.js";
import { TokenBucket } from "./tokenBucket.js";

/** More speakers than this and the buckets of the quiet ones are forgotten. */
const MAX_BUCKETS = 256;

/** How much each speaker, and all together, may say. */
export class RateLimit {
  private readonly total: TokenBucket;
  private readonly bySpeaker = new Map<string, TokenBucket>();

  constructor(private readonly options: Required<ChatOptions>) {
    this.total = new TokenBucket(options.totalBurst, options.totalPerSecond);
  }

  /** Null: it may pass. A speaker's excess does not use up what the others may say. */
  check(speaker: string, now: number): "rate" | "flood" | null {
    let bucket = this.bySpeaker.get(speaker);
    if (!bucket) {
      if (this.bySpeaker.size >= MAX_BUCKETS) this.forget(now);
      bucket = new TokenBucket(this.options.burst, this.options.perSecond);
      this.bySpeaker.set(speaker, bucket);
    }
    if (!bucket.take(now)) return "rate";
    return this.total.take(now) ? null : "flood";
  }

  private forget(now: number): void {
    for (const [speaker, bucket] of this.bySpeaker) if (bucket.isFull(now)) this.bySpeaker.delete(speaker);
  }
}

/** Lets `burst` through at once and `perSecond` in the long run. Starts full. Seconds on the caller's clock. */
export class TokenBucket {
  private tokens: number;
  private at = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
  ) {
    this.tokens = burst;
  }

  /** False: there is none left. */
  take(now: number): boolean {
    this.refill(now);
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }

  /** It holds no more than a new one would: it may be forgotten. */
  isFull(now: number): boolean {
    this.refill(now);
    return this.tokens >= this.burst;
  }

  private refill(now: number): void {
    const elapsed = now - this.at;
    if (elapsed > 0) this.tokens = Math.min(this.burst, this.tokens + elapsed * this.perSecond);
    this.at = Math.max(this.at, now);
  }
}

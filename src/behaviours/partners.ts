/** So long after an answer the NPC still counts as talking with that person, seconds. */
const TALKING_SECONDS = 20;
/** So long "it" may still be what the last answer was about, seconds. */
const TOPIC_SECONDS = 60;

interface Topic {
  readonly about: string;
  readonly at: number;
}

/** Whom an NPC has talked with lately, and about what. All by entity id. */
export class Partners {
  private readonly talkedAt = new Map<string, number>();
  private readonly topics = new Map<string, Topic>();

  /** It answered a person. @param about null: no thing; what the talk was about stays */
  talked(person: string, about: string | null, now: number): void {
    this.talkedAt.set(person, now);
    if (about !== null) this.topics.set(person, { about, at: now });
  }

  lately(now: number): ReadonlySet<string> {
    const lately = [...this.talkedAt].filter(([, at]) => now - at < TALKING_SECONDS);
    return new Set(lately.map(([id]) => id));
  }

  /** What the last answer to a person was about; null: no thing, or too long ago. */
  topicWith(person: string, now: number): string | null {
    const topic = this.topics.get(person);
    return topic && now - topic.at < TOPIC_SECONDS ? topic.about : null;
  }
}

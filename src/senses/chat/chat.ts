import { Observable } from "@babylonjs/core/Misc/observable.js";
import type { MessagePercept } from "../../model/percepts.js";
import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import type { Pose, Triple } from "../../world/vector.js";
import { type ChatOptions, resolveChatOptions } from "./chatOptions.js";
import { cleanText } from "./hygiene.js";
import type { DroppedMessage, DropReason, Message, Saying } from "./message.js";
import { RateLimit } from "./rateLimit.js";
import { resolveSpeaker } from "./speaker.js";

/** How long a message can still be attended to, seconds. */
const MEMORY_SECONDS = 60;
/** How many messages a decision sees. */
const PERCEPT_COUNT = 12;

/** What is said in the scene: cleaned, rationed, remembered, and read by those in range. */
export class Chat {
  readonly onMessageObservable = new Observable<Message>();
  readonly onDroppedObservable = new Observable<DroppedMessage>();

  private readonly options: Required<ChatOptions>;
  private readonly limit: RateLimit;
  private readonly history: Message[] = [];
  private readonly warned = new Set<string>();
  /** Who was in range when it was said: message id → NPC id → 0 or 1. */
  private readonly readers = new Map<number, Map<string, number>>();
  private nextId = 1;
  private disposed = false;

  /**
   * @param clock seconds on the perception's clock
   * @throws RangeError naming the option that is out of range
   */
  constructor(
    private readonly entities: EntityRegistry,
    options: ChatOptions | undefined,
    private readonly clock: () => number,
    private readonly warn: (text: string) => void = () => {},
  ) {
    this.options = resolveChatOptions(options);
    this.limit = new RateLimit(this.options);
  }

  /** The newest messages, oldest first. */
  get messages(): readonly Message[] {
    return this.history;
  }

  /**
   * Says something.
   * @returns the message as it was taken in, or null if it was dropped (see onDroppedObservable)
   * @throws RangeError if the speaker is unknown or the text is no string
   */
  say(saying: Saying): Message | null {
    const { id: speaker, entity } = resolveSpeaker(saying.speaker, this.entities);
    if (typeof saying.text !== "string")
      throw new RangeError(`chat message "text" must be a string, got ${typeof saying.text}`);
    const at = this.clock();
    if (this.disposed) return this.drop(speaker, "disposed", at);
    // Before hygiene, so that a flood costs nothing.
    const excess = this.limit.check(speaker, at);
    if (excess) return this.drop(speaker, excess, at);
    const { text, cut } = cleanText(saying.text, this.options.maxLength);
    if (text === "") return this.drop(speaker, "empty", at);
    const message: Message = {
      id: this.nextId++,
      speaker,
      text,
      at,
      cut,
      position: this.place(saying.position, entity),
    };
    this.remember(message);
    this.onMessageObservable.notifyObservers(message);
    return message;
  }

  /** The messages of the last 60 s, at most the newest 12, oldest first. */
  percepts(now: number): MessagePercept[] {
    return this.history
      .slice(-PERCEPT_COUNT)
      .filter((message) => now - message.at <= MEMORY_SECONDS)
      .map(({ id, speaker, text, at }) => ({ id, speaker, text, secondsAgo: Math.max(0, now - at) }));
  }

  /**
   * Per message 1 if it was said within range of these eyes, else 0. With an `id` the first answer for
   * an NPC and message stands: who has read a message does not lose it by walking away.
   */
  reads(npc: { readonly eyes: Pose; readonly id?: string }, messages: readonly MessagePercept[]): number[] {
    return messages.map(({ id }) => {
      const readers = this.readers.get(id);
      if (!readers) return 0;
      const known = npc.id === undefined ? undefined : readers.get(npc.id);
      if (known !== undefined) return known;
      const position = this.history.find((message) => message.id === id)?.position ?? null;
      const within = position === null || distance(npc.eyes.position, position) <= this.options.range ? 1 : 0;
      if (npc.id !== undefined) readers.set(npc.id, within);
      return within;
    });
  }

  dispose(): void {
    this.disposed = true;
    this.history.length = 0;
    this.readers.clear();
    this.onMessageObservable.clear();
    this.onDroppedObservable.clear();
  }

  private remember(message: Message): void {
    this.history.push(message);
    this.readers.set(message.id, new Map());
    for (const old of this.history.splice(0, this.history.length - this.options.history))
      this.readers.delete(old.id);
  }

  /** Null: heard by all. That is right for a player without a body and for a place that makes no sense. */
  private place(given: Triple | undefined, entity: Entity | null): Triple | null {
    const position = given ?? entity?.centre() ?? null;
    if (position === null) return null;
    if (position.length === 3 && position.every(Number.isFinite))
      return [position[0], position[1], position[2]];
    this.warnOnce('a chat message\'s "position" was not three finite numbers; it is heard by all');
    return null;
  }

  private drop(speaker: string, reason: DropReason, at: number): null {
    if (reason === "rate" || reason === "flood")
      this.warnOnce(
        reason === "rate"
          ? `chat: "${speaker}" sends more than ${this.options.perSecond} messages a second; the excess is dropped (options burst, perSecond)`
          : `chat: more than ${this.options.totalPerSecond} messages a second; the excess is dropped (options totalBurst, totalPerSecond)`,
        reason,
      );
    this.onDroppedObservable.notifyObservers({ speaker, reason, at });
    return null;
  }

  private warnOnce(text: string, key = text): void {
    if (this.warned.has(key)) return;
    this.warned.add(key);
    this.warn(text);
  }
}

/** NaN where the eyes are nowhere, which is out of any range. */
function distance(a: Triple, b: Triple): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

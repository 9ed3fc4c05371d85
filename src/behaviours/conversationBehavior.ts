import type { Behavior } from "@babylonjs/core/Behaviors/behavior.js";
import { Observable, type Observer } from "@babylonjs/core/Misc/observable.js";
import { isAtTask } from "../explain/why.js";
import type { KnownAnswer } from "../knowledge/answers.js";
import { askedOfIt } from "../knowledge/mention.js";
import type { Npc } from "../mind/npc.js";
import { quoted } from "../mind/reason.js";
import type { Task } from "../model/percepts.js";
import type { Sentence } from "../model/text/sentence.js";
import type { Message } from "../senses/chat/message.js";
import type { Entity } from "../world/entity.js";
import { addressedBy, CONVERSATION } from "./addressed.js";
import { BodyFacing } from "./bodyFacing.js";
import { Partners } from "./partners.js";
import { type Reply, Responder, type ResponderOptions } from "./responder.js";
import { Speech } from "./speech.js";
import {
  hasConsidered,
  ownersOf,
  pointedAt,
  referentsOf,
  type TaughtSubject,
  taughtSubject,
  thingsOf,
} from "./subjects.js";

export interface ConversationOptions extends ResponderOptions {
  /** From a message to the answer, seconds; leaves the senses time to find what is meant. Default 0.6. */
  readonly thinkSeconds?: number;
  /**
   * How much longer it waits, after a filler, where its attention has not read the message yet: a slow model must
   * not make it say one thing and look at another. Then it goes on without. Seconds, 0 or more; where decisions
   * come slowly, longer: twice the time between two of them, 12 at most. Default 1.
   */
  readonly waitSeconds?: number;
}

export interface Replied {
  readonly message: Message;
  readonly reply: Reply;
}

/** A message is read at most so often with "it" for what it names. */
const FORMS = 4;
/** Messages that wait for an answer; older ones are dropped. */
const QUEUE = 3;
/** A short look at the person after the last word, seconds. */
const AFTERWARDS = 0.6;
/** A message may come just after a decision has begun: the next one reads it. */
const DECISIONS = 2;
const MOST_PATIENCE = 12;

interface Exchange {
  readonly message: Message;
  readonly named: boolean;
  readonly speech: Speech;
  reply: Reply | null;
  hesitated: boolean;
  /** What it says; undefined while the encoder reads it, null where there is none. */
  sentence: Sentence | null | undefined;
  /** Meanings of the message as it would be asked of "it". */
  ofIt: ReadonlyMap<string, Float32Array>;
}

/** Faces and answers who talks to this NPC: not those who talk to another, nor other NPCs. */
export class ConversationBehavior implements Behavior<Npc> {
  readonly name = CONVERSATION;
  attachedNode: Npc | null = null;
  readonly onRepliedObservable = new Observable<Replied>();
  readonly responder: Responder;

  private readonly thinkSeconds: number;
  private readonly waitSeconds: number;
  private readonly partners = new Partners();
  private waiting: { message: Message; named: boolean }[] = [];
  private current: Exchange | null = null;
  private taskBefore: Task = "idle";
  private endsAt = 0;
  private readonly facing = new BodyFacing();
  private onMessage: Observer<Message> | null = null;
  private onUpdate: Observer<number> | null = null;

  /** @throws RangeError if answers or facts are malformed, or a time is out of range. */
  constructor(options: ConversationOptions = {}) {
    this.responder = new Responder(options);
    this.thinkSeconds = seconds("thinkSeconds", options.thinkSeconds ?? 0.6);
    this.waitSeconds = seconds("waitSeconds", options.waitSeconds ?? 1);
  }

  /** It thinks about a message or answers it. */
  get isBusy(): boolean {
    return this.current !== null;
  }

  init(): void {}

  attach(npc: Npc): void {
    if (this.attachedNode) this.detach();
    this.attachedNode = npc;
    const { read } = npc.context;
    if (read && this.responder.answers.known.length > 0) void this.responder.answers.learn(read);
    this.onMessage = npc.context.chat.onMessageObservable.add((message) => this.hear(npc, message));
    this.onUpdate = npc.context.onUpdateObservable.add((dt) => this.update(npc, dt));
  }

  detach(): void {
    const npc = this.attachedNode;
    if (!npc) return;
    if (this.current) this.end(npc);
    npc.context.chat.onMessageObservable.remove(this.onMessage);
    npc.context.onUpdateObservable.remove(this.onUpdate);
    this.waiting = [];
    this.attachedNode = null;
  }

  /** Entity ids that this NPC talked with in the last while. */
  talkedLately(now: number): ReadonlySet<string> {
    return this.partners.lately(now);
  }

  private hear(npc: Npc, message: Message): void {
    if (message.speaker === npc.id) return;
    const { now } = npc.context;
    const addressed = addressedBy(npc, message, (other) => {
      const conversation = other.getBehaviorByName(CONVERSATION);
      return conversation instanceof ConversationBehavior ? conversation.talkedLately(now) : new Set();
    });
    if (!addressed) return;
    // A second message before the answer has begun replaces the first.
    this.waiting = this.waiting.filter((other) => other.message.speaker !== message.speaker);
    this.waiting = [...this.waiting, { message, named: addressed.named }].slice(-QUEUE);
    if (this.current && !this.current.reply && this.current.message.speaker === message.speaker)
      this.next(npc);
  }

  private update(npc: Npc, dt: number): void {
    if (!this.current && this.waiting.length > 0) this.next(npc);
    const { current } = this;
    if (!current) return;
    const { now, entities } = npc.context;
    const speaker = entities.get(current.message.speaker) ?? null;
    if (!current.reply && !npc.isSpeaking && this.isReady(npc, current)) this.answer(npc);
    if (!this.current) return;
    const begins = current.speech.step();
    if (begins) npc.intend(lookedAt(current) ?? speaker);
    // An answer about nothing in the scene: no thing in it may draw the eyes from who asked.
    if (begins && speaker && current.reply && !current.reply.about) this.holdEyesOn(npc, speaker);
    if (speaker) this.facing.step(npc, speaker, dt);
    if (!current.reply || current.speech.isBusy) this.endsAt = now + AFTERWARDS;
    else if (now >= this.endsAt) this.end(npc);
    else npc.intend(speaker);
  }

  /** For the sentence that begins; an order of somebody else's stands. */
  private holdEyesOn(npc: Npc, speaker: Entity): void {
    const reason = isAtTask(npc.name, "answering", quoted(speaker));
    if (npc.isForced && npc.orderedBecause !== reason) return;
    npc.attend(speaker, { seconds: npc.speakingSecondsLeft + AFTERWARDS, reason });
  }

  private next(npc: Npc): void {
    const next = this.waiting.shift();
    if (!next) return;
    if (!this.current) this.taskBefore = npc.task;
    const sentence = npc.context.read ? undefined : null;
    this.current = {
      ...next,
      speech: new Speech(npc),
      reply: null,
      hesitated: false,
      sentence,
      ofIt: new Map(),
    };
    void this.read(npc, this.current);
    npc.task = "answering";
    this.endsAt = npc.context.now + AFTERWARDS;
    npc.intend(npc.context.entities.get(next.message.speaker) ?? null);
  }

  private async read(npc: Npc, exchange: Exchange): Promise<void> {
    const { text } = exchange.message;
    const forms = [...new Set(thingsOf(npc).flatMap((thing) => askedOfIt(text, thing)))].slice(0, FORMS);
    const read = await npc.context.read?.([text, ...forms]);
    if (read) exchange.ofIt = new Map(forms.map((form, i) => [form, read[i + 1]!.embedding]));
    exchange.sentence = read?.[0] ?? null;
  }

  /** Eyes and answer shall agree: it answers when its attention has read the message, if that comes in time. */
  private isReady(npc: Npc, exchange: Exchange): boolean {
    const { message, named } = exchange;
    const thought = npc.context.now - message.at - this.thinkSeconds;
    if (thought < 0) return false;
    if (npc.focusAt === null || thought >= this.patience(npc)) return true;
    if (hasConsidered(npc, message) && exchange.sentence !== undefined) return true;
    if (!exchange.hesitated && this.responder.mustReply(message.text, named)) {
      exchange.hesitated = true;
      const speaker = npc.context.entities.get(message.speaker);
      npc.say(this.responder.phrases.filler, speaker ? { to: speaker } : {});
    }
    return false;
  }

  private patience({ context }: Npc): number {
    if (this.waitSeconds === 0) return 0;
    return Math.max(this.waitSeconds, Math.min(MOST_PATIENCE, DECISIONS * context.decisionSeconds));
  }

  private answer(npc: Npc): void {
    const { current } = this;
    if (!current) return;
    const { message, named, speech } = current;
    const speaker = npc.context.entities.get(message.speaker) ?? null;
    const reply = this.responder.reply({
      text: message.text,
      speaker,
      named,
      referents: referentsOf(npc, message),
      pointedAt: pointedAt(npc, speaker),
      topic:
        npc.context.entities.get(this.partners.topicWith(message.speaker, npc.context.now) ?? "") ?? null,
      things: thingsOf(npc),
      ownersOf: this.owners(npc),
      taught: this.taught(npc, message.text, current.sentence?.embedding),
      ofIt: current.ofIt,
      ...(current.sentence && { sentence: current.sentence }),
    });
    this.partners.talked(message.speaker, reply?.about?.id ?? null, npc.context.now);
    if (!reply) {
      this.end(npc);
      return;
    }
    current.reply = reply;
    const to = speaker ? { to: speaker } : {};
    speech.say(reply.sentences, reply.answer === undefined ? to : { ...to, answer: reply.answer });
    this.onRepliedObservable.notifyObservers({ message, reply });
  }

  /** Found once a message, and not before: the scene may still be loading when the NPC gets its answers. */
  private owners({ context }: Npc): (answer: KnownAnswer) => readonly Entity[] | null {
    const { known } = this.responder.answers;
    const owners = new Map(known.map((answer) => [answer, ownersOf(answer, context.entities)]));
    for (const [{ id }, found] of owners)
      if (found?.length === 0)
        context.warn(
          `answer "${id}": "about" names no entity here, so it is never given; use the id or label of one that perception.entities.add has added, or leave "about" out`,
        );
    return (answer) => owners.get(answer) ?? null;
  }

  private taught(npc: Npc, text: string, meaning: Float32Array | undefined): TaughtSubject {
    const taught = taughtSubject(npc, text, meaning);
    if (taught.answer !== null && !this.responder.answers.known.some(({ id }) => id === taught.answer))
      npc.context.warn(
        `${npc.name} was taught the answer "${taught.answer}", which is none of its answers; add it to ConversationBehavior's "answers"`,
      );
    return taught;
  }

  private end(npc: Npc): void {
    this.current = null;
    if (npc.task === "answering") npc.task = this.taskBefore;
    npc.intend(null);
    this.facing.release(npc);
    if (this.waiting.length > 0) this.next(npc);
  }
}

/** While a sentence is said: what the answer is about; with the last of several the speaker, so null. */
function lookedAt({ speech, reply }: Exchange): Entity | null {
  return reply && (speech.left > 0 || reply.sentences.length === 1) ? reply.about : null;
}

function seconds(field: string, value: number): number {
  if (Number.isFinite(value) && value >= 0) return value;
  throw new RangeError(`conversation option "${field}" must be seconds, 0 or more, got ${value}`);
}

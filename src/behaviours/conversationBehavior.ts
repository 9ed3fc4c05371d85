import type { Behavior } from "@babylonjs/core/Behaviors/behavior.js";
import { Observable, type Observer } from "@babylonjs/core/Misc/observable.js";
import type { Npc } from "../mind/npc.js";
import type { Task } from "../model/percepts.js";
import type { Message } from "../senses/chat/message.js";
import type { Entity } from "../world/entity.js";
import { addressedBy, CONVERSATION } from "./addressed.js";
import { BodyTurn } from "./bodyTurn.js";
import { aimPoint, directionTo, faces, isPerson } from "./gazeAim.js";
import { type Reply, Responder, type ResponderOptions } from "./responder.js";
import { Speech } from "./speech.js";

export interface ConversationOptions extends ResponderOptions {
  /** From a message to the answer, seconds; leaves the senses time to find what is meant. Default 0.6. */
  readonly thinkSeconds?: number;
}

export interface Replied {
  readonly message: Message;
  readonly reply: Reply;
}

/** Messages that wait for an answer; older ones are dropped. */
const QUEUE = 3;
/** So long after an answer the NPC still counts as talking with that person, seconds. */
const TALKING_SECONDS = 20;
/** A short look at the person after the last word, seconds. */
const AFTERWARDS = 0.6;
/** How near a thing must be to be meant by "this", metres, and how well faced (radians). */
const POINTED_RANGE = 6;
const POINTED_ANGLE = Math.PI / 5;
/** A focus that came sooner after a message was decided without it, seconds. */
const READ_SECONDS = 0.1;
/** The body turns to the person from here on, radians. */
const TURN_FROM = (35 * Math.PI) / 180;

/** Faces and answers who talks to this NPC: not those who talk to another, nor other NPCs. */
export class ConversationBehavior implements Behavior<Npc> {
  readonly name = CONVERSATION;
  attachedNode: Npc | null = null;
  readonly onRepliedObservable = new Observable<Replied>();
  readonly responder: Responder;

  private readonly thinkSeconds: number;
  private readonly talkedAt = new Map<string, number>();
  private waiting: { message: Message; named: boolean }[] = [];
  private current: { message: Message; named: boolean; speech: Speech; reply: Reply | null } | null = null;
  private taskBefore: Task = "idle";
  private endsAt = 0;
  private turning = false;
  private turn = new BodyTurn();
  private onMessage: Observer<Message> | null = null;
  private onUpdate: Observer<number> | null = null;

  /** @throws RangeError if answers or facts are malformed. */
  constructor(options: ConversationOptions = {}) {
    this.responder = new Responder(options);
    this.thinkSeconds = options.thinkSeconds ?? 0.6;
  }

  /** It thinks about a message or answers it. */
  get isBusy(): boolean {
    return this.current !== null;
  }

  init(): void {}

  attach(npc: Npc): void {
    if (this.attachedNode) this.detach();
    this.attachedNode = npc;
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
    const lately = new Set<string>();
    for (const [id, at] of this.talkedAt) if (now - at < TALKING_SECONDS) lately.add(id);
    return lately;
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
    if (!current.reply && now - current.message.at >= this.thinkSeconds && !npc.isSpeaking) this.answer(npc);
    if (!this.current) return;
    const begins = current.speech.step();
    if (begins) npc.intend(current.speech.left > 0 && current.reply?.about ? current.reply.about : speaker);
    // An answer about nothing in the scene: no thing in it may draw the eyes from who asked.
    if (begins && speaker && current.reply && !current.reply.about && !npc.isForced)
      npc.attend(speaker, { seconds: npc.speakingSecondsLeft + AFTERWARDS });
    if (speaker) this.face(npc, speaker, dt);
    if (!current.reply || current.speech.isBusy) this.endsAt = now + AFTERWARDS;
    else if (now >= this.endsAt) this.end(npc);
  }

  private next(npc: Npc): void {
    const next = this.waiting.shift();
    if (!next) return;
    if (!this.current) this.taskBefore = npc.task;
    this.current = { ...next, speech: new Speech(npc), reply: null };
    npc.task = "answering";
    this.endsAt = npc.context.now + AFTERWARDS;
    npc.intend(npc.context.entities.get(next.message.speaker) ?? null);
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
      referents: this.referents(npc, message),
      pointedAt: this.pointedAt(npc, speaker),
      things: thingsOf(npc),
    });
    this.talkedAt.set(message.speaker, npc.context.now);
    if (!reply) {
      this.end(npc);
      return;
    }
    current.reply = reply;
    const to = speaker ? { to: speaker } : {};
    speech.say(reply.sentences, reply.answer === undefined ? to : { ...to, answer: reply.answer });
    this.onRepliedObservable.notifyObservers({ message, reply });
  }

  private end(npc: Npc): void {
    this.current = null;
    if (npc.task === "answering") npc.task = this.taskBefore;
    npc.intend(null);
    this.letGoOfBody(npc);
    if (this.waiting.length > 0) this.next(npc);
  }

  /** What the senses say the message is about, if they have had the time to read it. */
  private referents(npc: Npc, message: Message): Entity[] {
    if (npc.focusAt === null || npc.focusAt < message.at + READ_SECONDS) return [];
    return (npc.focus?.referents ?? [])
      .map((id) => npc.context.entities.get(id))
      .filter((entity) => entity !== undefined && !isPerson(entity)) as Entity[];
  }

  /** The tour's stop, if it is near; else the nearest exhibit that the speaker faces. */
  private pointedAt(npc: Npc, speaker: Entity | null): Entity | null {
    const { entities } = npc.context;
    const from = speaker?.centre() ?? npc.eyes.position;
    const distance = ([x, , z]: readonly [number, number, number]) => Math.hypot(x - from[0], z - from[2]);
    const stop = npc.stop === null ? undefined : entities.get(npc.stop);
    if (stop && distance(stop.centre()) < POINTED_RANGE) return stop;
    const near = thingsOf(npc).filter((thing) => distance(thing.centre()) < POINTED_RANGE);
    const faced = speaker ? near.filter((thing) => faces(speaker, thing.centre(), POINTED_ANGLE)) : near;
    return faced.sort((a, b) => distance(a.centre()) - distance(b.centre()))[0] ?? null;
  }

  private face(npc: Npc, person: Entity, dt: number): void {
    const point = aimPoint(person, npc.context);
    const direction = point && directionTo(npc.eyes.position, point);
    if (!direction || (npc.bodyHeld && !this.turning)) return;
    const off = Math.cos(direction.yaw - npc.gaze.bodyYaw);
    if (!this.turning && off < Math.cos(TURN_FROM)) {
      this.turning = true;
      this.turn = new BodyTurn();
      npc.bodyHeld = true;
    }
    if (this.turning) npc.turn(this.turn.toward(direction.yaw, npc.gaze.bodyYaw, dt));
  }

  private letGoOfBody(npc: Npc): void {
    if (this.turning) npc.bodyHeld = false;
    this.turning = false;
  }
}

/** What can be talked about: whatever has something to say of itself, persons left out. */
function thingsOf(npc: Npc): Entity[] {
  return [...npc.context.entities.all].filter((entity) => !isPerson(entity));
}

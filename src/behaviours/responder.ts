import { Answers, type KnownAnswer } from "../knowledge/answers.js";
import { type Fact, Facts, sentenceOfFact } from "../knowledge/facts.js";
import {
  asksWhatItIs,
  calledByName,
  isGreeting,
  isQuestion,
  isThanks,
  pointsAtSomething,
  pointsToOne,
  saysIt,
  sharesWords,
} from "../knowledge/mention.js";
import { sentencesOf, wordsOf } from "../knowledge/words.js";
import type { Sentence } from "../model/text/sentence.js";
import { isAbusive } from "../model/text/tone.js";
import type { Entity } from "../world/entity.js";
import { knownReply, only } from "./knownReply.js";
import { calledInSentence, filled, PHRASES, type Phrases } from "./phrases.js";
import type { TaughtSubject } from "./subjects.js";

export interface ResponderOptions {
  readonly answers?: Answers | readonly KnownAnswer[];
  readonly facts?: Facts | readonly Fact[];
  readonly phrases?: Partial<Phrases>;
}

/** A message and what is known of its circumstances. */
export interface Asked {
  readonly text: string;
  readonly speaker: Entity | null;
  /** The NPC was called by name. */
  readonly named: boolean;
  /** What the message is about by the model's opinion, best first. */
  readonly referents: readonly Entity[];
  /** What "this" may mean here, likeliest first. */
  readonly pointedAt: readonly Entity[];
  /** What the last answer to this speaker was about, if that was lately. Default null. */
  readonly topic?: Entity | null;
  /** What there is to talk about. */
  readonly things: readonly Entity[];
  /** What a known answer is about; null: about no thing. Empty: about what is not here. Left out: none is about a thing. */
  readonly ownersOf?: (answer: KnownAnswer) => readonly Entity[] | null;
  /** Where the scene was taught that the text leads. Left out: nowhere. */
  readonly taught?: TaughtSubject;
  /** What the text says, by the sentence encoder. Left out: only its words are compared. */
  readonly sentence?: Sentence;
  /** Meanings of what `askedOfIt` makes of the text. */
  readonly ofIt?: ReadonlyMap<string, Float32Array>;
}

export interface Reply {
  readonly sentences: readonly string[];
  /** What it is about, to be looked at. */
  readonly about: Entity | null;
  /** Id of the known answer. */
  readonly answer?: string;
}

/** A greeting or thanks of so many words has nothing else to say. */
const BARE = 2;
/** Of a description at most so many sentences are told at once. */
const SENTENCES = 3;

/** Finds what to say to a message: known answers, facts, descriptions. Keeps no state between messages. */
export class Responder {
  readonly answers: Answers;
  readonly facts: Facts;
  readonly phrases: Phrases;

  /** @throws RangeError if answers or facts are malformed. */
  constructor(options: ResponderOptions = {}) {
    const { answers = [], facts = [] } = options;
    this.answers = answers instanceof Answers ? answers : new Answers(answers);
    this.facts = facts instanceof Facts ? facts : new Facts(facts);
    this.phrases = { ...PHRASES, ...options.phrases };
  }

  /** Null: nothing that needs a reply. */
  reply(asked: Asked): Reply | null {
    const { sentence, speaker } = asked;
    if (sentence && isAbusive(sentence) && !this.answers.has(asked.text))
      return { sentences: [filled(this.phrases.rebuke, speaker)], about: null };
    const spokenOf = this.spokenOf(asked);
    const about = spokenOf[0] ?? null;
    const isBare = wordsOf(asked.text).length <= BARE && !isQuestion(asked.text);
    return (
      this.taught(asked) ??
      (isBare ? this.civil(asked) : null) ??
      (about && this.asksWhatItIs(asked.text, about) ? this.told(asked, about) : null) ??
      knownReply(this.answers, asked, spokenOf, this.phrases.which) ??
      (isQuestion(asked.text) ? this.told(asked, about) : this.civil(asked)) ??
      (this.mustReply(asked.text, asked.named) ? { sentences: [this.phrases.unknown], about } : null)
    );
  }

  /** Whatever is known, something is said to this. */
  mustReply(text: string, named: boolean): boolean {
    return isQuestion(text) || named;
  }

  /**
   * What a message is about: what was taught, else what it names, else the model's opinion ("it" of several is what the
   * talk was about), else words, else what the talk was about or what is pointed at.
   */
  private spokenOf(asked: Asked): readonly Entity[] {
    const { text, referents, things, pointedAt, taught, topic } = asked;
    const certain = taught?.about ?? calledByName(text, things);
    if (certain) return [certain];
    if (topic && referents.includes(topic) && saysIt(text))
      return [topic, ...referents.filter((one) => one !== topic)];
    if (referents.length > 0) return referents;
    const fitting = sharesWords(text, things);
    const [first] = pointsAtSomething(text) ? pointedTo(asked) : [];
    const nearest = pointsToOne(text) ? pointedAt.find((thing) => fitting.includes(thing)) : undefined;
    const guessed = only(fitting) ?? nearest ?? (fitting.length === 0 ? first : null);
    return guessed ? [guessed] : [];
  }

  private taught({ taught }: Asked): Reply | null {
    const known = this.answers.known.find(({ id }) => id === taught?.answer);
    if (known?.answer === undefined) return null;
    return { sentences: sentencesOf(known.answer), about: taught?.about ?? null, answer: known.id };
  }

  /** What an author has answered word for word is not told by a description. */
  private asksWhatItIs(text: string, about: Entity): boolean {
    return asksWhatItIs(text, about) && !this.answers.has(text);
  }

  private told({ text }: Asked, about: Entity | null): Reply | null {
    const subjects = about ? [about.id, about.label, ...about.names] : [];
    const facts = this.facts.ask(text, subjects);
    if (facts.length > 0) {
      const sentences = facts.slice(0, 2).map(({ fact }) => this.sentence(fact, about, subjects));
      return { sentences, about };
    }
    return about ? this.described(about, subjects) : null;
  }

  private described(about: Entity, subjects: readonly string[]): Reply | null {
    const described = sentencesOf(about.description).slice(0, SENTENCES);
    const facts = this.facts.of(subjects).map((fact) => this.sentence(fact, about, subjects));
    if (!about.label && described.length + facts.length === 0) return null;
    const naming = about.label ? [`That is ${calledInSentence(about)}.`] : [];
    const more = described.length > 0 ? described : facts.slice(0, 2);
    return { sentences: [...naming, ...more], about };
  }

  private sentence(fact: Fact, about: Entity | null, subjects: readonly string[]): string {
    const own = about && subjects.some((subject) => subject.toLowerCase() === fact[0].toLowerCase());
    return own ? sentenceOfFact(fact, calledInSentence(about)) : sentenceOfFact(fact);
  }

  private civil({ text, speaker }: Asked): Reply | null {
    if (isGreeting(text)) return { sentences: [filled(this.phrases.hello, speaker)], about: null };
    if (isThanks(text)) return { sentences: [this.phrases.welcome], about: null };
    return null;
  }
}

/** "What is that?" is a new thing; what else is asked of "that" or "it" is asked of what the talk was about. */
function pointedTo({ text, pointedAt, topic }: Asked): readonly Entity[] {
  if (!topic || (pointedAt[0] && asksWhatItIs(text, pointedAt[0]))) return pointedAt;
  return [topic, ...pointedAt];
}

import { type AnswerFound, Answers, type KnownAnswer } from "../knowledge/answers.js";
import { type Fact, Facts, sentenceOfFact } from "../knowledge/facts.js";
import {
  asksWhatItIs,
  calledByName,
  isGreeting,
  isQuestion,
  isThanks,
  pointsAtSomething,
  sharesWords,
  spelledOut,
} from "../knowledge/mention.js";
import { sentencesOf } from "../knowledge/words.js";
import type { Sentence } from "../model/text/sentence.js";
import { isAbusive } from "../model/text/tone.js";
import type { Entity } from "../world/entity.js";
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
  /** What there is to talk about. */
  readonly things: readonly Entity[];
  /** Where the scene was taught that the text leads. Left out: nowhere. */
  readonly taught?: TaughtSubject;
  /** What the text says, by the sentence encoder. Left out: only its words are compared. */
  readonly sentence?: Sentence;
}

export interface Reply {
  readonly sentences: readonly string[];
  /** What it is about, to be looked at. */
  readonly about: Entity | null;
  /** Id of the known answer. */
  readonly answer?: string;
}

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
    if (sentence && isAbusive(sentence))
      return { sentences: [filled(this.phrases.rebuke, speaker)], about: null };
    const about = this.subjectOf(asked);
    return (
      this.taught(asked) ??
      (about && asksWhatItIs(asked.text, about) ? this.told(asked, about) : null) ??
      this.known(asked, about) ??
      (isQuestion(asked.text) ? this.told(asked, about) : this.civil(asked)) ??
      (this.mustReply(asked.text, asked.named) ? { sentences: [this.phrases.unknown], about } : null)
    );
  }

  /** Whatever is known, something is said to this. */
  mustReply(text: string, named: boolean): boolean {
    return isQuestion(text) || named;
  }

  /** What a message is about: what was taught, else what it names, else the model's opinion, else words, else what is pointed at. */
  private subjectOf({ text, referents, things, pointedAt, taught }: Asked): Entity | null {
    return (
      taught?.about ??
      calledByName(text, things) ??
      referents[0] ??
      (pointsAtSomething(text)
        ? meant(sharesWords(text, things), pointedAt)
        : only(sharesWords(text, things)))
    );
  }

  private taught({ taught }: Asked): Reply | null {
    const known = this.answers.known.find(({ id }) => id === taught?.answer);
    if (known?.answer === undefined) return null;
    return { sentences: sentencesOf(known.answer), about: taught?.about ?? null, answer: known.id };
  }

  /**
   * An answer that needs no subject is about a thing only if the message names one. What is asked of "it" is never
   * answered with what is known of another thing, but looked for by the thing's name.
   */
  private known({ text, things, sentence }: Asked, about: Entity | null): Reply | null {
    const spelled = about && spelledOut(text, about.label);
    const fitting = ({ answer, question }: AnswerFound) => {
      const of = spelled && question ? calledByName(question, things) : null;
      return of && of !== about ? null : answer;
    };
    const plain = fitting(this.answers.ask(text, sentence?.embedding));
    const answer = plain ?? (about && fitting(this.answers.ask(spelled ?? `${text} ${about.label}`)));
    if (answer?.answer === undefined) return null;
    const named = plain ? (calledByName(text, things) ?? only(sharesWords(text, things))) : about;
    return { sentences: sentencesOf(answer.answer), about: named, answer: answer.id };
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

function only<T>(things: readonly T[]): T | null {
  return things.length === 1 ? things[0]! : null;
}

/** "That vase": of the things that the words fit the first pointed at; "that": what is pointed at. */
function meant<T>(fitting: readonly T[], pointedAt: readonly T[]): T | null {
  if (fitting.length === 0) return pointedAt[0] ?? null;
  return only(fitting) ?? pointedAt.find((thing) => fitting.includes(thing)) ?? null;
}

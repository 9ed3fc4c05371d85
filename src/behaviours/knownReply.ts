import type { AnswerFound, Answers, KnownAnswer } from "../knowledge/answers.js";
import {
  askedOfIt,
  calledByName,
  isElliptic,
  isQuestion,
  saysIt,
  sharesWords,
  spelledOut,
} from "../knowledge/mention.js";
import { sentencesOf } from "../knowledge/words.js";
import type { Entity } from "../world/entity.js";
import type { Asked, Reply } from "./responder.js";

/** By so much surer an answer about another thing than the likeliest must be, 0..1. */
const CLEARLY = 0.15;

/** What is known of what a message is about, or of nothing in particular. Null: nothing known fits. */
export function knownReply(
  answers: Answers,
  asked: Asked,
  spokenOf: readonly Entity[],
  which: string,
): Reply | null {
  return spokenOf.length > 0 ? ofThings(answers, asked, spokenOf) : ofNothing(answers, asked, which);
}

/**
 * What is asked of a thing by name is looked for as it is asked of "it", too. What is asked of "it" is never answered
 * with what is known of another thing, but looked for by the thing's name; so is what is asked in few words ("and the
 * price?").
 */
function ofThings(answers: Answers, asked: Asked, spokenOf: readonly Entity[]): Reply | null {
  const { text, things } = asked;
  const [about] = spokenOf as [Entity];
  const ownerAmong = (answer: KnownAnswer) => ownersOf(asked, answer)?.find((one) => spokenOf.includes(one));
  const namedIn = ({ question }: AnswerFound) => calledByName(question ?? "", things);
  const spelled = spelledOut(text, about.label);
  const found = surestOf(answers, asked, spokenOf);
  const owner = found.answer && ownerAmong(found.answer);
  if (found.answer && (owner || !spelled || (namedIn(found) ?? about) === about))
    return replyOf(found.answer, owner ?? namedBy(asked, found.answer));
  if (!isQuestion(text) || !(spelled || isElliptic(text))) return null;
  const byName = answers.ask(spelled ?? `${text} ${about.label}`, undefined, ofThese(asked, spokenOf));
  const isOf = byName.answer && (ownerAmong(byName.answer) || namedIn(byName) === about);
  return byName.answer && isOf ? replyOf(byName.answer, about) : null;
}

/** As it was said, and as it is asked of "it"; of the likeliest, unless another that may be meant is clearly surer. */
function surestOf(answers: Answers, asked: Asked, spokenOf: readonly Entity[]): AnswerFound {
  const { text, sentence, ofIt } = asked;
  const [about] = spokenOf as [Entity];
  const forms = askedOfIt(text, about).filter((form) => answers.has(form) || ofIt?.has(form));
  const among = (these: readonly Entity[]) =>
    forms
      .map((form) => answers.ask(form, ofIt?.get(form), ofThese(asked, these)))
      .reduce(surer, answers.ask(text, sentence?.embedding, ofThese(asked, these)));
  const alone = among([about]);
  if (spokenOf.length === 1) return alone;
  const any = among(spokenOf);
  return sureness(any) > sureness(alone) + CLEARLY ? any : alone;
}

function surer(best: AnswerFound, found: AnswerFound): AnswerFound {
  return sureness(found) > sureness(best) ? found : best;
}

function sureness({ answer, none }: AnswerFound): number {
  return answer ? 1 - none : 0;
}

/** About one of these things, or about none. */
function ofThese(asked: Asked, these: readonly Entity[]): (answer: KnownAnswer) => boolean {
  return (answer) => ownersOf(asked, answer)?.some((owner) => these.includes(owner)) ?? true;
}

/** The talk is of nothing yet: what fits one thing alone says what is meant, what fits several is asked back. */
function ofNothing(answers: Answers, asked: Asked, which: string): Reply | null {
  const { text, sentence } = asked;
  const owner = (answer: KnownAnswer | undefined) => (answer && ownersOf(asked, answer)?.[0]) ?? null;
  const isHere = (answer: KnownAnswer) => ownersOf(asked, answer)?.length !== 0;
  const { weights } = answers.ask(text, sentence?.embedding, isHere);
  const [best, second] = weights.slice(0, 2).map(([id, weight]) => ({
    weight,
    owner: owner(answers.known.find((answer) => answer.id === id)),
  }));
  const alike = (answer: KnownAnswer) => isHere(answer) && [null, best?.owner].includes(owner(answer));
  const { answer } = answers.ask(text, sentence?.embedding, alike);
  if (!answer) return null;
  const about = owner(answer);
  const isOpen = saysIt(text) || (second?.owner !== about && second?.weight === best?.weight);
  if (about && isOpen) return { sentences: [which], about: null };
  return replyOf(answer, about ?? namedBy(asked, answer));
}

function ownersOf({ ownersOf }: Asked, answer: KnownAnswer): readonly Entity[] | null {
  return ownersOf ? ownersOf(answer) : null;
}

/** An answer about no thing in particular has the eyes go to what the message names, else to what it names itself. */
function namedBy({ text, things }: Asked, { answer = "" }: KnownAnswer): Entity | null {
  return calledByName(text, things) ?? only(sharesWords(text, things)) ?? calledByName(answer, things);
}

function replyOf({ id, answer }: KnownAnswer, about: Entity | null): Reply | null {
  return answer === undefined ? null : { sentences: sentencesOf(answer), about, answer: id };
}

export function only<T>(things: readonly T[]): T | null {
  return things.length === 1 ? things[0]! : null;
}

import type { AnswerFound, Answers, KnownAnswer } from "../knowledge/answers.js";
import {
  askedOfIt,
  calledByName,
  isElliptic,
  isQuestion,
  sharesWords,
  spelledOut,
} from "../knowledge/mention.js";
import { sentencesOf } from "../knowledge/words.js";
import type { Entity } from "../world/entity.js";
import type { Asked, Reply } from "./responder.js";

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
  const { text, things, sentence } = asked;
  const [about] = spokenOf as [Entity];
  const ownerAmong = (answer: KnownAnswer) => ownersOf(asked, answer)?.find((one) => spokenOf.includes(one));
  const mayBe = (answer: KnownAnswer) => ownersOf(asked, answer) === null || ownerAmong(answer) !== undefined;
  const spelled = spelledOut(text, about.label);
  const plain = answers.ask(text, sentence?.embedding, mayBe);
  const ofIt = askedOfIt(text, about)
    .filter((form) => answers.has(form) || asked.ofIt?.has(form))
    .map((form) => answers.ask(form, asked.ofIt?.get(form), mayBe));
  const [surest] = [plain, ...ofIt].sort((a, b) => sureness(b) - sureness(a));
  const named = ({ question }: AnswerFound) => calledByName(question ?? "", things);
  const answer = surest?.answer;
  if (answer && (ownerAmong(answer) || !spelled || (named(plain) ?? about) === about))
    return replyOf(answer, ownerAmong(answer) ?? (surest === plain ? namedBy(asked, answer) : about));
  if (!isQuestion(text) || !(spelled || isElliptic(text))) return null;
  const found = answers.ask(spelled ?? `${text} ${about.label}`, undefined, mayBe);
  const isOf = found.answer && (ownerAmong(found.answer) || named(found) === about);
  return found.answer && isOf ? replyOf(found.answer, about) : null;
}

function sureness({ answer, none }: AnswerFound): number {
  return answer ? 1 - none : 0;
}

/** The talk is of nothing yet: what fits one thing alone says what is meant, what fits several is asked back. */
function ofNothing(answers: Answers, asked: Asked, which: string): Reply | null {
  const { text, sentence } = asked;
  const owner = (answer: KnownAnswer | undefined) => (answer && ownersOf(asked, answer)?.[0]) ?? null;
  const isHere = (answer: KnownAnswer) => ownersOf(asked, answer)?.length !== 0;
  const { weights } = answers.ask(text, sentence?.embedding, isHere);
  const [best, second] = weights.map(([id, weight]) => ({
    weight,
    owner: owner(answers.known.find((answer) => answer.id === id)),
  }));
  const alike = (answer: KnownAnswer) => isHere(answer) && [null, best?.owner].includes(owner(answer));
  const { answer } = answers.ask(text, sentence?.embedding, alike);
  if (!answer) return null;
  const about = owner(answer);
  const isOpen =
    spelledOut(text, "") !== null || (second?.owner !== about && second?.weight === best?.weight);
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

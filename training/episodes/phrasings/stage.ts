/** Stage directions: sides are the actor's, who faces the house; {N} is the thing, {S} where it stands. */
export const STAGE_WAYS: readonly string[] = [
  "the {N} {S}",
  "the {S} {N}",
  "the {N} over {S}",
  "the {N} out {S}",
  "the {N} that stands {S}",
  "the {N} that is {S}",
  "the {N} furthest {S}",
  "the {N} on the {S} side",
  "the {N} you see {S}",
  "the {N}, the one {S}",
  "the one {S}, the {N}",
  "the {N} we put {S}",
  "the {N} waiting {S}",
  "the {S} one, the {N}",
];

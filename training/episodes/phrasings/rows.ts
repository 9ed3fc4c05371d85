/** More of what happens in a row of people. Kept apart from the older lists' splits. {X} and {Y} are people. */

/** Before a line that goes on with the story. */
export const ROW_NEXT = [
  "then",
  "next",
  "and then",
  "after that",
  "after that,",
  "finally,",
  "now",
  "next,",
] as const;
/** {H} is the colour of the hat, which another wears. */
export const ROW_TAKES_HAT: readonly string[] = [
  "{X} takes the {H} hat",
  "{X} puts on the {H} hat",
  "{X} grabs the {H} hat",
  "{X} gets the {H} hat",
  "{X} is now wearing the {H} hat",
  "{X} steals the {H} hat",
  "{X} takes the {H} hat for himself",
  "the {H} hat goes to {X}",
  "{X} has the {H} hat now",
  "{X} takes that {H} hat",
];
/** A line without its own subject goes on with whom the one before told of. */
export const ROW_ONWARD: readonly string[] = [
  "then {TO}",
  "then moves {TO}",
  "moves {TO}",
  "he takes another step, {TO}",
  "and then on {TO}",
  "he moves once more, {TO}",
  "now he goes {TO}",
  "she then moves {TO}",
  "they moved {TO}",
  "then they walked {TO}",
  "he is moving {TO}",
  "this person moves {TO}",
  "moves again {TO}",
  "he comes back {TO}",
];
export const ROW_GONE: readonly string[] = [
  "then leaves",
  "leaves again",
  "and then they left the scene",
  "she then exits",
  "then he is gone",
  "he walks out",
  "they disappeared",
  "and leaves",
  "only to leave",
  "this person leaves",
];
/** {N} at one end, {END}, of the row. */
export const ROW_PAIR_SWAP: readonly string[] = [
  "the {N} {END} trade hats",
  "the {N} {END} swap hats",
  "next the {N} {END} exchange hats",
  "hats are traded by the {N} {END}",
  "the {N} {END} switch their hats",
  "now the {N} {END} swap their hats",
  "the {N} {END} give each other their hats",
];
/** The same as the one before did. */
export const ROW_SAME: readonly string[] = [
  "so does {X}",
  "{X} does the same",
  "and so does {X}",
  "{X} follows",
  "{X} does too",
  "{X} does it as well",
  "{X} goes along",
];
export const ROW_MOVES_MORE: readonly string[] = [
  "{X} goes over {TO}",
  "{X} takes a place {TO}",
  "{X} heads {TO}",
  "{X} shifts his place {TO}",
  "{X} comes {TO}",
  "{X} is moving {TO}",
  "{X} makes his way {TO}",
  "{X} steps over and stands {TO}",
  "{X} walks over {TO}",
  "{X} backs off {TO}",
  "{X} gets moved {TO}",
  "{X} wanders {TO}",
  "{X} changes place, {TO}",
];
export const ROW_LEAVES_MORE: readonly string[] = [
  "{X} steps out",
  "{X} walks away",
  "{X} walks out of sight",
  "{X} has gone",
  "{X} is gone",
  "{X} went away",
  "{X} quits",
  "{X} exits to the left",
  "{X} runs off the stage",
  "{X} walks off to the right",
  "{X} moves off stage",
  "{X} leaves the row",
];
export const ROW_SWAP_MORE: readonly string[] = [
  "{X} gives his hat to {Y} and gets the other one back",
  "{X} takes {Y}'s hat and gives his own",
  "{X} wears the hat of {Y} and the other way round",
  "{X} and {Y} take each other's hats",
  "hats are swapped between {X} and {Y}",
  "{X} switches his hat with the hat of {Y}",
  "{X} trades his hat with {Y}",
];

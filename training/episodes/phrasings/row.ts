/** What somebody in a row does. {X} and {Y} are people, {A} with "a", {TO} a place. */
export const ROW_MOVES: readonly string[] = [
  "{X} moves {TO}",
  "{X} goes {TO}",
  "{X} walks {TO}",
  "{X} steps {TO}",
  "then {X} moves {TO}",
  "{X} runs {TO}",
  "now {X} shifts {TO}",
  "{X} has moved {TO}",
  "{X} slides {TO}",
  "move {X} {TO}",
  "{X} hops {TO}",
  "{X} relocates {TO}",
  "{X} takes a step and ends up {TO}",
];
export const ROW_LEAVES: readonly string[] = [
  "{X} leaves",
  "{X} leaves the stage",
  "{X} goes away",
  "{X} disappears",
  "{X} exits",
  "{X} is now gone",
  "{X} walks off",
  "then {X} leaves",
  "{X} has left",
  "{X} departs",
  "away goes {X}",
  "{X} is no longer there",
];
export const ROW_COMES: readonly string[] = [
  "{A} appears",
  "{A} enters",
  "{A} comes in and goes {TO}",
  "{A} shows up",
  "{A} walks in, {TO}",
  "{A} joins them",
  "in comes {A}",
  "{A} arrives",
];
export const ROW_HE: readonly string[] = [
  "he moves {TO}",
  "he leaves",
  "then he goes {TO}",
  "he walks {TO}",
  "and he steps {TO}",
  "he goes away",
  "now he moves {TO}",
  "the same person goes {TO}",
  "he disappears",
  "then that one leaves",
  "he turns and runs {TO}",
  "then he leaves",
  "she moves {TO}",
  "they go {TO}",
  "he exits the stage",
  "that person moves {TO}",
  "after that he disappears",
];
export const ROW_SWAP: readonly string[] = [
  "{X} and {Y} swap hats",
  "{X} trades hats with {Y}",
  "{X} switches hats with {Y}",
  "{X} exchanges hats with {Y}",
  "{X} moves next to {Y} and they swap hats",
  "{X} and {Y} exchange their hats",
  "now {X} and {Y} trade hats",
];
export const ROW_GIVES: readonly string[] = [
  "{X} gives his hat to {Y}",
  "{X} hands a hat to {Y}",
  "{X} puts his hat on {Y}",
  "{X} lets {Y} have the hat",
  "{X} passes the hat to {Y}",
  "{X} gives {Y} the hat",
];
export const ROW_TAKES: readonly string[] = [
  "{X} takes the hat of {Y}",
  "{X} steals the hat from {Y}",
  "{X} grabs the hat off {Y}",
  "{X} gets the hat from {Y}",
  "{X} snatches the hat of {Y}",
  "{X} puts on the hat that {Y} was wearing",
];
export const ROW_TWO: readonly string[] = [
  "{X} and {Y} switch places",
  "{X} changes places with {Y}",
  "{X} and {Y} both leave",
  "{X} swaps positions with {Y}",
  "{X} and {Y} trade places",
  "{X} and {Y} walk off together",
  "both {X} and {Y} disappear",
];
export const ROW_ALL: readonly string[] = [
  "everybody leaves",
  "they all step back",
  "all of them move to the right",
  "everyone takes one step to the left",
  "they all leave",
  "the whole row moves one to the right",
  "all the people go away",
];
export const ROW_BOTH: readonly string[] = [
  "both of them leave",
  "the two swap places",
  "they change places",
  "both step forward",
  "the two of them walk off",
];

/** Ten places in a row: people come, go, move and trade hats, line by line. Whom does the last line change? */
import { finish } from "../finish.js";
import {
  ROW_AGAIN,
  ROW_ALL,
  ROW_BACK,
  ROW_BOTH,
  ROW_COMES,
  ROW_COMES_TO,
  ROW_GIVES,
  ROW_HE,
  ROW_LAST,
  ROW_LEAVES,
  ROW_MOVES,
  ROW_SWAP,
  ROW_TAKES,
  ROW_THEY,
  ROW_TWO,
} from "../phrasings/row.js";
import {
  ROW_GONE,
  ROW_LEAVES_MORE,
  ROW_MOVES_MORE,
  ROW_NEXT,
  ROW_ONWARD,
  ROW_PAIR_SWAP,
  ROW_SAME,
  ROW_SWAP_MORE,
  ROW_TAKES_HAT,
} from "../phrasings/rows.js";
import type { Random } from "../random.js";
import { emptyScene } from "../scene.js";
import { part, parts } from "../split.js";
import type { Split } from "../types.js";
import { fill, type Kind } from "./named.js";
import { makeSomebody, ROW_COLOURS, refer, type Somebody, settle } from "./rowPeople.js";

interface Row {
  random: Random;
  split: Split;
  list: Somebody[];
  colours: readonly string[];
  /** Of whom the newest line spoke, first the one who acted. */
  last: Somebody[];
  lastAct: "came" | "moved" | "traded" | null;
}

/** One thing that happens: told, then done. */
interface Act {
  text: string;
  changed: Somebody[];
  kind: NonNullable<Row["lastAct"]> | "left";
  happen: () => void;
}

const sorted = (list: readonly Somebody[]) => [...list].sort((a, b) => a.place - b.place);
const freePlaces = (row: Row) =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((place) => row.list.every((s) => s.place !== place));

const HE_MOVES = ROW_HE.filter((t) => t.includes("{TO}"));
const isPronoun = (ref: string) => /^(then he|and he|he|she|they|that person)$/.test(ref);

/** Stories go on with whom they just told of. */
function actorOf(row: Row): Somebody {
  const before = row.last[0];
  return before && row.list.includes(before) && row.random.chance(0.35) ? before : row.random.pick(row.list);
}

/** Words for one of them: by looks or place, as "he", or by what just happened. */
function spoken(row: Row, who: Somebody, places = true): string | null {
  const { random } = row;
  if (row.last[0] === who) {
    if (random.chance(0.5))
      return random.pick(["he", "he", "then he", "and he", "she", "they", "that person"]);
    const ways = row.lastAct ? (ROW_LAST[row.lastAct] ?? []) : [];
    if (ways.length > 0 && random.chance(0.25)) return random.pick(ways);
  }
  const before = row.last[0];
  if (before && row.list.includes(before) && before !== who) {
    if (row.list.length === 2 && random.chance(0.35))
      return random.pick(["the other person", "the other man", "the other one", "the other guy"]);
    const beside = row.list.filter((s) => s.place === before.place - 1 || s.place === before.place + 1);
    if (beside.includes(who) && random.chance(0.25))
      return `the ${random.pick(["man", "person"])} to his ${who.place < before.place ? "left" : "right"}`;
  }
  return refer(random, sorted(row.list), who, places);
}

function target(row: Row, who: Somebody): { place: number; text: string } | null {
  const { random } = row;
  const free = freePlaces(row);
  const ways: { place: number; text: string }[] = [];
  const add = (place: number, ...texts: string[]) => {
    if (free.includes(place)) ways.push({ place, text: random.pick(texts) });
  };
  add(
    1,
    "to the left end",
    "to the far left",
    "all the way to the left",
    "to position 1",
    "to the leftmost spot",
  );
  add(10, "to the right end", "to the far right", "all the way to the right", "to position 10");
  add(random.pick([5, 6]), "to the middle", "to the center", "to the middle of the stage");
  for (const [by, words] of [
    [1, ["one space", "one spot", "one", "a space"]],
    [2, ["two spaces", "2 spaces", "two places", "a couple of spaces"]],
    [3, ["three spaces", "3 spots"]],
  ] as const) {
    const word = random.pick(words);
    add(who.place - by, `${word} to the left`, `${word} left`, `left ${word}`);
    add(who.place + by, `${word} to the right`, `${word} right`, `right ${word}`);
  }
  const marks = row.list.filter((s) => s !== who);
  if (marks.length > 0) {
    const mark = random.pick(marks);
    const name = refer(random, sorted(row.list), mark, false);
    if (name && !/^he|^she/.test(name)) {
      add(mark.place - 1, `to the left of ${name}`, `next to ${name}`, `just left of ${name}`);
      add(mark.place + 1, `to the right of ${name}`, `beside ${name}`, `to ${name}'s right`);
    }
  }
  return ways.length > 0 ? random.pick(ways) : null;
}

function moves(row: Row): Act | null {
  const who = actorOf(row);
  const to = target(row, who);
  const ref = spoken(row, who);
  if (!to || !ref) return null;
  if (row.lastAct === "moved" && row.last[0] !== who && row.random.chance(0.12))
    return {
      text: fill(row.random.pick(part(ROW_SAME, row.split)), { X: ref }),
      changed: [who],
      kind: "moved",
      happen: () => {},
    };
  const he = isPronoun(ref) && row.random.chance(0.5);
  if (he && row.lastAct === "moved" && row.random.chance(0.35))
    return {
      text: row.random.pick(part(ROW_AGAIN, row.split)),
      changed: [who],
      kind: "moved",
      happen: () => {},
    };
  const template = row.random.pick(
    he ? parts([HE_MOVES, ROW_ONWARD], row.split) : parts([ROW_MOVES, ROW_MOVES_MORE], row.split),
  );
  const happen = () => {
    who.place = to.place;
  };
  return { text: fill(template, { X: ref, TO: to.text }), changed: [who], kind: "moved", happen };
}

function leaves(row: Row): Act | null {
  const who = actorOf(row);
  const ref = spoken(row, who);
  if (!ref) return null;
  const happen = () => {
    row.list = row.list.filter((s) => s !== who);
  };
  const lists = isPronoun(ref) && row.random.chance(0.4) ? [ROW_GONE] : [ROW_LEAVES, ROW_LEAVES_MORE];
  const text = fill(row.random.pick(parts(lists, row.split)), { X: ref });
  return { text, changed: [who], kind: "left", happen };
}

function comes(row: Row): Act | null {
  const free = freePlaces(row);
  if (free.length === 0 || row.list.length > 5) return null;
  const { random } = row;
  const hat = random.chance(0.4) ? random.pick(row.colours) : null;
  const who = makeSomebody(random.pick(free), random.pick(row.colours), hat);
  const to = target({ ...row, list: [...row.list] }, who);
  who.place = to?.place ?? who.place;
  const worn = hat ? ` and a ${hat} hat` : random.pick(["", " and no hat"]);
  const man = random.pick(["person", "man", "guy", "woman"]);
  const looks = random.pick([
    `${man} in a ${who.shirt} shirt${worn}`,
    `${man} in ${who.shirt}${worn}`,
    `${man} with a ${who.shirt} shirt${worn}`,
    hat ? `${man} wearing a ${hat} hat and a ${who.shirt} shirt` : `hatless ${man} in ${who.shirt}`,
    hat ? `${man} with a ${who.shirt} shirt${worn}` : `${who.shirt} ${man}`,
  ]);
  const twin = row.list.some((s) => s.shirt === who.shirt && s.hat === who.hat);
  const list = random.chance(0.35) ? ROW_COMES : ROW_COMES_TO;
  const text = fill(random.pick(part(list, row.split)), {
    A: `${twin ? "another" : random.pick(["a", "a", "a new"])} ${looks}`,
    TO: to?.text ?? "in the middle",
  });
  return { text, changed: [who], kind: "came", happen: () => void row.list.push(who) };
}

/** Words for the two that stand leftmost, or rightmost, of three or more. */
function pairAtEnd(row: Row, a: Somebody, b: Somebody): { N: string; END: string } | null {
  const order = sorted(row.list);
  if (order.length < 3) return null;
  const both = (pair: readonly Somebody[]) => pair.includes(a) && pair.includes(b);
  const side = both(order.slice(0, 2)) ? "left" : both(order.slice(-2)) ? "right" : null;
  const N = row.random.pick(["two men", "two people", "two persons", "two"]);
  return side && { N, END: row.random.pick([`on the ${side}`, `on the far ${side}`, `at the ${side} end`]) };
}

function trades(row: Row): Act | null {
  const { random } = row;
  const a = actorOf(row);
  const [b] = random.sample(
    row.list.filter((s) => s !== a),
    1,
  );
  if (!b || (!a.hat && !b.hat) || a.hat === b.hat) return null;
  const again = row.lastAct === "traded" && row.last.includes(a) && row.last.includes(b);
  const happen = () => {
    [a.hat, b.hat] = [b.hat, a.hat];
  };
  if (again && !(a.hat && b.hat) && random.chance(0.6))
    return { text: random.pick(part(ROW_BACK, row.split)), changed: [a, b], kind: "traded", happen };
  if (again && a.hat && b.hat && random.chance(0.7))
    return { text: random.pick(part(ROW_THEY, row.split)), changed: [a, b], kind: "traded", happen };
  const ends = pairAtEnd(row, a, b);
  if (ends && a.hat && b.hat && random.chance(0.5))
    return {
      text: fill(random.pick(part(ROW_PAIR_SWAP, row.split)), ends),
      changed: [a, b],
      kind: "traded",
      happen,
    };
  const [first, second] = [spoken(row, a), refer(random, sorted(row.list), b)];
  if (!first || !second) return null;
  const telling = b.hat && row.list.every((s) => s === b || s.hat !== b.hat);
  const lists =
    telling && random.chance(0.25)
      ? [ROW_TAKES_HAT]
      : a.hat && b.hat
        ? [ROW_SWAP, ROW_SWAP_MORE]
        : a.hat
          ? [ROW_GIVES]
          : [ROW_TAKES];
  const text = fill(random.pick(parts(lists, row.split)), { X: first, Y: second, H: b.hat ?? "" });
  return { text, changed: [a, b], kind: "traded", happen };
}

function together(row: Row): Act | null {
  const { random } = row;
  const happen = () => {};
  if (row.list.length === 2 && random.chance(0.3))
    return { text: random.pick(part(ROW_BOTH, row.split)), changed: [...row.list], kind: "moved", happen };
  if (random.chance(0.4))
    return { text: random.pick(part(ROW_ALL, row.split)), changed: [...row.list], kind: "moved", happen };
  const [a, b] = random.sample(row.list, 2);
  const first = a && refer(random, sorted(row.list), a);
  const second = b && refer(random, sorted(row.list), b);
  if (!a || !b || !first || !second) return null;
  const text = fill(random.pick(part(ROW_TWO, row.split)), { X: first, Y: second });
  return { text, changed: [a, b], kind: "moved", happen };
}

function act(row: Row, isLast: boolean): Act | null {
  const make = row.random.weighted([
    [moves, 6],
    [leaves, 4],
    [comes, isLast ? 0 : 3],
    [trades, 4],
    [together, isLast ? 0.8 : 0],
  ] as const);
  return row.list.length > 0 || make === comes ? make(row) : null;
}

export const row: Kind = (random, split) => {
  const colours = random.sample(ROW_COLOURS, random.integer(3, 7));
  const places = random.sample([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], random.integer(1, 4));
  const hats = random.between(0.2, 0.7);
  const state: Row = {
    random,
    split,
    list: places.map((place) =>
      makeSomebody(place, random.pick(colours), random.chance(hats) ? random.pick(colours) : null),
    ),
    colours,
    last: [],
    lastAct: null,
  };
  const lines: string[] = [];
  for (let i = random.integer(0, 4); i > 0; i--) {
    const next = act(state, false);
    if (!next) continue;
    lines.push(next.text);
    next.happen();
    state.last = next.changed.filter((s) => state.list.includes(s));
    state.lastAct = next.kind === "left" ? null : next.kind;
  }
  if (state.list.length === 0) return null;
  const final = act(state, true);
  if (!final) return null;
  const scene = emptyScene(random, split, "row");
  settle(
    random,
    state.list,
    random.next(),
    random.pick([["person", "man"], ["person", "man", "guy"], ["person"]]),
  );
  scene.things = random.chance(0.5)
    ? sorted(state.list).map((s) => s.thing)
    : random.shuffle(state.list.map((s) => s.thing));
  for (const [i, t] of scene.things.entries()) t.id = `p${i + 1}`;
  scene.viewer = { position: [0, 1.6, -random.between(7, 10)], forward: [0, -0.02, 1] };
  const pause = random.between(4, 11);
  for (const [i, text] of [...lines, final.text].entries())
    scene.chat.push({
      speaker: "player",
      text: styled(random, i > 0 && random.chance(0.12) ? `${random.pick(ROW_NEXT)} ${text}` : text),
      secondsAgo: 1 + (lines.length - i) * pause,
    });
  const ids = final.changed.map((s) => s.thing.id);
  return finish(scene, { any: ids, referents: ids, kind: "row of people" }, [
    "viewer",
    "colour",
    "description",
    "names",
    "kind",
  ]);
};

function styled(random: Random, text: string): string {
  const tidy = text.replace(/^(then|and) (then|and) /, "$1 ").replace(/^now (then|and) /, "now ");
  return random.chance(0.5) ? tidy : tidy.charAt(0).toUpperCase() + tidy.slice(1);
}

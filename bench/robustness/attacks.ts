/** Searches for the worst input within a budget: black boxes that see the focus and nothing else. */
import { DESCRIBED_SAMPLE_RATE, describedPcm, SOUND_WORDS } from "../../src/headless/describedSound.js";
import { seededRandom } from "../../src/headless/seededRandom.js";
import { FRAME_HEIGHT, FRAME_WIDTH } from "../../src/model/observation.js";
import type { Percepts } from "../../src/model/percepts.js";
import { lineOf, pixelsOf, withLine, withPixels } from "./changes.js";
import { pick, type Random } from "./chat.js";
import type { Observed } from "./episodes.js";
import { judge, margin, type Score, summarise, type Verdict } from "./score.js";
import { type Decide, selfOf } from "./subject.js";

/** One step of a search: another input, drawn from the best so far; null if there is none to be had. */
export interface Attack {
  readonly budget: string;
  /** Questions to the model for each episode at most. */
  readonly queries: number;
  /** Can this episode be attacked so? */
  readonly fits: (percepts: Percepts) => boolean;
  readonly begin: (percepts: Percepts, random: Random) => Search;
}

export interface Search {
  /** A candidate to be tried. */
  next(): Percepts;
  /** The candidate was the worst so far: go on from there. */
  keep(): void;
}

const PATCH_SIDE = 16;
const QUIET_DB = 40;
const EDITS = 2;

export type AttackName = "patch" | "sound" | "words";

export const ATTACKS: Readonly<Record<AttackName, Attack>> = {
  patch: {
    budget: `a patch of ${PATCH_SIDE} × ${PATCH_SIDE} pixels (${((100 * PATCH_SIDE ** 2) / (FRAME_WIDTH * FRAME_HEIGHT)).toFixed(1)}% of the frame), evolutionary search`,
    queries: 40,
    fits: ({ frame }) => frame !== null,
    begin: patchSearch,
  },
  sound: {
    budget: `one added sound of ${QUIET_DB} dB at the ear, random search over kind, entity and age`,
    queries: 40,
    fits: ({ npcs, entities }) => npcs[0].senses.hearing && entities.length > 0,
    begin: soundSearch,
  },
  words: {
    budget: `${EDITS} edits of a character in the newest line, greedy search`,
    queries: 60,
    fits: (percepts) => percepts.npcs[0].senses.chat && /\p{L}/u.test(lineOf(percepts)),
    begin: wordSearch,
  },
};

export interface AttackScore {
  readonly clean: Score;
  readonly attacked: Score;
  readonly budget: string;
  readonly queries: number;
}

/** @param queries another budget than the attack's own */
export async function measureAttack(
  decide: Decide,
  episodes: readonly Observed[],
  attack: Attack,
  seed: number,
  queries = attack.queries,
): Promise<AttackScore> {
  const fitting = episodes.filter(
    ({ percepts, expected }) => (expected.any || expected.none) && attack.fits(percepts),
  );
  const clean: Verdict[] = [];
  const attacked: Verdict[] = [];
  for (const [i, episode] of fitting.entries()) {
    const before = await look(decide, episode, episode.percepts);
    clean.push(before.verdict);
    const worst = before.verdict.right
      ? await searchWorst(decide, episode, attack, queries, seededRandom(seed + i))
      : before.verdict;
    attacked.push(worst);
  }
  return { clean: summarise(clean), attacked: summarise(attacked), budget: attack.budget, queries };
}

async function searchWorst(
  decide: Decide,
  episode: Observed,
  attack: Attack,
  queries: number,
  random: Random,
): Promise<Verdict> {
  const search = attack.begin(episode.percepts, random);
  let lowest = Number.POSITIVE_INFINITY;
  let verdict: Verdict = { right: true, f1: null };
  for (let query = 0; query < queries && verdict.right; query++) {
    const seen = await look(decide, episode, search.next());
    if (seen.margin >= lowest) continue;
    lowest = seen.margin;
    verdict = seen.verdict;
    search.keep();
  }
  return verdict;
}

async function look(decide: Decide, { expected, percepts }: Observed, changed: Percepts) {
  const focus = await decide(changed);
  const self = selfOf(percepts);
  return { verdict: judge(focus, expected, self), margin: margin(focus, expected, self) };
}

/** A random change within the budget of one of these attacks that fit; null if none does. */
export function disturbed(
  percepts: Percepts,
  random: Random,
  by: readonly AttackName[] = ["patch", "sound", "words"],
): Percepts | null {
  const fitting = by.map((name) => ATTACKS[name]).filter((attack) => attack.fits(percepts));
  if (fitting.length === 0) return null;
  const attack = pick(fitting, random);
  if (attack !== ATTACKS.words) return attack.begin(percepts, random).next();
  let line = lineOf(percepts);
  for (let edit = 0; edit < EDITS; edit++) line = edited(line, random);
  return withLine(percepts, () => line);
}

/** Place and four colours of a patch; a step moves it a little, or dyes one quarter. */
function patchSearch(percepts: Percepts, random: Random): Search {
  const clean = pixelsOf(percepts);
  const colour = () => [random(), random(), random()].map((value) => Math.round(value) * 255);
  const draw = () => ({
    x: Math.floor(random() * (FRAME_WIDTH - PATCH_SIDE)),
    y: Math.floor(random() * (FRAME_HEIGHT - PATCH_SIDE)),
    colours: [colour(), colour(), colour(), colour()],
  });
  let best: ReturnType<typeof draw> | null = null;
  let tried = draw();
  let step = 0;
  const near = (value: number, most: number) =>
    Math.min(most, Math.max(0, Math.round(value + (random() - 0.5) * 2 * PATCH_SIDE)));
  return {
    next() {
      // A third of the questions looks for a place, the rest works on the best.
      if (!best || step++ % 3 === 0) tried = draw();
      else
        tried = {
          x: near(best.x, FRAME_WIDTH - PATCH_SIDE),
          y: near(best.y, FRAME_HEIGHT - PATCH_SIDE),
          colours: best.colours.map((kept) => (random() < 0.5 ? kept : colour())),
        };
      return withPixels(percepts, patched(clean, tried));
    },
    keep() {
      best = tried;
    },
  };
}

function patched(
  rgba: Uint8Array,
  patch: { x: number; y: number; colours: readonly (readonly number[])[] },
): Uint8Array {
  const out = rgba.slice();
  const half = PATCH_SIDE / 2;
  for (let y = 0; y < PATCH_SIDE; y++)
    for (let x = 0; x < PATCH_SIDE; x++) {
      const colour = patch.colours[(y < half ? 0 : 2) + (x < half ? 0 : 1)];
      out.set(colour, ((patch.y + y) * FRAME_WIDTH + patch.x + x) * 4);
    }
  return out;
}

function soundSearch(percepts: Percepts, random: Random): Search {
  return {
    next() {
      const entity = pick(percepts.entities, random);
      const age = random() * 3;
      const sound = {
        id: "added",
        entity: entity.id,
        position: entity.position,
        levelDb: QUIET_DB,
        startedSecondsAgo: age,
        durationSeconds: null,
        pcm: describedPcm(pick(SOUND_WORDS, random), Math.floor(random() * 1000))(age),
        sampleRate: DESCRIBED_SAMPLE_RATE,
      };
      return {
        ...percepts,
        sounds: [...percepts.sounds, sound],
        npcs: percepts.npcs.map((npc) => ({ ...npc, hears: [...npc.hears, QUIET_DB] })),
      };
    },
    keep() {},
  };
}

/** Half of the questions for each edit: the worst of the first ones is edited again. */
function wordSearch(percepts: Percepts, random: Random): Search {
  const clean = lineOf(percepts);
  const each = Math.floor(ATTACKS.words.queries / EDITS);
  let asked = 0;
  let from = clean;
  let best = clean;
  let tried = clean;
  return {
    next() {
      if (asked > 0 && asked % each === 0) from = best;
      asked++;
      tried = edited(from, random);
      return withLine(percepts, () => tried);
    },
    keep() {
      best = tried;
    },
  };
}

const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

function edited(text: string, random: Random): string {
  const letters = [...text];
  const places = letters.flatMap((sign, i) => (/\p{L}/u.test(sign) ? [i] : []));
  const at = pick(places.length > 0 ? places : [0], random);
  const other = pick([...ALPHABET], random);
  const kind = Math.floor(random() * 4);
  if (kind === 0) letters.splice(at, 1);
  else if (kind === 1) letters.splice(at, 0, other);
  else if (kind === 2) letters[at] = other;
  else if (at + 1 < letters.length) letters.splice(at, 2, letters[at + 1], letters[at]);
  return letters.join("");
}

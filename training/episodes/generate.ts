/** The stream of episodes: a kind is drawn, then a scene, an intention, and last the words. */
import * as absence from "./kinds/absent.js";
import { blocks } from "./kinds/blocks.js";
import * as chatty from "./kinds/chatty.js";
import * as company from "./kinds/company.js";
import * as depicted from "./kinds/depicted.js";
import * as dialogue from "./kinds/dialogue.js";
import { dotGame } from "./kinds/dotGame.js";
import { dots } from "./kinds/dots.js";
import { dotsTalk } from "./kinds/dotsTalk.js";
import { goesOn } from "./kinds/goesOn.js";
import * as happenings from "./kinds/happenings.js";
import * as named from "./kinds/named.js";
import { robot } from "./kinds/robot.js";
import { row } from "./kinds/row.js";
import * as senses from "./kinds/senses.js";
import { sets } from "./kinds/sets.js";
import { stage } from "./kinds/stage.js";
import { Random } from "./random.js";
import { spoil } from "./slips.js";
import type { Episode, Split } from "./types.js";

/** Every kind of situation with its share. */
export const KINDS: readonly (readonly [string, named.Kind, number])[] = [
  ["blocks", blocks, 13],
  ["dots", dots, 7],
  ["row", row, 9],
  ["robot", robot, 8],
  ["sets", sets, 5],
  ["named", named.named, 3],
  ["typo", named.typo, 2],
  ["colour", named.colour, 3],
  ["twoColours", named.twoColours, 2],
  ["shape", named.shape, 1.2],
  ["size", named.size, 3],
  ["viewerPlace", named.viewerPlace, 3],
  ["thingPlace", named.thingPlace, 3.5],
  ["surface", named.surface, 1.2],
  ["npcPlace", named.npcPlace, 2],
  ["relation", named.relation, 2.5],
  ["stacked", named.stacked, 1.5],
  ["between", named.between, 1.2],
  ["compass", named.compass, 2],
  ["ordinal", named.ordinal, 2.2],
  ["material", named.material, 1.5],
  ["use", named.use, 3.5],
  ["story", named.story, 2],
  ["clothes", named.clothes, 2],
  ["person", named.person, 2],
  ["deixis", dialogue.deixis, 3],
  ["it", dialogue.it, 2],
  ["him", dialogue.him, 1.2],
  ["other", dialogue.other, 1.5],
  ["correction", dialogue.correction, 1.5],
  ["nextToIt", dialogue.nextToIt, 1.8],
  ["notThis", dialogue.notThis, 2.2],
  ["landmark", dialogue.landmark, 1.4],
  ["smallTalk", dialogue.smallTalk, 2.5],
  ["absent", absence.absent, 5],
  ["addressed", absence.addressed, 1.2],
  ["talk", absence.talk, 4],
  ["chatter", dialogue.chatter, 1.5],
  ["bystander", dialogue.bystander, 1.5],
  ["noise", senses.noise, 2],
  ["quietAgainstDrone", senses.quietAgainstDrone, 1.5],
  ["askNoise", senses.askNoise, 3.2],
  ["event", senses.event, 2],
  ["alarmOverTalk", senses.alarmOverTalk, 2],
  ["talkOverNoise", senses.talkOverNoise, 2],
  ["danger", senses.danger, 1.2],
  ["whisperedName", senses.whisperedName, 1],
  ["cut", senses.cut, 2.5],
  ["stale", senses.stale, 1.5],
  ["boring", senses.boring, 1.5],
  ["currentOverStale", senses.currentOverStale, 1.2],
  ["eventsCompete", senses.eventsCompete, 1.5],
  ["company", company.addressed, 3],
  ["partner", company.partner, 2],
  ["interrupted", company.interrupted, 1.5],
  ["notYou", company.notYou, 1],
  ["crowd", company.crowd, 1.2],
  ["askedOfSound", happenings.askedOfSound, 3],
  ["newest", happenings.newest, 3],
  ["sightOverFaint", happenings.sightOverFaint, 1.5],
  ["peril", happenings.peril, 1.5],
  ["throughNoise", happenings.questionThroughNoise, 2],
  ["chattyAsk", chatty.chattyAsk, 6],
  ["ofTwo", chatty.ofTwo, 2],
  ["aside", chatty.aside, 2],
  ["idiom", chatty.idiom, 2],
  ["severalLooks", chatty.severalLooks, 2],
  ["pointed", chatty.pointed, 3],
  ["goesOn", goesOn, 4],
  ["depicted", depicted.depicted, 3],
  ["compared", depicted.compared, 1.5],
  ["theseTwo", depicted.theseTwo, 1.5],
  ["dotsTalk", dotsTalk, 3],
  ["dotGame", dotGame, 5],
];

/** Drawn only where asked for by name: what no training shows, for learning it from few examples (lora.py). */
export const UNTAUGHT: typeof KINDS = [["stage", stage, 1]];

export interface EpisodeOptions {
  seed: number;
  count: number;
  split: Split;
  /** Only these kinds (names of KINDS or UNTAUGHT); default all of KINDS. */
  only?: readonly string[];
}

/** Scenes that did not come out are drawn again this often before another kind is drawn. */
const ATTEMPTS = 60;

export function episodeAt(seed: number, index: number, split: Split, only?: readonly string[]): Episode {
  const random = new Random(`${split}/${seed}/${index}`);
  const kinds = only ? [...KINDS, ...UNTAUGHT].filter(([name]) => only.includes(name)) : KINDS;
  if (kinds.length === 0)
    throw new Error(`generateEpisodes: only: [${only}] names no kind; see KINDS in generate.ts`);
  for (let redraw = 0; redraw < 20; redraw++) {
    const kind = random.weighted(kinds.map(([, make, share]) => [make, share] as const));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const episode = kind(random, split);
      if (episode) {
        episode.case.id = `${split}-${seed}-${index}`;
        // Only where is learnt: figures on val and test are of clean lines, robustness is measured apart.
        return split === "train" ? spoil(new Random(`slips/${seed}/${index}`), episode) : episode;
      }
    }
  }
  throw new Error(`generateEpisodes: no scene came out for seed ${seed}, index ${index}`);
}

/** The same options give the same episodes, each independent of those before it. */
export function* generateEpisodes(options: EpisodeOptions): Iterable<Episode> {
  for (let i = 0; i < options.count; i++) yield episodeAt(options.seed, i, options.split, options.only);
}

/**
 * The layout of the tensors, written once: the product encodes by it, training reads it as JSON
 * (`npm run --silent layout`), and the ONNX graph is made from it.
 */
import { BASIC_COLOURS } from "./colour.js";
import { EVENT_KINDS, SHAPES, TASKS } from "./percepts.js";
import { SOUND_FEATURES } from "./soundFeatures.js";
import { LEXICON_ROWS } from "./text/lexicon.js";
import { WORD_WIDTH } from "./text/wordTable.js";

export const FRAME_WIDTH = 256;
export const FRAME_HEIGHT = 144;
/** Pixels along a side of a patch. */
export const PATCH = 16;
export const PATCH_COLUMNS = FRAME_WIDTH / PATCH;
export const PATCH_ROWS = FRAME_HEIGHT / PATCH;
export const PATCHES = PATCH_COLUMNS * PATCH_ROWS;
export const PATCH_VALUES = PATCH * PATCH * 3;
/** The object-id map: two pixels of the frame to a cell. */
export const ID_MAP_WIDTH = FRAME_WIDTH / 2;
export const ID_MAP_HEIGHT = FRAME_HEIGHT / 2;

/** Newest words that are kept: of the last message, and of what was said before. */
export const MAX_LAST_WORDS = 40;
export const MAX_EARLIER_WORDS = 40;

/** Additive bias of a token that cannot be perceived. Finite, so that a row of them gives no NaN. */
export const SHUT = -1e4;

export const KINDS = ["exhibit", "player", "npc", "prop", "door", "room"] as const;

/** Things to stand to: what the last line's phrases mean if each means one thing, and the topic before it. */
export const LANDMARKS = ["first", "second", "topic"] as const;
/** Along x, y and z of whoever speaks, the lesser side first. */
export const SIDES = ["Left", "Right", "Below", "Above", "Before", "Behind"] as const;

export const ENTITY_FEATURES = [
  // Place as the viewer sees it: x right, y up, z ahead of the eyes, metres / 10 and signed logarithm.
  ..."x y z logX logY logZ logDistance azimuthSin azimuthCos elevation".split(" "),
  // Place by the compass, from the viewer.
  ..."logEast logNorth".split(" "),
  // Does the viewer look at it? Cosine, two widths of a beam, and its share among all.
  ..."gazeCosine gazeNarrow gazeWide gazeShare".split(" "),
  // Rank among the entities, -1 lowest to 1 highest, ties equal.
  ..."rankX rankAzimuth rankY rankZ rankDistance rankEast rankNorth rankVolume rankHeight rankLightness".split(
    " ",
  ),
  // Rank among those of the same name, and among those of the same name and colour: "the left one of the red ones".
  // and among the things that stand on the same side of whoever looks.
  ...["kin", "twin", "thing"].flatMap((peers) =>
    "X Y Z Distance East North Volume Height Lightness".split(" ").map((by) => `${peers}${by}`),
  ),
  ..."kinCount twinCount isThing".split(" "),
  ..."sizeKnown logWidth logHeight logDepth yawKnown yawSin yawCos".split(" "),
  ...KINDS.map((kind) => `kind:${kind}`),
  "kind:other",
  ..."colourKnown red green blue lightness".split(" "),
  ...BASIC_COLOURS.map((colour) => `colour:${colour}`),
  ...SHAPES.map((shape) => `shape:${shape}`),
  ..."visibleKnown visible".split(" "),
  ...EVENT_KINDS.flatMap((event) => [`event:${event}:now`, `event:${event}:lately`]),
  // Talk: who spoke, and how fully it is named (coverage of its best name) by the last line and before.
  ..."spokeLast spokeEarlier viewersBody namedLast namedLastShare describedLast namedEarlier namedEarlierShare".split(
    " ",
  ),
  // The last line's phrases: whole names said, which phrase fits it, how it ranks and counts among what that fits.
  ..."called calledAlone calledFirst calledLast phrase1 phrase2 phrase3 mentioned mentionedAlone mentionedFew mentionedLast mentionNegated countFits topic spokenOf".split(
    " ",
  ),
  ..."X Y Z Distance Volume Height Lightness".split(" ").map((by) => `phrase${by}`),
  ...["nth", "within"].flatMap((by) =>
    "Left Right Top Bottom Near Far".split(" ").map((end) => `${by}${end}`),
  ),
  // Where it stands to what the phrases mean; what it is built into; the line's meaning as a whole.
  ...LANDMARKS.flatMap((mark) => [
    ...["Known", "X", "Y", "Z", "Near", "Rank"].map((name) => `${mark}Mark${name}`),
    ...SIDES.map((side) => `${mark}Mark${side}`),
  ]),
  ..."betweenFirst betweenSecond".split(" "),
  ..."touches touchesAlike columnAlike columnWhole rowAlike pieceAlike pieceWhole columnRank aboveAlike belowAlike columnFits rowFits pieceFits".split(
    " ",
  ),
  ..."about aboutShare".split(" "),
  // Sound that belongs to it.
  ..."sounding soundLevel soundOnset soundOver".split(" "),
  // What the newest earlier line that names several things names last: "the latter".
  "topicLast",
  // The end that its phrase asks for ("the top left one"): how far along, at the very end, within the number said;
  // and what all lines together say of each.
  ..."askedKnown askedRank askedWorst askedEnd askedFill askedBest gathered gatheredShare supposed".split(
    " ",
  ),
  // Among the nearest of its own name: stands it apart, how do they differ, which end of them was asked for.
  ..."Alone Mutual Pair Three Gathered Asked PairAsked".split(" ").map((by) => `near${by}`),
  ...["", "1", "2", "3"].flatMap((k) => "X Y Volume Lightness".split(" ").map((by) => `near${k}${by}`)),
] as const;

/** What links a word to an entity. */
export const WORD_LINKS = [
  "spelling",
  "meaning",
  "description",
  "colour",
  "shape",
  "speaker",
  "called",
  "wears",
] as const;

export const WORD_FEATURES = [
  ..."last recency lately byViewer byNpc number colourWord question exclamation shouted".split(" "),
  ...[1, 2, 4, 8].flatMap((k) => [`positionSin${k}`, `positionCos${k}`]),
  "fromEnd",
  // How well it links to the entity that it fits best, and to how many.
  ..."fitsName fitsMeaning fitsDescription fitsLook fitsMany called wears phrase1 phrase2 phrase3 negated".split(
    " ",
  ),
] as const;

export const SOUND_TOKEN_FEATURES = [
  ...SOUND_FEATURES.map((name) => `meyda:${name}`),
  ..."featuresKnown level onset age endless remaining over placeKnown x y z logDistance tied".split(" "),
] as const;

export const NPC_FEATURES = [
  ..."sight hearing chat".split(" "),
  ...TASKS.map((task) => `task:${task}`),
  ..."attending attendingTime named otherNamed messageRecency messageKnown viewerKnown viewerDistance viewerLooks contentWords wordsClaimed anyCalled anyPhrase spokenYaw".split(
    " ",
  ),
] as const;

export const PAIR_FEATURES =
  "sees logDistance bearingSin bearingCos elevation logX logZ self attending habituation spoke hears onLeft kinX kinZ kinDistance phraseX phraseZ phraseDistance spokeLast addresses addressesOther asks".split(
    " ",
  ) as readonly string[];

export const LAYOUT = {
  version: 3,
  patches: PATCHES,
  patchColumns: PATCH_COLUMNS,
  patchValues: PATCH_VALUES,
  wordWidth: WORD_WIDTH,
  lexiconRows: LEXICON_ROWS,
  entity: ENTITY_FEATURES,
  wordLinks: WORD_LINKS,
  word: WORD_FEATURES,
  sound: SOUND_TOKEN_FEATURES,
  npc: NPC_FEATURES,
  pair: PAIR_FEATURES,
} as const;

export interface TensorData {
  readonly data: Float32Array | Int32Array;
  readonly dims: readonly number[];
}

/**
 * All tokens of one moment for NPCs that perceive with the same senses and have read the same lines.
 * Each token list has at least one row; a row that stands for nothing is shut by its gate.
 */
export interface Observation {
  /** Names and shapes (P patches, E entities, S sounds, W words, N NPCs, T = P + E + S + W):
   * patches [P, patchValues], patchLinks [E, P], entities [E, entity], entityText [E, wordWidth],
   * sounds [S, sound], soundLinks [S, E], words [W, word + wordWidth], wordIds [W] int32,
   * wordLinks [wordLinks, E, W], present [T] (0 or SHUT), npcs [N, npc], pairs [N, E, pair], gates [N, T]. */
  readonly feeds: Readonly<Record<string, TensorData>>;
  /** Entity ids, the model's rows. */
  readonly entities: readonly string[];
  readonly npcs: readonly string[];
  readonly sounds: readonly string[];
  readonly words: readonly string[];
  /** Do the patches show the frame? Else there is one shut row. A GPU buffer may take their place. */
  readonly usesFrame: boolean;
}

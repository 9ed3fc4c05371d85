/**
 * Words whose sense is grammar, place, number or comparison: the model learns a vector of its own for each,
 * since their meaning is not in their spelling. Row 0 is "any other word". Order is part of the model's format.
 */
const GROUPS = [
  // articles, pronouns, deixis
  "a an the this that these those here there it its it's they them their he him his she her hers i i'm me my mine you your yours u ur we us our who whom whose what what's which where where's when why how",
  "one ones other others another same both all every each everything any some none no not only just except but without rest either neither last next previous former latter else",
  // place
  "left right leftmost rightmost lefthand righthand top topmost bottom bottommost upper uppermost lower lowermost above below under underneath beneath over on upon onto off in inside into within out outside behind front ahead beside besides by near nearest nearer nearby close closest closer next adjacent touching against between among middle centre center central corner edge end side far farther further farthest furthest away across opposite facing around through along up down upstairs downstairs overhead high low north south east west northern southern eastern western northmost southmost eastmost westmost northernmost southernmost easternmost westernmost forward forwards backward backwards back row rows column columns line stack stacks tower layer level floor wall ceiling ground",
  // size and comparison
  "big bigger biggest large larger largest small smaller smallest tiny tiniest huge giant little littlest medium mid-sized tall taller tallest short shorter shortest long longer longest wide wider widest thin thinner thinnest thick narrow narrowest higher highest lowest fat heavy heaviest dark darker darkest light lighter lightest bright brighter brightest pale black grey gray white most least more less very quite slightly bit same similar different",
  // numbers
  "0 1 2 3 4 5 6 7 8 9 10 zero two three four five six seven eight nine ten single pair couple few several many first second third fourth fifth sixth seventh eighth ninth tenth 1st 2nd 3rd 4th 5th once twice half",
  // verbs of talk, sight and hand
  "is are was were be do does did have has had can could would will shall should may might want need like please tell say said ask talk speak show see look looking looks watch seeing hear heard hearing listen listening sound sounds sounded noise noises ring ringing rings bang banging crash crashed knock knocking alarm siren music song playing loud quiet explain describe know made make makes used use come came coming go goes going gone get got take takes bring fetch pick put place move moves moved remove destroy delete drop give hold carry open close turn follow find search stop start wait leave leaves enters enter exits exit trades appears appeared disappears stand standing sit sitting holding wearing wears hat shirt pointing choose select ignore forget mean meant never mind",
  // talk itself
  "hello hi hey morning evening afternoon bye goodbye thanks thank sorry ok okay yes yeah yep nope no sure right wrong well so and or if then also too as of for from to at with about than like help fire danger careful watch out quick hurry run now again still already maybe think guess see agree deal done",
  // things
  "thing things object objects item stuff piece block blocks cube cubes brick bricks ball balls dot dots circle circles box boxes person people man men woman women guy guys girl boy kid child lady gentleman someone somebody anyone nobody colour color shape size kind type room",
] as const;

const ROWS = new Map<string, number>();
for (const word of GROUPS.join(" ").split(" ")) if (!ROWS.has(word)) ROWS.set(word, ROWS.size + 1);

export const LEXICON_ROWS = ROWS.size + 1;

export function lexiconWords(): Iterable<string> {
  return ROWS.keys();
}

/** Row of a folded word, 0 if it has none. */
export function lexiconRow(word: string): number {
  return ROWS.get(word.replace("’", "'")) ?? 0;
}

const NUMBERS = "zero one two three four five six seven eight nine ten".split(" ");
const ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** The number that a word says ("two", "2", "2nd", "third"), 0 if none. */
export function numberOf(word: string): number {
  const digits = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word);
  if (digits) return Number(digits[1]);
  if (word === "both" || word === "pair" || word === "couple") return 2;
  return Math.max(0, NUMBERS.indexOf(word), ORDINALS.indexOf(word));
}

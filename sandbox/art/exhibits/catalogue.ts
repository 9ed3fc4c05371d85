/** What stands where, what it is called, and what there is to say of it. The things are the museum's own fiction. */
export interface ExhibitText {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly description: string;
  /** What the guide says at this stop. */
  readonly say: string;
  readonly themes: readonly string[];
  /** Question → answer pairs the guide knows beside what she says at the stop. */
  readonly knowledge: readonly { readonly questions: readonly string[]; readonly answer: string }[];
}

export interface Place {
  readonly room: 0 | 1 | 2;
  /** Metres; z from the room's near wall. */
  readonly x: number;
  readonly z: number;
  /** Where its front looks: "in" is to the room's axis. */
  readonly faces: "in" | "door";
  /** Height of what it stands on; 0.14 is a low step for tall pieces. */
  readonly stand: number;
}

export interface CatalogueEntry extends ExhibitText {
  readonly place: Place;
}

const LEFT = -3.9;
const RIGHT = 3.9;
const at = (room: 0 | 1 | 2, x: number, z: number, stand = 0.92, faces: Place["faces"] = "in"): Place => ({
  room,
  x,
  z,
  stand,
  faces,
});

export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: "celadon-vase",
    label: "celadon vase",
    names: ["bottle vase"],
    description: "A tall bottle vase with a crackled glaze, fired in Longquan around 1200.",
    say: "This celadon vase was fired in Longquan some eight hundred years ago. The fine net of cracks is no damage: the potter wanted it.",
    themes: ["ceramics", "glaze"],
    place: at(0, LEFT, 1.9),
    knowledge: [
      {
        questions: ["why is the glaze green?", "what makes the colour of the glaze?"],
        answer: "A little iron in the glaze. Starve the kiln of air and iron turns green instead of brown.",
      },
      {
        questions: ["what are the cracks in the glaze?", "is it broken?", "why is it cracked?"],
        answer: "The cracks are meant. The glaze shrinks faster than the clay, and the potter let it.",
      },
    ],
  },
  {
    id: "flambe-bowl",
    label: "flambé bowl",
    names: ["ox-blood bowl"],
    description: "A wide bowl with an ox-blood glaze that runs toward the rim.",
    say: "The red of this flambé bowl comes from copper. No two of them ever left the kiln alike.",
    themes: ["ceramics", "glaze"],
    place: at(0, RIGHT, 1.9),
    knowledge: [
      {
        questions: ["why is the bowl red?", "what gives the bowl its colour?"],
        answer: "Copper in the glaze, fired with very little air. A minute too long and it turns grey.",
      },
    ],
  },
  {
    id: "ginger-jar",
    label: "ginger jar",
    names: ["lidded jar", "porcelain jar"],
    description: "A porcelain jar with a lid, painted with plum branches.",
    say: "Plum branches in cobalt blue, on a porcelain jar that once carried ginger across two oceans.",
    themes: ["ceramics", "trade"],
    place: at(0, LEFT, 4.5),
    knowledge: [
      {
        questions: ["what was the jar used for?", "what was in the blue and white jar?"],
        answer: "Ginger in syrup, mostly. The lid was sealed with wax for the voyage.",
      },
    ],
  },
  {
    id: "amphora",
    label: "black-figure amphora",
    names: ["amphora", "jar with horses", "greek vase"],
    description: "A clay amphora with two handles and a frieze of horses.",
    say: "Oil, wine or a prize for a race: this amphora may have held all three. Look at the horses, each leg is one stroke.",
    themes: ["ceramics", "antiquity"],
    place: at(0, RIGHT, 4.5),
    knowledge: [
      {
        questions: ["what do the horses mean?", "why are there horses?"],
        answer: "Such jars were prizes at the games. The horses tell you which race was won.",
      },
    ],
  },
  {
    id: "mask",
    label: "sun mask",
    names: ["golden mask", "gilded mask", "face"],
    description: "A gilded wooden mask with red horns and a crown of rays, worn at midsummer dances.",
    say: "The sun mask was danced through the night at midsummer, and put away before the first ray touched it.",
    themes: ["carving", "ritual"],
    place: at(0, LEFT, 7.2, 1.0),
    knowledge: [
      {
        questions: ["who wore the mask?", "what was the mask for?"],
        answer: "The youngest dancer of the village wore it, on the shortest night of the year.",
      },
      {
        questions: ["is it haunted?", "is it scary?"],
        answer: "Not by day. It was never meant for daylight, that is all.",
      },
    ],
  },
  {
    id: "astrolabe",
    label: "astrolabe",
    names: ["brass disc", "star finder"],
    description: "A brass astrolabe with engraved plates, for finding the hour from the height of a star.",
    say: "Hold this astrolabe to a star, turn the rule, and it tells you the hour. It is a clock without a wheel.",
    themes: ["instruments", "stars"],
    place: at(1, RIGHT, 1.8),
    knowledge: [
      {
        questions: ["how does the astrolabe work?", "what is an astrolabe?"],
        answer:
          "You measure how high a star stands, then turn the plate until it agrees. The rim gives you the hour.",
      },
    ],
  },
  {
    id: "gramophone",
    label: "gramophone",
    names: ["record player", "music", "horn"],
    description: "An oak gramophone with a wide brass horn, playing a slow waltz.",
    say: "Our gramophone still plays its own waltz. No electricity: a spring, a needle and this great horn.",
    themes: ["instruments", "music"],
    place: at(1, LEFT, 1.8, 0.78),
    knowledge: [
      {
        questions: ["what is that music?", "where does the music come from?", "what is playing?"],
        answer: "That is the gramophone, playing a waltz from around 1910.",
      },
      {
        questions: ["can you turn the music off?", "the music is too loud", "is there always music here?"],
        answer: "The gramophone plays until its spring runs down. I have grown fond of the waltz.",
      },
    ],
  },
  {
    id: "longcase-clock",
    label: "longcase clock",
    names: ["grandfather clock", "tall clock", "clock"],
    description: "A tall mahogany clock with a painted dial and a brass pendulum, ticking once a second.",
    say: "The longcase clock swings once a second, because its pendulum is just under a metre long. It could not do otherwise.",
    themes: ["instruments", "time"],
    place: at(1, RIGHT, 4.7, 0.1),
    knowledge: [
      {
        questions: ["what is ticking?", "does the clock still work?", "does it still work?"],
        answer: "The longcase clock. Teo winds it every Monday.",
      },
    ],
  },
  {
    id: "loom",
    label: "floor loom",
    names: ["loom", "weaving frame"],
    description: "An oak floor loom with a half-woven cloth in ochre, red and teal stripes.",
    say: "Someone left this loom in the middle of a stripe. We have kept the thread exactly where her hand left it.",
    themes: ["craft", "textile"],
    place: at(1, LEFT, 7.1, 0.1),
    knowledge: [
      {
        questions: ["who wove the cloth?", "why is the cloth not finished?"],
        answer: "We know only her mark, three small triangles. Why she stopped, nobody knows.",
      },
    ],
  },
  {
    id: "bell",
    label: "bronze bell",
    names: ["bell", "temple bell"],
    description: "A bronze bell hung in a dark wooden yoke; it is struck at every full hour.",
    say: "The bronze bell was cast in one pour. If you wait for the full hour you will hear why people crossed the valley for it.",
    themes: ["instruments", "sound"],
    place: at(1, RIGHT, 7.3, 0.62),
    knowledge: [
      {
        questions: ["what rang?", "what is ringing?"],
        answer: "The bronze bell. It is struck at every full hour, and whenever a visitor cannot resist.",
      },
      {
        questions: ["when does the bell ring?", "can I ring the bell?"],
        answer: "It is struck at every full hour. You may strike it too, gently: there is a button for it.",
      },
    ],
  },
  {
    id: "ship-model",
    label: "ship model",
    names: ["sailing ship", "three-master", "boat"],
    description: "A model of a three-masted ship under full sail, made by its own carpenter.",
    say: "The carpenter of the Meridian built this ship model on the voyage home, from the same oak and the same rope.",
    themes: ["sea", "models"],
    place: at(2, 0, 7.3, 0.95, "door"),
    knowledge: [
      {
        questions: ["what is the ship called?", "what is her name?"],
        answer: "She is the Meridian, built small by her own carpenter.",
      },
    ],
  },
  {
    id: "globe",
    label: "terrestrial globe",
    names: ["globe", "earth globe"],
    description: "A globe in a walnut stand, painted in 1760, with lands that nobody ever found.",
    say: "Every land on this globe was drawn from a captain's word. Two of them were never found again.",
    themes: ["sky", "maps"],
    place: at(2, LEFT, 1.9, 0.62),
    knowledge: [
      {
        questions: ["which lands are missing?", "is the globe right?"],
        answer: "The two islands in the south were never there. A cook mistook a bank of fog for them.",
      },
    ],
  },
  {
    id: "telescope",
    label: "telescope",
    names: ["brass telescope", "spyglass"],
    description: "A brass telescope on an oak tripod, pointed at the skylight.",
    say: "Through this telescope a schoolteacher counted the moons of Jupiter from her kitchen window, for forty years.",
    themes: ["sky", "stars"],
    place: at(2, RIGHT, 1.9, 0.1),
    knowledge: [
      {
        questions: ["what can you see through the telescope?", "whose telescope was it?"],
        answer: "It belonged to a schoolteacher. On a clear night it shows four moons of Jupiter.",
      },
    ],
  },
  {
    id: "diving-helmet",
    label: "diving helmet",
    names: ["copper helmet", "diver's helmet"],
    description: "A copper diving helmet with three brass portholes.",
    say: "Twenty kilograms of copper, and air through a hose from a friend on the pump. You chose your friends with care.",
    themes: ["sea", "craft"],
    place: at(2, LEFT, 5.2),
    knowledge: [
      {
        questions: ["how heavy is the helmet?", "how did divers breathe?"],
        answer: "The helmet weighs twenty kilograms. Air came down a hose from a hand pump on deck.",
      },
    ],
  },
  {
    id: "nautilus",
    label: "nautilus shell",
    names: ["shell", "spiral shell"],
    description: "A striped nautilus shell on a silver stem, as large as a head.",
    say: "The nautilus adds a room each month and moves in. Count the stripes and you have its age.",
    themes: ["sea", "nature"],
    place: at(2, RIGHT, 5.2),
    knowledge: [
      {
        questions: ["how does the shell grow?", "how did it grow?"],
        answer: "It adds one chamber a month. This one lived for about fifteen years.",
      },
      {
        questions: ["is anything in the shell?", "what lived in the shell?", "is it alive?"],
        answer: "A soft thing with ninety arms lived in it. Nobody does any more.",
      },
    ],
  },
];

/** The order of the guided tour. */
export const TOUR: readonly string[] = [
  "celadon-vase",
  "flambe-bowl",
  "amphora",
  "gramophone",
  "astrolabe",
  "longcase-clock",
  "bell",
  "globe",
  "diving-helmet",
  "ship-model",
];

/** What visitors ask of any piece, and what is known of each. The things are the museum's own fiction. */
interface Particulars {
  readonly age: string;
  readonly maker: string;
  readonly stuff: string;
  readonly origin: string;
  readonly use?: string;
  /** What Ada thinks of it. */
  readonly opinion: string;
}

/** The same questions for every piece: which is meant, the talk tells. */
export const ASKED: Readonly<Record<keyof Particulars, readonly string[]>> = {
  age: ["how old is it?", "when was it made?", "what century is it from?"],
  maker: ["who made it?", "who is it by?", "who painted it?"],
  stuff: ["what is it made of?", "how was it made?"],
  origin: ["where is it from?", "where was it made?", "how did it come here?"],
  opinion: ["do you like it?", "what do you think of it?", "is it beautiful?"],
  use: ["what was it used for?", "what is it for?", "what did people do with it?"],
};

/** By the piece's id. */
export const PARTICULARS: Readonly<Record<string, Particulars>> = {
  "celadon-vase": {
    age: "It was made around the year 1200, so it is about eight hundred years old.",
    maker: "A potter of Longquan whose name nobody wrote down. His thumb is pressed into the foot.",
    stuff: "Stoneware, under a glaze so thick that it took four coats.",
    origin: "From the kilns of Longquan. It left China in a tea chest, packed in bran.",
    use: "For a single branch of plum blossom. A second one would have been too much.",
    opinion: "I like it best before we open. The light comes in low, and it looks wet.",
  },
  "flambe-bowl": {
    age: "About two hundred and fifty years. The kiln book says 1770, and a burnt thumbprint agrees.",
    maker: "A workshop of eleven people. The one who minded the fire signed the kiln book with a flame.",
    stuff: "Porcelain, with copper in the glaze.",
    origin: "From Jingdezhen. A sea captain won it at cards.",
    use: "Only to be looked at. The first owner kept it in a box and took it out at new year.",
    opinion: "I do. It is the only piece that looks warm.",
  },
  "ginger-jar": {
    age: "From about 1690. The plum branches are painted the way they did it then.",
    maker: "Three people: one turned it, one painted the branches, one the leaves.",
    stuff: "Porcelain, with cobalt under a clear glaze.",
    origin: "From Jingdezhen, by ship around the Cape.",
    use: "Ginger in syrup, mostly. The lid was sealed with wax for the voyage.",
    opinion: "I like the leaves. Whoever painted them was in a hurry, and good.",
  },
  amphora: {
    age: "Some twenty-five centuries. It is the oldest thing in the house.",
    maker: "A painter in Athens who never signed. We know him by his horses' knees.",
    stuff: "Fired clay. The black is the same clay, only finer.",
    origin: "From Athens, by way of a tomb in Etruria.",
    use: "For oil or wine, or as a prize for a race. The horses speak for the race.",
    opinion: "I do. Horses were hard even then, and he knew it.",
  },
  mask: {
    age: "About a hundred and eighty years, and it was danced in for most of them.",
    maker: "A cartwright carved it, and his sister laid the gold.",
    stuff: "Lime wood, gold leaf, and red paint on the horns.",
    origin: "From a village in the mountains that has moved down to the valley since.",
    use: "For one dance, through the shortest night of the year.",
    opinion: "Respect is the word. I say good night to it.",
  },
  astrolabe: {
    age: "From 1568. The year is engraved on the back, under the maker's cat.",
    maker: "A woman called Ysolde Brandt. She engraved a cat where others put their coat of arms.",
    stuff: "Brass, five plates of it, held by a single pin.",
    origin: "From Leuven. A ship's surgeon carried it twice around the world.",
    use: "To find the hour from a star, or a star from the hour.",
    opinion: "I admire it. I have never once got the right hour out of it.",
  },
  gramophone: {
    age: "From 1910. That makes it the youngest piece in the house.",
    maker: "A cabinet maker built the box, and a maker of fire buckets the horn.",
    stuff: "Oak, brass, and a steel needle that Teo changes every Sunday.",
    origin: "From a dance hall that became a bank.",
    use: "For dancing. Look at the floor in front of it.",
    opinion: "Yes. I know every scratch of that waltz.",
  },
  "longcase-clock": {
    age: "From 1774. It has lost four minutes since.",
    maker: "Two brothers. One made the wheels and the other painted the moon, and they did not speak.",
    stuff: "Mahogany, brass, and a pendulum just under a metre long.",
    origin: "From the town hall across the square. Eight people carried it.",
    use: "To tell the town when to close its gates.",
    opinion: "I do. It is the only one here that talks back.",
  },
  loom: {
    age: "The loom is about two hundred years old. The cloth on it was begun in 1847.",
    maker: "Her grandfather built it. She left only her mark, three small triangles.",
    stuff: "Oak and linen cord. The cloth is wool, dyed with onion, madder and woad.",
    origin: "From an attic two streets away. We had to take the roof off.",
    use: "For cloth by the yard, striped, for aprons.",
    opinion: "Best of all. I keep thinking that she will come back for her thread.",
  },
  bell: {
    age: "It was cast in 1684, and has not cracked yet.",
    maker: "A travelling founder. He dug the mould in the churchyard and was gone in a week.",
    stuff: "Bronze: four parts copper, one part tin.",
    origin: "From the chapel at the end of the valley.",
    use: "To call people across the valley, for feasts and for fires.",
    opinion: "I like the second after it, when everybody is quiet.",
  },
  "ship-model": {
    age: "From 1821, the year that the Meridian came home.",
    maker: "The Meridian's own carpenter, on the voyage home.",
    stuff: "The ship's own oak and the ship's own rope, only thinner.",
    origin: "It was built at sea, somewhere between two oceans.",
    use: "To pass the time. The voyage home took seven months.",
    opinion: "I do. Seven months of patience in one glance.",
  },
  globe: {
    age: "It was painted in 1760.",
    maker: "A painter of inn signs, from what captains told him at the inn.",
    stuff: "Paper and plaster over a ball of laths, on a walnut stand.",
    origin: "From a school for pilots that had to buy a second one.",
    use: "To teach pilots their way. Some of them came back.",
    opinion: "I trust it on everything but the south.",
  },
  telescope: {
    age: "From 1832, and still sharp.",
    maker: "An optician ground the lenses. The tripod is a former music stand.",
    stuff: "Brass, glass and an oak tripod.",
    origin: "From a kitchen window in the hills. It belonged to a schoolteacher.",
    use: "To count the moons of Jupiter, every clear night for forty years.",
    opinion: "I do, and her even more.",
  },
  "diving-helmet": {
    age: "From 1890, and it went down until 1952.",
    maker: "A coppersmith who could not swim.",
    stuff: "Copper and brass, with glass as thick as a thumb.",
    origin: "From the harbour, where they built the breakwater with it.",
    use: "To work at the bottom of the harbour, an hour at a time.",
    opinion: "It frightens me a little. It always seems to look back.",
  },
  nautilus: {
    age: "It lived for about fifteen years. The stem is from 1640.",
    maker: "The animal did it all by itself. A goldsmith added the stem and took the credit.",
    stuff: "Mother of pearl, on silver.",
    origin: "The shell is from the Coral Sea, the stem from Nuremberg.",
    use: "As a cup, once. You would not get the last drop out.",
    opinion: "Very much. Nobody designed it.",
  },
  "evening at sea": {
    age: "It was painted in 1874.",
    maker: "Hanne Lund painted it, standing in the water up to her knees.",
    stuff: "Oil on canvas, and a little real sand.",
    origin: "Hanne Lund left it to the museum, with the easel.",
    opinion: "Yes. You can feel that her feet were cold.",
  },
  "kiln at night": {
    age: "It was painted in 1901.",
    maker: "The potter's daughter, Ida Roth. It was the only light she had.",
    stuff: "Oil on a kiln shelf. Turn it round and you see the burns.",
    origin: "From the pottery down the road.",
    opinion: "I do. It is warmer than the room.",
  },
  "hills in rain": {
    age: "It was painted in 1926.",
    maker: "Tomas Vey. He painted these hills every day that it rained.",
    stuff: "Watercolour, and rain.",
    origin: "From his sister. She had forty of them.",
    opinion: "On dry days.",
  },
  "moon over water": {
    age: "It was painted in 1889, in one night.",
    maker: "Hanne Lund, the same as the sea at the end of this room.",
    stuff: "Oil on canvas.",
    origin: "It has always hung here, opposite its sister.",
    opinion: "A little too sure of itself, I find.",
  },
  "blue study": {
    age: "It was painted in 1889, a night after the other moon.",
    maker: "Hanne Lund again. She thought the first moon too sure of itself.",
    stuff: "Oil on canvas, thinner than the first.",
    origin: "It has always hung here, opposite its sister.",
    opinion: "More than its sister.",
  },
};

/** Stories that a description may tell of almost any old thing, and how people ask for the thing by them. */

export interface Story {
  told: string;
  asked: readonly string[];
  /** Only things of these worlds; none: any. */
  worlds?: readonly string[];
}

const line = (told: string, ...asked: string[]): Story => ({ told, asked });

export const STORIES: readonly Story[] = [
  line(
    "Found in a shipwreck off Crete in 1901.",
    "the one from the shipwreck",
    "the thing divers brought up",
    "the one that was under the sea",
  ),
  line(
    "A gift from the king of Siam.",
    "the royal present",
    "the one the king gave away",
    "the gift from Siam",
  ),
  line("Made by a blind man in Lisbon.", "the one the blind man made", "the work of the blind man"),
  line(
    "It was stolen twice and came back twice.",
    "the stolen one",
    "the one thieves took",
    "the one that got nicked twice",
  ),
  line(
    "Survived the great fire of 1666.",
    "the one that was in the fire",
    "the one which did not burn",
    "the survivor of the great fire",
  ),
  line(
    "It belonged to a famous opera singer.",
    "the singer's one",
    "the one the opera star owned",
    "the thing that was the singer's",
  ),
  line(
    "My grandmother brought it from Kerala.",
    "grandma's one",
    "the one from Kerala",
    "the thing your grandmother brought",
  ),
  line(
    "Dug up by a farmer in his field.",
    "the one the farmer dug up",
    "the thing that was buried in a field",
  ),
  line(
    "It is said to bring bad luck.",
    "the cursed one",
    "the unlucky one",
    "the thing that brings misfortune",
  ),
  line("Won in a game of cards.", "the one won at cards", "the gambler's prize"),
  line(
    "It was broken and mended with gold.",
    "the mended one",
    "the one with golden cracks",
    "the one somebody repaired",
  ),
  line(
    "The oldest piece here, 4,000 years old.",
    "the oldest one",
    "the really ancient one",
    "the one that's thousands of years old",
  ),
  line("Bought only last week.", "the brand new one", "the newest purchase", "the one bought last week"),
  line(
    "It was on the first expedition to the South Pole.",
    "the one from the polar expedition",
    "the one that went to Antarctica",
    "the south pole one",
  ),
  line(
    "Painted by children of the village school.",
    "the one the kids painted",
    "the one children decorated",
  ),
  line(
    "It was found in the stomach of a whale.",
    "the one a whale swallowed",
    "the one from inside the whale",
  ),
  line(
    "Nobody knows who left it here.",
    "the mystery one",
    "the one nobody can explain",
    "the one without an owner",
  ),
  line(
    "It appeared in three films.",
    "the movie star thing",
    "the one from the films",
    "the one I saw at the cinema",
  ),
  line("A copy; the real one is in Cairo.", "the fake", "the replica", "the one that is only a copy"),
  line("Borrowed from a museum in Oslo.", "the borrowed one", "the loan from Norway", "the one from Oslo"),
  line(
    "It cost more than a house.",
    "the priceless one",
    "the most expensive one",
    "the one that costs a fortune",
  ),
  line("Made entirely out of recycled bottles.", "the recycled one", "the one made of old bottles"),
  line("It fell off a balcony and hit a bishop.", "the one that hit the bishop", "the one that fell down"),
  line("Signed on the bottom by the maker.", "the signed one", "the one with a signature"),
  line("The dog has chewed on it.", "the chewed one", "the one with bite marks", "the one the dog had"),
  line("It was a wedding present.", "the wedding gift", "the one they got when they married"),
  line(
    "Carried over the Alps on a mule.",
    "the one that came over the mountains",
    "the one the mule carried",
  ),
  line("It was made during the war from scrap.", "the wartime one", "the one built out of scrap"),
  line(
    "A soldier carried it through the trenches.",
    "the soldier's one",
    "the one from the trenches",
    "the one that saw the war",
  ),
  line(
    "It is reserved for Mrs Okafor.",
    "the reserved one",
    "the one for mrs okafor",
    "the one put aside for somebody",
  ),
  line("Handle with care, it is cracked.", "the cracked one", "the damaged one", "the fragile one"),
  line("It is for sale at half price.", "the discounted one", "the one on offer", "the half price one"),
  line(
    "A pharaoh was buried with it.",
    "the one from the tomb",
    "the pharaoh's",
    "the thing out of the grave",
  ),
  line("It glows in the dark.", "the glowing one", "the one that shines at night"),
  line(
    "Left by the last visitor.",
    "the one somebody forgot",
    "the lost property",
    "the thing the visitor left",
  ),
  line("It won first prize at the village fair.", "the prize winner", "the one that won at the fair"),
  line(
    "Invented by a clockmaker in Geneva.",
    "the clockmaker's invention",
    "the swiss one",
    "the one from Geneva",
  ),
  line("It smells of smoke.", "the smoky one", "the smelly one"),
  line(
    "Rebuilt from 300 fragments.",
    "the jigsaw puzzle one",
    "the one put together from bits",
    "the reconstructed one",
  ),
  line(
    "A nun hid it during the revolution.",
    "the one the nun hid",
    "the hidden treasure",
    "the one from the revolution",
  ),
];

/** People: names from many places, roles by world, clothes. */

export interface GivenName {
  name: string;
  /** m, f or n (either). */
  gender: "m" | "f" | "n";
}

const MEN =
  "Liam Omar Kenji Diego Pavel Kwame Arjun Tomasz Yusuf Bjorn Mateo Chidi Hiroshi Luca Andrei Tariq Joon Rafael Sven Emeka Giorgos Vikram Dmitri Hassan Finn Malik Thiago Wei Otto Sione Jamal Petr Nikhil Abdul Carlos Tane Goran Ibrahim Stefan Minh Ravi Leif Duarte Farid Kofi";
const WOMEN =
  "Amara Yuki Fatima Ingrid Lucia Priya Zofia Leila Mei Chiara Aisha Olga Noor Sofia Ngozi Hana Carmen Elif Anjali Freya Mariam Ximena Soo-jin Katya Wanjiru Giulia Thandi Linh Rania Astrid Paloma Nadia Keiko Ewa Shirin Adaeze Bronwyn Marta Sunita Halima Aroha Ida Dolores Svetlana";
const EITHER = "Sasha Robin Kim Alex Ari Jo Nico Tenzin Sam Kai Noa Rui";
const split = (list: string, gender: GivenName["gender"]): GivenName[] =>
  list.split(" ").map((name) => ({ name, gender }));

export const GIVEN_NAMES: readonly GivenName[] = [
  ...split(MEN, "m"),
  ...split(WOMEN, "f"),
  ...split(EITHER, "n"),
];

export const SURNAMES: readonly string[] =
  "Adeyemi Tanaka Kowalski Haddad Lindqvist Moreau Petrov Silva Nguyen Banerjee Castillo Mbeki Yilmaz Rossi Ferreira Sato Novak Osei Fischer Papadopoulos Rahman Murphy Larsen Chowdhury Mendoza Eze Horvat Kim Achterberg Takahashi Desai Virtanen Abebe Ivanova Gallo Suzuki Hakimi Jensen".split(
    " ",
  );

/** What somebody is, by world. */
export const ROLES: Readonly<Record<string, readonly string[]>> = {
  museum: ["guide", "guard", "visitor", "curator", "tourist", "cleaner", "student"],
  workshop: ["carpenter", "mechanic", "apprentice", "welder", "foreman", "customer"],
  kitchen: ["cook", "chef", "waiter", "baker", "dishwasher", "guest"],
  farm: ["farmer", "shepherd", "milkmaid", "farmhand", "vet", "beekeeper"],
  harbour: ["sailor", "captain", "fisherman", "dock worker", "tourist", "customs officer"],
  street: ["policeman", "cyclist", "busker", "jogger", "postman", "tourist", "shopper"],
  hospital: ["doctor", "nurse", "patient", "surgeon", "visitor", "porter", "paramedic"],
  office: ["manager", "secretary", "intern", "accountant", "programmer", "cleaner", "boss"],
  school: ["teacher", "pupil", "janitor", "headmistress", "student", "coach"],
  market: ["merchant", "customer", "fishmonger", "tailor", "beggar", "juggler", "fortune teller"],
  ship: ["captain", "sailor", "cook", "helmsman", "passenger", "pirate", "stowaway"],
  forest: ["ranger", "hiker", "hunter", "camper", "woodcutter", "birdwatcher"],
  station: ["astronaut", "engineer", "commander", "scientist", "pilot", "medic"],
  home: ["father", "mother", "grandmother", "neighbour", "child", "plumber", "babysitter"],
  garden: ["gardener", "neighbour", "child", "guest", "florist"],
};

/** Titles that a role is addressed by. */
export const TITLES: Readonly<Record<string, string>> = {
  doctor: "dr",
  surgeon: "dr",
  vet: "dr",
  captain: "captain",
  commander: "commander",
  scientist: "dr",
  curator: "professor",
  teacher: "professor",
  chef: "chef",
  nurse: "nurse",
};

export const TOPS = ["shirt", "sweater", "jacket", "coat", "t-shirt", "hoodie", "blouse", "vest"] as const;
export const HATS = ["hat", "cap", "beanie", "bonnet", "helmet"] as const;
export const HAIR = [
  "blonde hair",
  "curly hair",
  "grey hair",
  "a ponytail",
  "a beard",
  "braids",
  "a bald head",
  "long dark hair",
] as const;
/** Plain colours of clothes; all told apart at a glance. */
export const CLOTH_COLOURS = [
  "red",
  "orange",
  "yellow",
  "green",
  "blue",
  "purple",
  "pink",
  "brown",
  "white",
  "grey",
  "black",
] as const;

/** Who the three are, and how they look. */
export interface PersonLook {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Metres. */
  readonly height: number;
  readonly skin: string;
  readonly lips: string;
  readonly hair: string;
  readonly iris: string;
  readonly cut: "bun" | "short" | "bob";
  readonly beard: boolean;
  readonly glasses: boolean;
  readonly top: string;
  readonly shirt: string;
  readonly bottom: string;
  readonly shoes: string;
  readonly accent: string;
  readonly wear: "blazer" | "apron" | "coat";
  readonly description: string;
}

export const ADA: PersonLook = {
  id: "ada",
  name: "Ada",
  role: "guide",
  height: 1.7,
  skin: "#c98d68",
  lips: "#a4473f",
  hair: "#2b1710",
  iris: "#3f7d4e",
  cut: "bun",
  beard: false,
  glasses: false,
  top: "#1f4a42",
  shirt: "#f1e6d2",
  bottom: "#26272e",
  shoes: "#3a2118",
  accent: "#e0a02e",
  wear: "blazer",
  description: "The museum's guide, in a dark green blazer with a mustard scarf.",
};

export const TEO: PersonLook = {
  id: "teo",
  name: "Teo",
  role: "restorer",
  height: 1.79,
  skin: "#8a5638",
  lips: "#7a3f33",
  hair: "#17120f",
  iris: "#4a2f1a",
  cut: "short",
  beard: true,
  glasses: true,
  top: "#d8cdb8",
  shirt: "#d8cdb8",
  bottom: "#3c4a63",
  shoes: "#2a1c14",
  accent: "#8a4b2a",
  wear: "apron",
  description: "The restorer, with a beard, round glasses and a leather apron.",
};

export const MINA: PersonLook = {
  id: "mina",
  name: "Mina",
  role: "visitor",
  height: 1.62,
  skin: "#f0c3a2",
  lips: "#c2564f",
  hair: "#a8502a",
  iris: "#3b6ea5",
  cut: "bob",
  beard: false,
  glasses: false,
  top: "#d9573f",
  shirt: "#f4e3d0",
  bottom: "#2f3a56",
  shoes: "#f0e6d8",
  accent: "#2f6f8f",
  wear: "coat",
  description: "A visitor with copper hair, in a coral coat.",
};

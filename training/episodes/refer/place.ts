/** By place: as the viewer, the listener or the compass has it, or in a row. */
import { distance, flatDistance, type Seen, seenFrom } from "../geometry.js";
import type { Random } from "../random.js";
import { centreOf, type Scene, type Thing } from "../scene.js";
import { type Head, others, type Ref } from "./refer.js";

/** Best of all by a measure, with room to spare. */
export function extreme(
  target: Thing,
  rest: readonly Thing[],
  measure: (t: Thing) => number,
  margin: number,
): boolean {
  return rest.length > 0 && rest.every((t) => measure(target) + margin < measure(t));
}

export function views(scene: Scene, list: readonly Thing[]): Map<Thing, Seen> | null {
  if (!scene.viewer) return null;
  const viewer = scene.viewer;
  return new Map(list.map((t) => [t, seenFrom(viewer, centreOf(t))]));
}

export const inView = (s: Seen) => s.ahead > 0.6 && Math.abs(s.azimuth) < 1.0;

/** "That up there", "that one on the left": as people speak who see what they mean. */
function pointed(random: Random, text: string, head: Head): string {
  if (!head.generic || !random.chance(0.4)) return text;
  const bare = text.replace(
    /^the \w+ (?=on |up |at |to the |behind |in |down |way |right in |high )/,
    "that ",
  );
  return random.chance(0.5) ? bare : text.replace(/^the /, random.pick(["that ", "that ", "this "]));
}

export function byViewerPlace(scene: Scene, target: Thing, head: Head): Ref | null {
  const seen = views(scene, head.rivals);
  const rest = others(head, target);
  if (!seen || rest.length === 0) return null;
  const at = (t: Thing) => seen.get(t)!;
  const ways: string[] = [];
  const n = head.noun;
  const allInView = head.rivals.every((t) => inView(at(t)));
  const few = rest.length === 1;
  if (
    allInView &&
    extreme(target, rest, (t) => at(t).azimuth, 0.12) &&
    extreme(target, rest, (t) => at(t).right, 0.35)
  ) {
    ways.push(`the leftmost ${n}`, `the ${n} on the far left`, `the ${n} furthest to the left`);
    if (few || rest.every((t) => at(t).azimuth > at(target).azimuth + 0.4))
      ways.push(
        `the ${n} on the left`,
        `the left ${n}`,
        `the ${n} to the left`,
        `the ${n} on my left`,
        `the ${n} on the left hand side`,
      );
  }
  if (
    allInView &&
    extreme(target, rest, (t) => -at(t).azimuth, 0.12) &&
    extreme(target, rest, (t) => -at(t).right, 0.35)
  ) {
    ways.push(`the rightmost ${n}`, `the ${n} on the far right`, `the ${n} furthest to the right`);
    if (few || rest.every((t) => at(t).azimuth < at(target).azimuth - 0.4))
      ways.push(
        `the ${n} on the right`,
        `the right ${n}`,
        `the ${n} to the right`,
        `the ${n} on my right`,
        `the ${n} on the right hand side`,
      );
  }
  const d = (t: Thing) => distance(scene.viewer!.position, centreOf(t));
  if (allInView && extreme(target, rest, d, 0.5) && rest.every((t) => d(t) > d(target) * 1.25))
    ways.push(
      `the nearest ${n}`,
      `the closest ${n}`,
      `the ${n} closest to me`,
      `the ${n} nearest to me`,
      `the ${n} right in front of me`,
      `the ${n} in the foreground`,
      `the front ${n}`,
    );
  if (allInView && extreme(target, rest, (t) => -d(t), 0.7) && rest.every((t) => d(t) * 1.25 < d(target)))
    ways.push(
      `the furthest ${n}`,
      `the farthest ${n}`,
      `the ${n} furthest away`,
      `the ${n} at the back`,
      `the ${n} way over there`,
      `the ${n} in the background`,
      `the distant ${n}`,
      `the back ${n}`,
    );
  if (at(target).ahead < -1 && rest.every((t) => at(t).ahead > 0.3))
    ways.push(`the ${n} behind me`, `the ${n} in my back`, `the ${n} at my back`);
  const y = (t: Thing) => centreOf(t)[1];
  if (allInView && extreme(target, rest, (t) => -y(t), 0.6) && y(target) > 1.2)
    ways.push(
      `the ${n} up there`,
      `the highest ${n}`,
      `the ${n} at the top`,
      `the ${n} above the others`,
      `the top ${n}`,
      `the ${n} high up`,
    );
  if (allInView && extreme(target, rest, y, 0.5) && y(target) < 0.9)
    ways.push(`the lowest ${n}`, `the ${n} down there`, `the bottom ${n}`, `the ${n} at the bottom`);
  if (ways.length === 0) return null;
  return {
    text: pointed(scene.random, scene.random.pick(ways), head),
    needs: ["viewer", ...head.needs],
    how: "viewer place",
    landmarks: [],
  };
}

const PLACE_WORDS: Record<string, readonly string[]> = {
  floor: ["on the floor", "standing on the floor", "down on the ground"],
  table: ["on the table", "lying on the table"],
  wall: ["on the wall", "hanging on the wall", "fixed to the wall"],
  hanging: ["hanging from the ceiling", "up in the air", "overhead", "dangling up there"],
};
export function bySurface(scene: Scene, target: Thing, head: Head): Ref | null {
  const rest = others(head, target);
  const y = target.position[1];
  if (target.person || rest.length === 0 || rest.some((t) => t.place === target.place)) return null;
  // Heights are all that a system sees of it, so they must tell.
  if (target.place === "table" || rest.some((t) => Math.abs(t.position[1] - y) < 0.45)) return null;
  if (target.place === "wall" && rest.some((t) => t.place === "hanging")) return null;
  return {
    text: `the ${head.noun} ${scene.random.pick(PLACE_WORDS[target.place]!)}`,
    needs: head.needs,
    how: "surface",
    landmarks: [],
  };
}

export function byNpcPlace(scene: Scene, target: Thing, head: Head): Ref | null {
  const npc = scene.npc;
  const rest = others(head, target);
  if (!npc || rest.length === 0) return null;
  const see = (t: Thing) => seenFrom(npc, centreOf(t));
  const s = see(target);
  const side = (t: Thing, sign: number) =>
    see(t).right * sign > 0.4 && Math.abs(see(t).azimuth) > 0.45 && Math.abs(see(t).azimuth) < 2.4;
  const ways: string[] = [];
  const n = head.noun;
  for (const [sign, word] of [
    [-1, "left"],
    [1, "right"],
  ] as const)
    if (side(target, sign) && Math.abs(s.azimuth) > 0.7 && rest.every((t) => see(t).right * sign < -0.2))
      ways.push(
        `the ${n} on your ${word}`,
        `the ${n} to your ${word}`,
        `the ${n} at your ${word} hand`,
        `the ${n} on your ${word} side`,
      );
  if (s.ahead < -0.7 && Math.abs(s.azimuth) > 2.1 && rest.every((t) => see(t).ahead > 0.3))
    ways.push(`the ${n} behind you`, `the ${n} right behind you`, `the ${n} in your back`);
  if (s.ahead > 0.7 && Math.abs(s.azimuth) < 0.4 && rest.every((t) => Math.abs(see(t).azimuth) > 1))
    ways.push(`the ${n} in front of you`, `the ${n} straight ahead of you`, `the ${n} you are facing`);
  const d = (t: Thing) => flatDistance(npc.position, t.position);
  if (rest.every((t) => d(t) > d(target) * 1.5 && d(t) > d(target) + 0.8))
    ways.push(
      `the ${n} next to you`,
      `the ${n} closest to you`,
      `the ${n} nearest to you`,
      `the ${n} beside you`,
    );
  if (ways.length === 0) return null;
  return { text: scene.random.pick(ways), needs: ["npc", ...head.needs], how: "NPC's place", landmarks: [] };
}

export function byCompass(scene: Scene, target: Thing, head: Head): Ref | null {
  const rest = others(head, target);
  const n = head.noun;
  const axes: readonly (readonly [string, (t: Thing) => number])[] = [
    ["north", (t) => -t.position[2]],
    ["south", (t) => t.position[2]],
    ["east", (t) => -t.position[0]],
    ["west", (t) => t.position[0]],
  ];
  const fits = axes.filter(([, measure]) => extreme(target, rest, measure, 0.7));
  if (fits.length === 0) return null;
  const word = scene.random.pick(fits)[0];
  const text = scene.random.pick([
    `the ${word}ernmost ${n}`,
    `the ${n} furthest ${word}`,
    `the ${word}most ${n}`,
    `the ${n} on the ${word} side`,
    `the ${n} to the ${word}`,
    `the ${n} in the ${word}`,
  ]);
  return { text, needs: head.needs, how: "compass", landmarks: [] };
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth"] as const;
export function byOrdinal(scene: Scene, target: Thing, head: Head): Ref | null {
  const seen = views(scene, head.rivals);
  if (!seen || head.rivals.length < 3) return null;
  const row = [...head.rivals].sort((a, b) => seen.get(a)!.azimuth - seen.get(b)!.azimuth);
  if (row.some((t) => !inView(seen.get(t)!))) return null;
  for (let i = 1; i < row.length; i++) {
    const a = seen.get(row[i - 1]!)!;
    const b = seen.get(row[i]!)!;
    if (b.azimuth - a.azimuth < 0.1 || b.right - a.right < 0.25) return null;
  }
  const left = row.indexOf(target);
  const right = row.length - 1 - left;
  const n = head.noun;
  const ways: string[] = [];
  if (left < 4)
    ways.push(
      `the ${ORDINALS[left]} ${n} from the left`,
      `${n} number ${left + 1} from the left`,
      `the ${ORDINALS[left]} ${n} counting from the left`,
    );
  if (right < 4)
    ways.push(
      `the ${ORDINALS[right]} ${n} from the right`,
      `the ${ORDINALS[right]} ${n} from the right hand side`,
    );
  if (left === right)
    ways.push(`the middle ${n}`, `the ${n} in the middle`, `the ${n} in the centre`, `the centre ${n}`);
  if (left === 1 && right > 1) ways.push(`the second leftmost ${n}`);
  if (ways.length === 0) return null;
  return { text: scene.random.pick(ways), needs: ["viewer", ...head.needs], how: "ordinal", landmarks: [] };
}

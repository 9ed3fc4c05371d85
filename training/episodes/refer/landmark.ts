/** By another thing: beside it, on it, between two. */
import { flatDistance, type Seen, seenFrom } from "../geometry.js";
import { candidates, centreOf, type Scene, type Thing } from "../scene.js";
import { inView } from "./place.js";
import { byColour, byName, type Head, headOf, mayMark, others, type Ref } from "./refer.js";

const NEXT = ["next to", "beside", "right by", "close to", "near", "by"] as const;

/** Beside, left of, in front of … another thing that is easily named. */
export function byRelation(scene: Scene, target: Thing, head: Head): Ref | null {
  const random = scene.random;
  const viewer = scene.viewer;
  if (!viewer) return null;
  const rest = others(head, target);
  for (const mark of random.shuffle(candidates(scene).filter((t) => t !== target && mayMark(head, t)))) {
    const name = byName(scene, mark) ?? byColour(scene, mark, headOf(scene, mark, false)!);
    if (!name) continue;
    const t = seenFrom(viewer, centreOf(target));
    const l = seenFrom(viewer, centreOf(mark));
    const gap = flatDistance(target.position, mark.position);
    if (gap > 2.6 || !inView(t) || !inView(l)) continue;
    const ways: string[] = [];
    const near = rest.every((r) => r === mark || flatDistance(r.position, mark.position) > gap * 1.6 + 0.3);
    const level = Math.abs(t.ahead - l.ahead) < 0.7 * Math.abs(t.right - l.right);
    const deep = Math.abs(t.right - l.right) < 0.5 * Math.abs(t.ahead - l.ahead);
    const free = (test: (s: Seen) => boolean) =>
      rest.every(
        (r) => flatDistance(r.position, mark.position) > gap + 1.2 || !test(seenFrom(viewer, centreOf(r))),
      );
    if (near && gap < 2) ways.push(...NEXT);
    if (level && t.right < l.right - 0.4 && free((s) => s.right < l.right + 0.1))
      ways.push("left of", "to the left of", "on the left of", "on the left side of");
    if (level && t.right > l.right + 0.4 && free((s) => s.right > l.right - 0.1))
      ways.push("right of", "to the right of", "on the right of", "on the right side of");
    if (deep && t.ahead < l.ahead - 0.6 && free((s) => s.ahead < l.ahead + 0.1))
      ways.push("in front of", "before");
    if (deep && t.ahead > l.ahead + 0.6 && free((s) => s.ahead > l.ahead - 0.1))
      ways.push("behind", "at the back of");
    if (ways.length === 0) continue;
    const text = `the ${head.noun} ${random.pick(ways)} ${name.text}`;
    return { text, needs: ["viewer", ...head.needs, ...name.needs], how: "relation", landmarks: [mark] };
  }
  return null;
}

/** Right above or right below another, touching or nearly so. */
export function byStack(scene: Scene, target: Thing, head: Head): Ref | null {
  const rest = others(head, target);
  for (const mark of candidates(scene)) {
    if (mark === target || !mayMark(head, mark) || flatDistance(mark.position, target.position) > 0.3)
      continue;
    const name = byName(scene, mark);
    if (!name || rest.some((r) => r !== mark && flatDistance(r.position, mark.position) < 0.8)) continue;
    const up = target.position[1] - target.size[1] / 2 - (mark.position[1] + mark.size[1] / 2);
    const down = mark.position[1] - mark.size[1] / 2 - (target.position[1] + target.size[1] / 2);
    const words =
      up > -0.03 && up < 0.1
        ? ["on", "on top of", "standing on", "sitting on"]
        : up >= 0.1
          ? ["above", "over"]
          : down > -0.03
            ? ["under", "below", "underneath", "beneath"]
            : [];
    if (words.length > 0)
      return {
        text: `the ${head.noun} ${scene.random.pick(words)} ${name.text}`,
        needs: [...head.needs, ...name.needs],
        how: "stack",
        landmarks: [mark],
      };
  }
  return null;
}

export function byBetween(scene: Scene, target: Thing, head: Head): Ref | null {
  const random = scene.random;
  const rest = others(head, target);
  const marks = random.shuffle(candidates(scene).filter((t) => t !== target && mayMark(head, t)));
  for (const a of marks)
    for (const b of marks) {
      if (a === b) continue;
      const span = flatDistance(a.position, b.position);
      const off = (t: Thing) =>
        flatDistance(a.position, t.position) + flatDistance(t.position, b.position) - span;
      if (span < 1.2 || span > 6 || off(target) > 0.12 * span || rest.some((t) => off(t) < 0.5 * span))
        continue;
      const share = flatDistance(a.position, target.position) / span;
      if (share < 0.25 || share > 0.75) continue;
      const an = byName(scene, a);
      const bn = byName(scene, b);
      if (!an || !bn) continue;
      const word = random.pick(["between", "in between", "in the middle between"]);
      return {
        text: `the ${head.noun} ${word} ${an.text} and ${bn.text}`,
        needs: [...head.needs, ...an.needs, ...bn.needs],
        how: "between",
        landmarks: [a, b],
      };
    }
  return null;
}

/** The simple rules of one sense. Each gives one entity's id, or null for nothing. */
import type { FocusCase, Triple } from "../../../training/episodes/types.js";

const flat = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[2] - b[2]);
const answers = (c: FocusCase) => c.entities.filter((e) => e.id !== c.npc?.id);
const least = <T>(list: readonly T[], measure: (item: T) => number): T | null =>
  list.reduce<T | null>((best, item) => (best === null || measure(item) < measure(best) ? item : best), null);

export const RULES: Readonly<Record<string, (c: FocusCase) => string | null>> = {
  "nearest to the NPC": (c) => {
    const from = c.npc?.position ?? c.viewer?.position;
    return from ? (least(answers(c), (e) => flat(e.position, from))?.id ?? null) : null;
  },
  "loudest sound": (c) => least(c.sounds ?? [], (s) => -s.levelDb)?.entity ?? null,
  "newest sound": (c) => least(c.sounds ?? [], (s) => s.startedSecondsAgo)?.entity ?? null,
  "newest event": (c) => least(c.events ?? [], (e) => e.secondsAgo)?.entity ?? null,
  "first label in the last line": (c) => {
    const text = ` ${(c.chat?.at(-1)?.text ?? "").toLowerCase()} `;
    const at = (e: FocusCase["entities"][number]) => {
      const hits = [e.label ?? "", ...(e.names ?? [])]
        .filter(Boolean)
        .map((n) => text.indexOf(n.toLowerCase()));
      const found = hits.filter((i) => i >= 0);
      return found.length > 0 ? Math.min(...found) : Number.POSITIVE_INFINITY;
    };
    const first = least(answers(c), at);
    return first && Number.isFinite(at(first)) ? first.id : null;
  },
  "looked at by the viewer": (c) => {
    const viewer = c.viewer;
    if (!viewer) return null;
    const off = (p: Triple) => {
      const d: Triple = [p[0] - viewer.position[0], p[1] - viewer.position[1], p[2] - viewer.position[2]];
      const n = Math.hypot(...d) || 1;
      return -(d[0] * viewer.forward[0] + d[1] * viewer.forward[1] + d[2] * viewer.forward[2]) / n;
    };
    return (
      least(
        answers(c).filter((e) => flat(e.position, viewer.position) > 0.3),
        (e) => off(e.position),
      )?.id ?? null
    );
  },
  "who spoke last": (c) => c.chat?.at(-1)?.speaker ?? null,
  nothing: () => null,
};

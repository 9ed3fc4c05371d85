/** One case from above: how much of the focus lies where, who looks where, and which words drew it. */

import type { Pose, Triple } from "../../../src/world/vector.js";
import type { AttentionCase } from "../maps.js";
import { figure, svg, text } from "./html.js";

const WIDTH = 640;
const HEIGHT = 400;
const MARGIN = 60;
/** Entities that are named besides those that matter. */
const NAMED = 6;

type Place = (at: Triple) => readonly [number, number];

export function attentionMap(shown: AttentionCase): string {
  const { percepts, focus, wanted, set, kind, id } = shown;
  const first = focus.entities[0];
  const said = first && first[1] >= focus.nothing ? nameOf(shown, first[0]) : "nothing";
  const meant = wanted.length ? wanted.map((one) => nameOf(shown, one)).join(", ") : "nothing";
  const lines = percepts.messages.map(
    ({ speaker, text: line }) => `${text(nameOf(shown, speaker))}: “${text(line)}”`,
  );
  return `<figure>
<figcaption>${text(set)} · ${text(kind || id)} · meant: ${text(meant)} · first: ${text(said)} (nothing ${figure(focus.nothing)})</figcaption>
${svg(WIDTH, HEIGHT, `Top view of ${id}`, drawing(shown))}
${lines.length ? `<p>${lines.join("<br>")}</p>` : ""}
${words(shown)}${sounds(shown)}
</figure>`;
}

function drawing({ percepts, focus, wanted }: AttentionCase): string {
  const npc = percepts.npcs[0];
  const eyes = [npc?.eyes, percepts.viewer ?? undefined].flatMap((pose) => (pose ? [pose.position] : []));
  const place = placing([...percepts.entities.map(({ position }) => position), ...eyes]);
  const mass = new Map(focus.entities);
  const named = new Set([...wanted, ...focus.entities.slice(0, NAMED).map(([id]) => id)]);
  const entities = percepts.entities.map((entity) => {
    const [x, y] = place(entity.position);
    const share = mass.get(entity.id) ?? 0;
    const ring = wanted.includes(entity.id)
      ? `<circle cx="${x}" cy="${y}" r="${9 + 22 * Math.sqrt(share)}" fill="none" stroke="var(--cool)" stroke-width="2"/>`
      : "";
    const label = named.has(entity.id)
      ? `<text x="${x}" y="${y - 12 - 22 * Math.sqrt(share)}" text-anchor="middle" font-size="14" fill="currentColor">${text(entity.label || entity.id)}</text>`
      : "";
    return `<circle cx="${x}" cy="${y}" r="3" fill="var(--soft)"/><circle cx="${x}" cy="${y}" r="${4 + 22 * Math.sqrt(share)}" fill="var(--accent)" fill-opacity="${(0.1 + 0.6 * share).toFixed(2)}"/>${ring}${label}`;
  });
  return [
    percepts.viewer ? looking(percepts.viewer, place, "player", "var(--cool)") : "",
    npc ? looking(npc.eyes, place, npc.name || "NPC", "var(--accent)") : "",
    ...entities,
  ].join("\n");
}

/** A gaze as a line of some metres, its length fitting the drawing. */
function looking({ position, forward }: Pose, place: Place, name: string, colour: string): string {
  const [x, y] = place(position);
  const flat = Math.hypot(forward[0], forward[2]) || 1;
  const [dx, dy] = [(forward[0] / flat) * 90, (-forward[2] / flat) * 90];
  return (
    `<line x1="${x}" y1="${y}" x2="${x + dx}" y2="${y + dy}" stroke="${colour}" stroke-width="1.5" stroke-dasharray="6 4"/>` +
    `<path d="M${x - 6} ${y + 5}h12l-6 -11z" fill="${colour}"/>` +
    `<text x="${x}" y="${y + 20}" text-anchor="middle" font-size="13" fill="${colour}">${text(name)}</text>`
  );
}

/** +x to the right, +z up; the same scale on both. */
function placing(points: readonly Triple[]): Place {
  const along = (axis: 0 | 2) => points.map((point) => point[axis]);
  const [west, east] = [Math.min(...along(0)), Math.max(...along(0))];
  const [south, north] = [Math.min(...along(2)), Math.max(...along(2))];
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(east - west, 1),
    (HEIGHT - 2 * MARGIN) / Math.max(north - south, 1),
  );
  const round = (value: number) => Math.round(value * 10) / 10;
  return ([x, , z]) => [
    round(WIDTH / 2 + (x - (west + east) / 2) * scale),
    round(HEIGHT / 2 - (z - (south + north) / 2) * scale),
  ];
}

function words({ focus }: AttentionCase): string {
  const map = focus.attention;
  if (!map || map.wordTexts.length === 0) return "";
  const most = Math.max(...map.words, 1e-9);
  const each = map.wordTexts.map((word, i) => tinted(word, map.words[i]! / most));
  return `<p class="words">${each.join(" ")}</p>`;
}

function sounds({ focus, percepts }: AttentionCase): string {
  const map = focus.attention;
  if (!map || map.sounds.length === 0) return "";
  const most = Math.max(...map.sounds, ...map.words, 1e-9);
  const each = Array.from(map.sounds, (share, i) => {
    const sound = percepts.sounds[i];
    const age = sound ? `${sound.levelDb} dB, ${sound.startedSecondsAgo.toFixed(1)} s ago` : "";
    return tinted(`sound (${age})`, share / most);
  });
  return `<p class="words">${each.join(" ")}</p>`;
}

const tinted = (word: string, share: number) =>
  `<span style="background:color-mix(in srgb, var(--accent) ${Math.round(60 * share)}%, transparent)">${text(word)}</span>`;

function nameOf({ percepts }: AttentionCase, id: string): string {
  return percepts.entities.find((entity) => entity.id === id)?.label || id;
}

import type { Npc } from "../../src/mind/npc.js";
import type { ModalityShares } from "../../src/model/focus.js";
import type { Percepts } from "../../src/model/percepts.js";
import type { Entity } from "../../src/world/entity.js";

/** A noise is spoken of for so long, seconds. */
const RECENT = 30;
/** A sound that has just begun, seconds. */
const BEGINNING = 1.5;

const BECAUSE: Readonly<Record<keyof ModalityShares, string>> = {
  sight: "it caught my eye",
  hearing: "I heard it",
  chat: "it was spoken of",
};

/** What an NPC last looked at of its own accord, and last heard begin: to be told when somebody asks. */
export class Recollection {
  private looks: { readonly at: Entity; readonly because: ModalityShares | null } | null = null;
  private hears: { readonly entity: string; readonly level: number; readonly at: number } | null = null;

  private answer: string | undefined;
  private words: readonly string[] = [];

  constructor(private readonly npc: Npc) {
    npc.context.onSaidObservable.add(({ speaker, text, answer }) => {
      if (speaker !== npc.entity) return;
      const goesOn = answer !== undefined && answer === this.answer;
      this.words = goesOn ? [...this.words, text] : [text];
      this.answer = answer;
    });
    npc.onAttendingChangedObservable.add(({ to, why }) => {
      if (to && to.kind !== "player" && npc.task !== "answering")
        this.looks = { at: to, because: why.shares };
    });
    npc.onExplainedObservable.add(({ to, why }) => {
      if (to && to === this.looks?.at) this.looks = { at: to, because: why.shares };
    });
    npc.onFocusObservable.add(() => {
      if (npc.percepts) this.listen(npc.percepts);
    });
  }

  /** In one or two sentences. */
  looked(): string {
    if (!this.looks) return "At you. Nothing else has called me yet.";
    const { at, because } = this.looks;
    const senses = Object.entries(because ?? {}) as [keyof ModalityShares, number][];
    const [strongest] = senses.filter(([, share]) => share > 0).sort((a, b) => b[1] - a[1]);
    return `At you, now. Before that at ${named(at)}${strongest ? `: ${BECAUSE[strongest[0]]}` : ""}.`;
  }

  /** What it said last: the whole answer. */
  said(): string {
    return this.words.join(" ") || "Nothing yet.";
  }

  /** In one sentence: the loudest that began lately, else what goes on. */
  heard(): string {
    const { now, entities } = this.npc.context;
    const noise = this.hears && now - this.hears.at < RECENT ? entities.get(this.hears.entity) : undefined;
    if (noise) return isPerson(noise) ? `Only steps: ${noise.label}.` : `That was ${named(noise)}.`;
    const on = audible(this.npc).map(({ entity }) => entities.get(entity ?? ""));
    const names = on.filter((entity) => entity !== undefined).map(named);
    return names.length > 0 ? `I hear ${names.join(" and ")}, nothing else.` : "I heard nothing.";
  }

  private listen({ time, sounds, npcs }: Percepts): void {
    const hears = npcs.find(({ id }) => id === this.npc.id)?.hears ?? [];
    for (const [i, { entity, startedSecondsAgo, durationSeconds }] of sounds.entries()) {
      const level = hears[i] ?? 0;
      if (entity === null || durationSeconds === null || !(level > 0) || startedSecondsAgo > BEGINNING)
        continue;
      if (this.hears && time - this.hears.at < RECENT && this.hears.level > level) continue;
      this.hears = { entity, level, at: time };
    }
  }
}

function audible({ percepts, id }: Npc): Percepts["sounds"] {
  const hears = percepts?.npcs.find((row) => row.id === id)?.hears ?? [];
  return percepts?.sounds.filter((_, i) => (hears[i] ?? 0) > 0) ?? [];
}

function isPerson({ kind }: Entity): boolean {
  return kind === "player" || kind === "npc";
}

function named(entity: Entity): string {
  const name = entity.label || entity.id;
  return isPerson(entity) ? name || "you" : `the ${name}`;
}

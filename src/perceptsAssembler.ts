import type { Scene } from "@babylonjs/core/scene.js";
import type { Npc } from "./mind/npc.js";
import type { EntityPercept, MessagePercept, NpcPercept, Percepts, SoundPercept } from "./model/percepts.js";
import { EVENT_SECONDS, isNoticed } from "./scenery.js";
import type { Chat } from "./senses/chat/chat.js";
import { Freshness } from "./senses/chat/freshness.js";
import type { Hearing } from "./senses/hearing/hearing.js";
import type { Sight } from "./senses/sight/sight.js";
import { Witnesses } from "./senses/sight/witnesses.js";
import { viewerPose } from "./viewerPose.js";
import type { Entity } from "./world/entity.js";
import type { Pose, Triple } from "./world/vector.js";

/** So long after a line it may be asked about what sounds, seconds. */
const LISTENS_SECONDS = 4;

export interface AssemblerSources {
  readonly scene: Scene;
  readonly sight: Sight;
  readonly hearing: Hearing;
  readonly chat: Chat;
  readonly warn: (text: string) => void;
}

/** An entity with its bounds, which cost a walk through its meshes. */
interface Placed {
  readonly entity: Entity;
  readonly position: Triple;
  readonly size: Triple;
}

/** Gathers what the senses deliver into one moment. */
export class PerceptsAssembler {
  private readonly witnesses = new Witnesses();
  private readonly freshness = new Freshness();

  constructor(private readonly sources: AssemblerSources) {}

  assemble(now: number, entities: readonly Entity[], npcs: readonly Npc[], player: Entity | null): Percepts {
    const sounds = this.sources.hearing.percepts(now);
    const messages = this.freshness.count(this.sources.chat.percepts(now), now);
    const asked = messages.filter(({ speaker }) => npcs.every((npc) => npc.entity.id !== speaker));
    const placed = entities
      .filter((entity) => isNoticed(entity, now, sounds, asked))
      .map((entity) => ({ entity, position: entity.centre(), size: entity.size() }))
      .filter((each) => this.hasPlace(each));
    const order = placed.map(({ entity }) => entity);
    return {
      time: now,
      viewer: viewerPose(this.sources.scene, player),
      viewerEntity: player?.id ?? null,
      entities: placed.map((each) => this.entityPercept(each, now)),
      sounds,
      messages,
      npcs: npcs
        .filter((npc) => isFinitePose(npc.eyes))
        .map((npc) => this.npcPercept(npc, now, order, sounds, messages)),
      frame: this.sources.sight.takeFrame(order),
      frameHolds: this.sources.sight.frameHolds(now),
    };
  }

  private hasPlace({ entity, position, size }: Placed): boolean {
    if (position.every(Number.isFinite) && size.every(Number.isFinite)) return true;
    this.sources.warn(
      `entity "${entity.id}" has a position that is not finite and is not perceived until it has`,
    );
    return false;
  }

  private entityPercept({ entity, position, size }: Placed, now: number): EntityPercept {
    const { event } = entity;
    const fresh = event && now - event.at <= EVENT_SECONDS ? event : null;
    return {
      id: entity.id,
      kind: entity.kind,
      label: entity.label,
      names: entity.names,
      description: entity.description,
      position,
      size,
      yaw: entity.yaw(),
      appearance: this.sources.sight.appearance(entity),
      visible: this.sources.sight.visible(entity),
      event: fresh && { kind: fresh.kind, secondsAgo: Math.max(0, now - fresh.at) },
    };
  }

  private npcPercept(
    npc: Npc,
    now: number,
    order: readonly Entity[],
    sounds: readonly SoundPercept[],
    messages: readonly MessagePercept[],
  ): NpcPercept {
    const eyes = { id: npc.id, eyes: npc.eyes, entity: npc.entity.id };
    const { sight, hearing, chat } = npc.senses;
    const levels = hearing ? this.sources.hearing.hears(eyes, sounds) : sounds.map(() => 0);
    const unfamiliar = npc.soundHabits.unfamiliar(sounds, levels, now);
    const reads = chat ? this.sources.chat.reads(eyes, messages) : messages.map(() => 0);
    const sees = sight ? this.sources.sight.sees(eyes, order) : order.map(() => 0);
    return {
      id: npc.id,
      entity: npc.entity.id,
      name: npc.name,
      eyes: eyes.eyes,
      task: npc.task,
      attending: npc.attending?.id ?? null,
      attendingSeconds: npc.attendingSeconds,
      senses: { sight, hearing, chat },
      sees,
      witnessed: this.witnesses.note(npc.id, order, sees),
      hears: isSpokenTo(npc, messages, reads) ? levels : unfamiliar,
      reads: unlessOwn(npc, messages, reads),
      habituation: order.map((entity) => npc.habituation(entity)),
    };
  }
}

/** Who has just been spoken to listens even to what it is used to: it may be asked about it. */
function isSpokenTo(npc: Npc, messages: readonly MessagePercept[], reads: readonly number[]): boolean {
  return messages.some(
    ({ speaker, secondsAgo }, i) =>
      speaker !== npc.entity.id && secondsAgo < LISTENS_SECONDS && (reads[i] ?? 0) > 0,
  );
}

/** What it said itself since somebody else spoke is no news to it: its attention stays with what it answers. */
function unlessOwn(npc: Npc, messages: readonly MessagePercept[], reads: readonly number[]): number[] {
  let news = messages.length;
  while (news > 0 && messages[news - 1]!.speaker === npc.entity.id) news--;
  return reads.map((read, i) => (i < news ? read : 0));
}

function isFinitePose(pose: Pose): boolean {
  return [...pose.position, ...pose.forward].every(Number.isFinite);
}

import type { AbstractSoundSource } from "@babylonjs/core/AudioV2/abstractAudio/abstractSoundSource.js";
import type { AudioEngineV2 } from "@babylonjs/core/AudioV2/abstractAudio/audioEngineV2.js";
import { Observable } from "@babylonjs/core/Misc/observable.js";
import type { Scene } from "@babylonjs/core/scene.js";
import type { SoundPercept } from "../../model/percepts.js";
import type { Entity } from "../../world/entity.js";
import type { EntityRegistry } from "../../world/entityRegistry.js";
import type { Pose } from "../../world/vector.js";
import { type ActiveDescribedSound, type DescribedSound, DescribedSounds } from "./describedSounds.js";
import { distanceBetween, earLevel, finiteTriple } from "./earLevel.js";
import type { EngineSound } from "./engineSound.js";
import { EngineSounds } from "./engineSounds.js";
import { type HearingOptions, type ResolvedHearingOptions, resolveHearingOptions } from "./hearingOptions.js";
import { Occlusion } from "./occlusion.js";
import { soundPlace } from "./soundPlace.js";

/** An audio engine starts suspended for a moment even where it may play; locked is what lasts longer, seconds. */
const LOCKED_AFTER = 1;

/**
 * What sounds in the scene: every sound and sound source of Babylon's audio engine, listened to dry, and
 * sounds that the game describes. Deaf to the former until the player's browser lets audio run.
 */
export class Hearing {
  /** Once, when audio runs for the first time. */
  readonly onUnlockedObservable = new Observable<void>();

  private readonly options: ResolvedHearingOptions;
  private readonly engineSounds = new EngineSounds();
  private readonly described = new DescribedSounds();
  private readonly occlusion: Occlusion;
  private readonly bound = new Map<AbstractSoundSource, Entity>();
  private readonly removal;
  private readonly warned = new Set<string>();
  private lockedSince: number | null = null;
  private dueAt = Number.NEGATIVE_INFINITY;
  private wasUnlocked = false;
  private disposed = false;

  /** @throws RangeError naming the option that is out of range */
  constructor(
    private readonly scene: Scene,
    private readonly entities: EntityRegistry,
    options?: HearingOptions,
    private readonly warn: (text: string) => void = () => {},
  ) {
    this.options = resolveHearingOptions(options);
    this.occlusion = new Occlusion(scene, entities, this.options);
    this.removal = entities.onRemovedObservable.add((entity) => this.forget(entity));
  }

  /** Does audio run now? False without an audio engine. */
  get unlocked(): boolean {
    return this.engineSounds.engines.some((engine) => engine.state === "running");
  }

  /** Listens to this engine. Without a call the newest engine of the page is found by itself. */
  attachEngine(engine: AudioEngineV2): void {
    if (!this.disposed) this.engineSounds.attach(engine);
  }

  /** Ties a sound to an entity. Without a call it belongs to that of the node it is attached to. */
  bind(sound: AbstractSoundSource, entity: Entity): void {
    if (this.entities.get(entity.id) !== entity)
      throw new RangeError(
        `bind: "entity" ("${entity.id}") is not in this scene; add it with entities.add(node) first`,
      );
    this.bound.set(sound, entity);
    sound.onDisposeObservable.addOnce(() => this.bound.delete(sound));
  }

  /**
   * A sound that is stated, not played: a game's own event, or a scene without Web Audio.
   * @returns its id, for `stop`
   * @throws RangeError naming the field that is out of range
   */
  emit(sound: DescribedSound, now: number): string {
    const active = this.described.add(sound, now);
    if (sound.position && !active.position)
      this.warnOnce('a described sound\'s "position" was not three finite numbers; it is heard from nowhere');
    // Its first samples need not wait for the next round.
    this.captureDescribed(active, now);
    return active.id;
  }

  /** Ends a described sound. */
  stop(id: string): void {
    this.described.stop(id);
  }

  /** Once a frame. now: seconds on the perception's clock. */
  update(now: number): void {
    if (this.disposed) return;
    this.occlusion.update(now);
    this.described.expire(now);
    this.followEngines(now);
    const due = this.isDue(now);
    for (const sound of this.engineSounds.running) {
      sound.follow(now);
      // What has just begun does not wait for its round.
      if (due || sound.isNew) this.captureEngine(sound);
    }
    if (due) for (const active of this.described.all) this.captureDescribed(active, now);
  }

  /** What can be heard now. Each capture's samples are handed out once. */
  percepts(now: number): SoundPercept[] {
    const percepts: SoundPercept[] = [];
    for (const sound of this.engineSounds.running) {
      const percept = sound.audible(now) ? this.engineSound(sound, now) : null;
      if (percept) percepts.push(percept);
    }
    for (const active of this.described.all) percepts.push(this.describedSound(active, now));
    return percepts;
  }

  /**
   * Per sound the level at these ears, dB SPL; 0 is inaudible. An NPC's own sounds are: they distract no
   * one from himself. A sound from nowhere is as loud everywhere as at 1 m.
   */
  hears(
    npc: { readonly eyes: Pose; readonly entity: string | null },
    sounds: readonly SoundPercept[],
  ): number[] {
    const ears = finiteTriple(npc.eyes.position);
    return sounds.map(({ entity, position, levelDb }) => {
      if (!ears || levelDb <= 0 || (entity !== null && entity === npc.entity)) return 0;
      if (!position) return earLevel(levelDb, 1, 0);
      const distance = distanceBetween(ears, position);
      // What is inaudible without walls needs no ray.
      if (earLevel(levelDb, distance, 0) <= 0) return 0;
      return earLevel(levelDb, distance, this.occlusion.between(ears, position));
    });
  }

  dispose(): void {
    this.disposed = true;
    // Deferred: taken out at once, an observer makes hasObservers() true for ever (Babylon 9.35).
    this.removal.remove(true);
    this.engineSounds.dispose();
    this.described.dispose();
    this.occlusion.clear();
    this.bound.clear();
    this.onUnlockedObservable.clear();
  }

  private isDue(now: number): boolean {
    if (now < this.dueAt) return false;
    // From when it was due, not from when it was done: 8 Hz stays 8 Hz at any frame rate.
    const period = 1 / this.options.rateHz;
    this.dueAt = this.dueAt + period > now ? this.dueAt + period : now + period;
    return true;
  }

  private followEngines(now: number): void {
    this.engineSounds.discover();
    if (this.wasUnlocked) return;
    if (this.unlocked) {
      this.wasUnlocked = true;
      this.onUnlockedObservable.notifyObservers();
    } else if (this.engineSounds.engines.length > 0) this.sayLocked(now);
  }

  private sayLocked(now: number): void {
    this.lockedSince ??= now;
    if (now - this.lockedSince >= LOCKED_AFTER)
      this.warnOnce(
        "hearing is deaf to played sounds until the browser lets audio run: after the player's first click, or audioEngine.unlockAsync()",
      );
  }

  private captureEngine(sound: EngineSound): void {
    if (!sound.capture()) this.dropped(sound.source.name);
  }

  private captureDescribed(active: ActiveDescribedSound, now: number): void {
    if (!this.described.capture(active, now)) this.dropped(active.id);
  }

  private dropped(name: string): void {
    this.warnOnce(
      `hearing: sound "${name}" gave samples that are no finite numbers; that capture is dropped`,
      `pcm ${name}`,
    );
  }

  private engineSound(sound: EngineSound, now: number): SoundPercept | null {
    const place = soundPlace(sound.source, this.bound.get(sound.source), this.entities, this.scene);
    if (!place) return null;
    return {
      id: sound.id,
      entity: place.entity?.id ?? null,
      position: place.position,
      levelDb: this.levelOf(sound.rms ?? 0),
      startedSecondsAgo: Math.max(0, now - (sound.startedAt ?? now)),
      durationSeconds: sound.duration,
      pcm: sound.takePcm(),
      sampleRate: sound.tap.sampleRate,
    };
  }

  private describedSound(active: ActiveDescribedSound, now: number): SoundPercept {
    const { sound, pcm } = active;
    active.pcm = null;
    return {
      id: active.id,
      entity: sound.entity?.id ?? null,
      position: active.position ?? (sound.entity ? finiteTriple(sound.entity.centre()) : null),
      levelDb: Math.max(0, sound.levelDb),
      startedSecondsAgo: Math.max(0, now - active.startedAt),
      durationSeconds: active.durationSeconds,
      pcm,
      sampleRate: sound.sampleRate ?? 44100,
    };
  }

  /** Silence is 0 dB SPL, never minus infinity. */
  private levelOf(rms: number): number {
    return rms > 0 ? Math.max(0, this.options.referenceDb + 20 * Math.log10(rms)) : 0;
  }

  private forget(entity: Entity): void {
    this.described.stopOf(entity);
    for (const [sound, owner] of this.bound) if (owner === entity) this.bound.delete(sound);
  }

  private warnOnce(text: string, key = text): void {
    if (this.warned.has(key)) return;
    this.warned.add(key);
    this.warn(text);
  }
}

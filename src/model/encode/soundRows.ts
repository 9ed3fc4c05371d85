import { mendPcm } from "../mendPcm.js";
import { SOUND_TOKEN_FEATURES } from "../observation.js";
import type { EntityPercept, SoundPercept } from "../percepts.js";
import { extractSoundFeatures, SOUND_FEATURES, type SoundFeatures } from "../soundFeatures.js";
import { RowWriter } from "./rowWriter.js";
import { clamp, signedLog, type ViewFrame } from "./viewFrame.js";

/** Keeps each sound's newest features, for a moment may bring no new samples. */
export class SoundEar {
  private readonly heard = new Map<string, SoundFeatures>();

  /** Takes in the samples of this moment; forgets sounds that are gone. */
  listen(sounds: readonly SoundPercept[]): void {
    const alive = new Set(sounds.map((sound) => sound.id));
    for (const id of this.heard.keys()) if (!alive.has(id)) this.heard.delete(id);
    for (const { id, pcm, sampleRate } of sounds) {
      const mended = pcm && mendPcm(pcm);
      if (mended) this.heard.set(id, extractSoundFeatures(mended, sampleRate, this.heard.get(id)));
    }
  }

  featuresOf(id: string): Float32Array | null {
    return this.heard.get(id)?.features ?? null;
  }
}

/** [S, SOUND_TOKEN_FEATURES] */
export function soundRows(sounds: readonly SoundPercept[], ear: SoundEar, view: ViewFrame): Float32Array {
  const rows = new RowWriter(SOUND_TOKEN_FEATURES, Math.max(1, sounds.length));
  sounds.forEach((sound, i) => {
    rows.row(i);
    const features = ear.featuresOf(sound.id);
    if (features) {
      rows.set("featuresKnown", 1);
      SOUND_FEATURES.forEach((name, k) => {
        rows.set(`meyda:${name}`, features[k]);
      });
    }
    rows.setAll(timeFeatures(sound));
    rows.setAll(placeFeatures(sound, view));
  });
  return rows.data;
}

function timeFeatures(sound: SoundPercept): Record<string, number> {
  const { startedSecondsAgo: age, durationSeconds: duration } = sound;
  return {
    level: sound.levelDb / 100,
    onset: Math.exp(-age / 1.5),
    age: Math.log1p(age) / 5,
    endless: duration === null ? 1 : 0,
    remaining: duration === null ? 1 : clamp((duration - age) / 10, 0, 1),
    over: duration === null ? 0 : clamp((age - duration) / 10, 0, 1),
    tied: sound.entity === null ? 0 : 1,
  };
}

function placeFeatures(sound: SoundPercept, view: ViewFrame): Record<string, number> {
  if (!sound.position) return {};
  const [x, y, z] = view.toView(sound.position);
  return {
    placeKnown: 1,
    x: signedLog(x),
    y: signedLog(y),
    z: signedLog(z),
    logDistance: signedLog(Math.hypot(x, y, z)),
  };
}

/** [S, E]: 1 where the sound belongs to the entity, else nearness of its place (1 at 0 m, 0.37 at 1 m). */
export function soundLinks(
  sounds: readonly SoundPercept[],
  entities: readonly EntityPercept[],
): Float32Array {
  const [s, e] = [Math.max(1, sounds.length), Math.max(1, entities.length)];
  const out = new Float32Array(s * e);
  sounds.forEach((sound, i) => {
    entities.forEach((entity, j) => {
      if (sound.entity !== null) out[i * e + j] = sound.entity === entity.id ? 1 : 0;
      else if (sound.position) {
        const p = sound.position;
        const d = Math.hypot(...entity.position.map((v, k) => v - p[k]));
        out[i * e + j] = Math.exp(-d);
      }
    });
  });
  return out;
}

/** Sounds that are only named: made up from their word, so that they can be heard without a recording. */
import { PCM_LENGTH } from "../model/percepts.js";
import {
  alarm,
  applause,
  bell,
  crash,
  drone,
  footsteps,
  knock,
  music,
  speech,
  type Voice,
  whisper,
} from "./soundVoices.js";

const VOICES = { alarm, applause, bell, crash, drone, footsteps, knock, music, speech, whisper } as const;

export type SoundWord = keyof typeof VOICES;

/** What a sound may be called in a case or a scenario. */
export const SOUND_WORDS = Object.keys(VOICES) as readonly SoundWord[];

/** Of described sounds, Hz. */
export const DESCRIBED_SAMPLE_RATE = 44100;

/**
 * A stretch of a sound, -1..1, at DESCRIBED_SAMPLE_RATE. The same word and seed give the same sound
 * everywhere, and any stretch fits to the one before. All repeat for ever but `crash`, which dies away.
 * @param seed an integer: another instance of the same kind of sound
 * @param from seconds since it began, 0 or more
 * @throws RangeError if the word is unknown
 */
export function synthesise(word: SoundWord, seed: number, from: number, samples: number): Float32Array {
  return fill(voiceOf(word, seed), from, samples);
}

/** The same for `Hearing.emit`: PCM_LENGTH samples from an offset on. */
export function describedPcm(word: SoundWord, seed: number): (offsetSeconds: number) => Float32Array {
  const voice = voiceOf(word, seed);
  return (offsetSeconds) => fill(voice, offsetSeconds, PCM_LENGTH);
}

function voiceOf(word: SoundWord, seed: number): Voice {
  const make = Object.hasOwn(VOICES, word) ? VOICES[word] : undefined;
  if (!make)
    throw new RangeError(`"sound" must be one of ${SOUND_WORDS.join(", ")}, got ${JSON.stringify(word)}`);
  return make(seed | 0);
}

function fill(voice: Voice, from: number, samples: number): Float32Array {
  // On the grid of samples, so that neighbouring stretches meet.
  const start = Math.round(from * DESCRIBED_SAMPLE_RATE);
  const pcm = new Float32Array(samples);
  // Soft knee: peaks bend instead of clipping.
  for (let i = 0; i < samples; i++) pcm[i] = Math.tanh(voice((start + i) / DESCRIBED_SAMPLE_RATE));
  return pcm;
}

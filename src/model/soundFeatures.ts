/** From PCM to the numbers that describe a sound to the model. Extraction by Meyda. */
import Meyda, { type MeydaFeaturesObject } from "meyda";
import { createMelBank } from "./melBank.js";
import { PCM_LENGTH } from "./percepts.js";

/** How many mel-frequency cepstral coefficients are used. */
export const MFCC_COUNT = 13;

/** Names of the features, in the order of the vector. */
export const SOUND_FEATURES = [
  "level",
  "loudness",
  "centroid",
  "flatness",
  "flux",
  "onset",
  ...Array.from({ length: MFCC_COUNT }, (_, i) => `mfcc${i}`),
] as const;

export const SOUND_FEATURE_COUNT = SOUND_FEATURES.length;

export interface SoundFeatures {
  /** SOUND_FEATURE_COUNT numbers in the order of SOUND_FEATURES, each finite and within -1..1. */
  readonly features: Float32Array;
  /** Amplitude spectrum with sum 1, PCM_LENGTH / 2 bins; all 0 for silence. Input of the next frame's flux. */
  readonly spectrum: Float32Array;
}

/** RMS below this is silence: -90 dBFS, under the noise of 16-bit audio. */
const SILENCE_RMS = 10 ** (-90 / 20);
/** All signals are brought to this RMS before their spectrum is taken, so that timbre does not depend on level. */
const NOMINAL_RMS = 0.1;
/** Level: -70..-10 dBFS becomes -1..1. */
const LEVEL = { centre: -40, half: 30 };
/** Meyda's total loudness (sum of 24 Bark bands): 0..LOUDNESS.half * 2 becomes -1..1. */
const LOUDNESS = { centre: 25, half: 25 };
/** Centroid, octaves around 1 kHz: 62 Hz..16 kHz becomes -1..1. */
const CENTROID = { centre: 0, half: 4 };
/** Level rise against the frame before, dB: -24..24 becomes -1..1. */
const ONSET_HALF = 24;
/** Middle and half range of each coefficient at NOMINAL_RMS, over the ten described sounds of headless/. */
const MFCC_CENTRE = [42, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const MFCC_HALF = [42, 24, 16, 12, 10, 8, 8, 8, 6, 6, 6, 6, 6];

/** Meyda extractors by sample rate. Each is a copy, for Meyda itself is one shared mutable object. */
const extractors = new Map<number, typeof Meyda>();

/**
 * Features of one frame of sound.
 * @param pcm PCM_LENGTH samples, -1..1. A sample that is not finite makes the whole frame silence.
 * @param sampleRate Hz, 8000..192000.
 * @param previous what this function returned for the frame before of the same sound; without it flux and onset are 0.
 * @throws RangeError if `pcm` has another length or `sampleRate` is out of range.
 */
export function extractSoundFeatures(
  pcm: Float32Array,
  sampleRate: number,
  previous?: SoundFeatures | null,
): SoundFeatures {
  if (pcm.length !== PCM_LENGTH)
    throw new RangeError(`pcm must have ${PCM_LENGTH} samples, got ${pcm.length}; cut or pad it`);
  if (!(sampleRate >= 8000 && sampleRate <= 192000))
    throw new RangeError(`sampleRate must be 8000..192000 Hz, got ${sampleRate}`);
  const rms = rootMeanSquare(pcm);
  if (!(rms >= SILENCE_RMS && rms < 1e6)) return silence(previous);
  const gain = NOMINAL_RMS / rms;
  const raw = extractorFor(sampleRate).extract(
    ["spectralCentroid", "spectralFlatness", "loudness", "mfcc", "amplitudeSpectrum"],
    pcm.map((x) => x * gain),
  ) as Partial<MeydaFeaturesObject> | null;
  if (!raw) return silence(previous);
  return assemble(raw, rms, sampleRate, previous);
}

/** The features of silence. Not zeros: level and loudness are at their floor. */
export function silenceFeatures(): Float32Array {
  const features = new Float32Array(SOUND_FEATURE_COUNT);
  features[0] = -1;
  features[1] = -1;
  return features;
}

function assemble(
  raw: Partial<MeydaFeaturesObject>,
  rms: number,
  sampleRate: number,
  previous?: SoundFeatures | null,
): SoundFeatures {
  const spectrum = normalised(raw.amplitudeSpectrum ?? new Float32Array(PCM_LENGTH / 2));
  // Meyda's loudness is Σ (band amplitude)^0.23: the gain that was applied above is taken out again.
  const loudness = (raw.loudness?.total ?? 0) * (rms / NOMINAL_RMS) ** 0.23;
  const hertz = ((raw.spectralCentroid ?? 0) * sampleRate) / PCM_LENGTH;
  const level = scaled(decibels(rms), LEVEL);
  const values = [
    level,
    scaled(loudness, LOUDNESS),
    scaled(Math.log2(Math.max(hertz, 1) / 1000), CENTROID),
    (raw.spectralFlatness ?? 0.5) * 2 - 1,
    previous ? flux(spectrum, previous.spectrum) : 0,
    previous ? ((level - (previous.features[0] ?? 0)) * LEVEL.half) / ONSET_HALF : 0,
    ...(raw.mfcc ?? []).map((c, i) => (c - (MFCC_CENTRE[i] ?? 0)) / (MFCC_HALF[i] ?? 1)),
  ];
  const features = new Float32Array(SOUND_FEATURE_COUNT);
  for (let i = 0; i < SOUND_FEATURE_COUNT; i++) features[i] = limited(values[i] ?? 0);
  return { features, spectrum };
}

function silence(previous?: SoundFeatures | null): SoundFeatures {
  const features = silenceFeatures();
  if (previous) features[5] = limited(((-1 - (previous.features[0] ?? -1)) * LEVEL.half) / ONSET_HALF);
  return { features, spectrum: new Float32Array(PCM_LENGTH / 2) };
}

function extractorFor(sampleRate: number): typeof Meyda {
  let extractor = extractors.get(sampleRate);
  if (!extractor) {
    extractor = Object.assign({}, Meyda, {
      bufferSize: PCM_LENGTH,
      sampleRate,
      melFilterBank: createMelBank(Meyda.melBands, sampleRate, PCM_LENGTH),
    });
    if (extractors.size >= 8) extractors.clear();
    extractors.set(sampleRate, extractor);
  }
  return extractor;
}

/** Half-wave rectified change of the normalised spectrum, 0 (same) .. 1 (nothing in common, or out of silence). */
function flux(now: Float32Array, before: Float32Array): number {
  let rise = 0;
  for (let i = 0; i < now.length; i++) rise += Math.max(0, now[i]! - (before[i] ?? 0));
  return rise;
}

function normalised(spectrum: Float32Array): Float32Array {
  let sum = 0;
  for (const amplitude of spectrum) sum += amplitude;
  return sum > 0 ? spectrum.map((amplitude) => amplitude / sum) : new Float32Array(spectrum.length);
}

/** NaN if any sample is. */
export function rootMeanSquare(pcm: Float32Array): number {
  let sum = 0;
  for (const x of pcm) sum += x * x;
  return Math.sqrt(sum / Math.max(1, pcm.length));
}

/** Full scale (RMS 1) is 0 dB. */
function decibels(rms: number): number {
  return 20 * Math.log10(rms);
}

function scaled(value: number, range: { centre: number; half: number }): number {
  return (value - range.centre) / range.half;
}

function limited(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(-1, value)) : 0;
}

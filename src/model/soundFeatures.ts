/**
 * From PCM to the numbers that describe a sound to the model. Meyda's extractors one by one: its entry
 * would bring all of them, and a Fourier transform that makes five objects for each butterfly.
 */
import loudnessOf from "meyda/dist/esm/extractors/loudness.js";
import mfccOf from "meyda/dist/esm/extractors/mfcc.js";
import centroidOf from "meyda/dist/esm/extractors/spectralCentroid.js";
import flatnessOf from "meyda/dist/esm/extractors/spectralFlatness.js";
import { createBarkScale } from "./barkScale.js";
import { createMelBank } from "./melBank.js";
import { PCM_LENGTH } from "./percepts.js";
import { createSpectrum } from "./spectrum.js";

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
/**
 * Middle and half range of each feature: what maps to 0 and to ±1. Beyond it is cut. Rounded from the
 * 5th to 95th percentile over the ten described sounds of headless/ (Meyda 5.6).
 */
const RANGE = {
  /** dB relative to RMS 1: -60..0. */
  level: { centre: -30, half: 30 },
  /** Meyda's total loudness, the sum over 24 Bark bands. */
  loudness: { centre: 35, half: 35 },
  /** Octaves from 1 kHz: 62 Hz..16 kHz. */
  centroid: { centre: 0, half: 4 },
  /** dB: -54 (a tone)..0 (white noise). */
  flatness: { centre: -27, half: 27 },
  /** Rise of the level against the frame before, dB. */
  onset: { centre: 0, half: 24 },
};
const MFCC_CENTRE = [105, 15, -10, -5, -3, -3, 0, 0, 3, 3, 0, -3, -2];
const MFCC_HALF = [100, 60, 60, 50, 35, 35, 25, 25, 25, 25, 25, 18, 18];

/** Filters of the mel bank: what Meyda takes unless told otherwise. */
const MEL_BANDS = 26;
const BARK_BANDS = 24;

/** What of a frame is measured before it is scaled. */
interface Raw {
  readonly spectrum: Float32Array;
  /** Bins. */
  readonly centroid: number;
  readonly flatness: number;
  readonly loudness: number;
  readonly mfcc: readonly number[];
}

interface Extractor {
  extract(pcm: Float32Array): Raw;
}

/** By sample rate, for the banks depend on it. */
const extractors = new Map<number, Extractor>();
const spectrumOf = createSpectrum(PCM_LENGTH);

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
  const raw = extractorFor(sampleRate).extract(pcm.map((x) => x * gain));
  return assemble(raw, rms, sampleRate, previous);
}

/** The features of silence: level and loudness at their floor, a middling timbre. */
export function silenceFeatures(): Float32Array {
  const features = new Float32Array(SOUND_FEATURE_COUNT);
  features[0] = -1;
  features[1] = -1;
  return features;
}

function assemble(raw: Raw, rms: number, sampleRate: number, previous?: SoundFeatures | null): SoundFeatures {
  const spectrum = normalised(raw.spectrum);
  // Meyda's loudness is Σ (band amplitude)^0.23: the gain that was applied above is taken out again.
  const loudness = raw.loudness * (rms / NOMINAL_RMS) ** 0.23;
  const hertz = (raw.centroid * sampleRate) / PCM_LENGTH;
  const level = scaled(decibels(rms), RANGE.level);
  const values = [
    level,
    scaled(loudness, RANGE.loudness),
    scaled(Math.log2(Math.max(hertz, 1) / 1000), RANGE.centroid),
    scaled(10 * Math.log10(Math.max(raw.flatness, 1e-9)), RANGE.flatness),
    previous ? flux(spectrum, previous.spectrum) : 0,
    onset(level, previous),
    ...raw.mfcc.map((c, i) => (c - (MFCC_CENTRE[i] ?? 0)) / (MFCC_HALF[i] ?? 1)),
  ];
  const features = new Float32Array(SOUND_FEATURE_COUNT);
  for (let i = 0; i < SOUND_FEATURE_COUNT; i++) features[i] = limited(values[i] ?? 0);
  return { features, spectrum };
}

function silence(previous?: SoundFeatures | null): SoundFeatures {
  const features = silenceFeatures();
  features[5] = limited(onset(-1, previous));
  return { features, spectrum: new Float32Array(PCM_LENGTH / 2) };
}

function extractorFor(sampleRate: number): Extractor {
  let extractor = extractors.get(sampleRate);
  if (!extractor) {
    extractor = createExtractor(sampleRate);
    if (extractors.size >= 8) extractors.clear();
    extractors.set(sampleRate, extractor);
  }
  return extractor;
}

function createExtractor(sampleRate: number): Extractor {
  const melFilterBank = createMelBank(MEL_BANDS, sampleRate, PCM_LENGTH);
  const barkScale = createBarkScale(sampleRate, PCM_LENGTH);
  return {
    extract(pcm) {
      const ampSpectrum = spectrumOf(pcm);
      return {
        spectrum: ampSpectrum,
        centroid: centroidOf({ ampSpectrum }),
        flatness: flatnessOf({ ampSpectrum }),
        loudness: loudnessOf({ ampSpectrum, barkScale, numberOfBarkBands: BARK_BANDS }).total,
        mfcc: mfccOf({
          ampSpectrum,
          melFilterBank,
          numberOfMFCCCoefficients: MFCC_COUNT,
          bufferSize: PCM_LENGTH,
        }),
      };
    },
  };
}

/** From levels as they are in the vector. */
function onset(level: number, previous?: SoundFeatures | null): number {
  if (!previous) return 0;
  return ((level - (previous.features[0] ?? level)) * RANGE.level.half) / RANGE.onset.half;
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

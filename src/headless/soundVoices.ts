import { bandNoise, beat, chance, gate, noiseAt, sine, smoothNoise, struck } from "./soundPrimitives.js";

/** Sample at t seconds, about -1..1. */
export type Voice = (t: number) => number;

/** Two tones by turns, as of a fire alarm. */
export function alarm(seed: number): Voice {
  const low = 880 + 90 * noiseAt(1, seed);
  const half = 0.28 + 0.04 * noiseAt(2, seed);
  const tone = (t: number, hertz: number) =>
    sine(t, hertz) + sine(t, 3 * hertz) / 3 + sine(t, 5 * hertz) / 5 + sine(t, 7 * hertz) / 7;
  return (t) => {
    const { index, since } = beat(t, half);
    return 0.6 * gate(since, half, 0.006) * tone(t, index % 2 ? low * 1.335 : low);
  };
}

/** A dozen pairs of hands, each at its own pace. */
export function applause(seed: number): Voice {
  const hands = Array.from({ length: 12 }, (_, i) => ({
    period: 0.19 + 0.07 * chance(i, seed),
    late: chance(i + 50, seed),
    hertz: 1100 + 1500 * chance(i + 100, seed),
    loud: 0.5 + 0.5 * chance(i + 150, seed),
  }));
  return (t) => {
    let sum = 0;
    for (const [i, { period, late, hertz, loud }] of hands.entries()) {
      const { index, since } = beat(t + late * period, period);
      const jitter = 0.03 * chance(index, seed + i);
      sum += loud * struck(since - jitter, 0.011, 0.0008) * bandNoise(t, hertz, 1800, seed + i);
    }
    return 0.75 * sum;
  };
}

/** Partials of a hand bell, struck every two seconds. */
export function bell(seed: number): Voice {
  const hertz = 560 + 120 * noiseAt(1, seed);
  const partials = [
    [1, 1, 1.4],
    [2, 0.6, 1.1],
    [2.41, 0.5, 0.8],
    [3.01, 0.35, 0.6],
    [4.2, 0.25, 0.4],
    [5.43, 0.18, 0.25],
  ] as const;
  return (t) => {
    const { since } = beat(t, 2);
    let sum = 0;
    for (const [ratio, loud, decay] of partials)
      sum += loud * struck(since, decay, 0.001) * sine(since, hertz * ratio);
    return 0.4 * sum * gate(since, 2, 0.02) ** 0.5;
  };
}

/** Something falls and breaks: one burst at 0, then fragments that ring as they settle. */
export function crash(seed: number): Voice {
  const shards = Array.from({ length: 14 }, (_, i) => ({
    at: 0.05 + 1.5 * chance(i, seed) ** 2,
    hertz: 2200 + 5200 * chance(i + 40, seed),
    loud: 0.5 * (1 - 0.6 * chance(i + 80, seed)),
  }));
  return (t) => {
    let sum = 1.4 * struck(t, 0.22, 0.001) * noiseAt(Math.round(t * 44100), seed);
    sum += 0.9 * struck(t, 0.09, 0.001) * bandNoise(t, 140, 90, seed + 1);
    sum += 0.25 * struck(t, 0.8, 0.001) * bandNoise(t, 4200, 3800, seed + 2);
    for (const { at, hertz, loud } of shards)
      if (t > at && t < at + 0.5) sum += loud * struck(t - at, 0.07, 0.0006) * sine(t - at, hertz);
    return 0.7 * sum;
  };
}

/** A machine's hum. */
export function drone(seed: number): Voice {
  const hertz = 62 + 14 * noiseAt(1, seed);
  return (t) => {
    const swell = 1 + 0.15 * smoothNoise(t * 1.5, seed);
    const hum =
      sine(t, hertz) +
      0.7 * sine(t, hertz * 2.003) +
      0.4 * sine(t, hertz * 2.997) +
      0.2 * sine(t, hertz * 4.005) +
      0.1 * sine(t, hertz * 6.01);
    return 0.3 * swell * (hum + 0.12 * bandNoise(t, 300, 250, seed));
  };
}

/** Heel, then sole, on a hard floor. */
export function footsteps(seed: number): Voice {
  const period = 0.54 + 0.06 * noiseAt(1, seed);
  return (t) => {
    const { index, since } = beat(t, period);
    const hertz = 105 + 15 * noiseAt(index, seed);
    const heel = struck(since, 0.035, 0.002) * (sine(since, hertz) + 0.5 * bandNoise(t, 420, 260, seed));
    const sole = struck(since - 0.09, 0.05, 0.012) * bandNoise(t, 1500, 1100, seed + 3);
    return 0.8 * heel + 0.22 * sole;
  };
}

/** Three raps on wood, then a wait. */
export function knock(seed: number): Voice {
  const hertz = 410 + 70 * noiseAt(1, seed);
  return (t) => {
    const { index, since } = beat(t, 0.21);
    if (index % 7 >= 3) return 0;
    const body = sine(since, hertz) + 0.6 * sine(since, hertz * 2.27) + 0.3 * sine(since, hertz * 3.9);
    return struck(since, 0.028, 0.0006) * (0.55 * body + 0.3 * bandNoise(t, 1300, 900, seed));
  };
}

/** A slow pentatonic arpeggio over a held chord. */
export function music(seed: number): Voice {
  const scale = [0, 2, 4, 7, 9, 12, 14, 16];
  const root = 261.6 * 2 ** (Math.round(3 * noiseAt(1, seed)) / 12);
  const pitch = (step: number) => root * 2 ** ((scale[step] ?? 0) / 12);
  const note = (index: number) => pitch(Math.floor(chance(index, seed + 11) * scale.length));
  const pluck = (since: number, hertz: number) => {
    let sum = 0;
    for (let n = 1; n <= 6; n++) sum += (struck(since, 0.5 / n, 0.004) * sine(since, hertz * n)) / n;
    return sum;
  };
  return (t) => {
    const { index, since } = beat(t, 0.3);
    // A note rings on while the next one sounds.
    const melody = pluck(since, note(index)) + 0.8 * pluck(since + 0.3, note(index - 1));
    const chord = sine(t, root / 2) + 0.7 * sine(t, (root * 3) / 4) + 0.5 * sine(t, root);
    return 0.3 * melody + 0.1 * chord;
  };
}

/** First three formants of five vowels, Hz. */
const VOWELS = [
  [730, 1090, 2440],
  [530, 1840, 2480],
  [270, 2290, 3010],
  [570, 840, 2410],
  [300, 870, 2240],
] as const;
const SYLLABLE = 0.22;

function vowelAt(index: number, seed: number): (typeof VOWELS)[number] {
  return VOWELS[Math.floor(chance(index, seed + 31) * VOWELS.length)] ?? VOWELS[0];
}

/** Voice on or off: syllables with a pause after every sixth. */
function syllable(t: number, seed: number): { index: number; loud: number; hiss: number } {
  const { index, since } = beat(t, SYLLABLE);
  if (index % 7 === 6) return { index, loud: 0, hiss: 0 };
  const loud = gate(since - 0.04, SYLLABLE - 0.04, 0.05) * (0.75 + 0.25 * noiseAt(index, seed));
  const hiss = chance(index, seed + 41) > 0.5 ? gate(since, 0.07, 0.02) : 0;
  return { index, loud, hiss };
}

const HARMONICS = 22;

/** How strong each harmonic of a pitch is in one vowel. */
function harmonicWeights(pitch: number, formants: readonly number[]): Float64Array {
  return Float64Array.from({ length: HARMONICS }, (_, i) => {
    let weight = 0.02;
    for (const [f, hertz] of formants.entries()) {
      const off = ((i + 1) * pitch - hertz) / (70 + 30 * f);
      weight += 1 / ((1 + off * off) * (1 + f * 0.4));
    }
    return weight / (i + 1) ** 0.2;
  });
}

/** Harmonics of a voice, shaped by the formants of one vowel a syllable, with hissed consonants. */
export function speech(seed: number): Voice {
  const pitch = 145 + 35 * noiseAt(1, seed);
  const byVowel = new Map(VOWELS.map((vowel) => [vowel as readonly number[], harmonicWeights(pitch, vowel)]));
  return (t) => {
    const { index, loud, hiss } = syllable(t, seed);
    let sum = 0.15 * hiss * bandNoise(t, 5200, 2600, seed);
    if (loud === 0) return sum;
    sum += 0.05 * loud * bandNoise(t, 3400, 2400, seed + 5);
    const weights = byVowel.get(vowelAt(index, seed)) ?? [];
    // Integral of a pitch that falls and rises by a tenth.
    const phase = 2 * Math.PI * pitch * (t + 0.025 * Math.sin(4 * t));
    // sin(n x) = 2 cos(x) sin((n − 1) x) − sin((n − 2) x)
    const turn = 2 * Math.cos(phase);
    let [before, now] = [0, Math.sin(phase)];
    for (const weight of weights) {
      sum += 0.4 * loud * weight * now;
      [before, now] = [now, turn * now - before];
    }
    return sum;
  };
}

/** The same syllables as breath: no voice, the formants as bands of noise, and much hiss. */
export function whisper(seed: number): Voice {
  return (t) => {
    const { index, loud, hiss } = syllable(t, seed);
    const formants = vowelAt(index, seed);
    const breath =
      0.5 * bandNoise(t, formants[1], 500, seed) +
      0.7 * bandNoise(t, formants[2], 900, seed + 1) +
      0.8 * bandNoise(t, 4600, 3200, seed + 2) +
      0.3 * bandNoise(t, 8200, 4000, seed + 3);
    return 0.3 * (0.06 + loud + 0.8 * hiss) * breath;
  };
}

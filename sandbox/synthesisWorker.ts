/** Makes up the museum's long sounds away from the page, which keeps drawing. */
import { DESCRIBED_SAMPLE_RATE, type SoundWord, synthesise } from "../src/headless/describedSound.js";

export interface SynthesisRequest {
  readonly id: number;
  readonly word: SoundWord;
  readonly seed: number;
  readonly seconds: number;
}

export interface SynthesisAnswer {
  readonly id: number;
  readonly samples: Float32Array<ArrayBuffer>;
}

self.onmessage = ({ data }: MessageEvent<SynthesisRequest>) => {
  const length = Math.round(data.seconds * DESCRIBED_SAMPLE_RATE);
  const samples = new Float32Array(synthesise(data.word, data.seed, 0, length));
  const answer: SynthesisAnswer = { id: data.id, samples };
  self.postMessage(answer, { transfer: [samples.buffer] });
};

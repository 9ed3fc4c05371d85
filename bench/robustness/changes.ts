/** What a corruption does to a moment, as the product's senses would pass it on. */
import { isBlank } from "../../src/model/blankFrame.js";
import type { MessagePercept, Percepts } from "../../src/model/percepts.js";
import { cleanText } from "../../src/senses/chat/hygiene.js";
import { medianColours } from "../../src/senses/sight/pixelColours.js";

/** Sees other pixels: of those sight learns the colours too. */
export function withPixels(percepts: Percepts, pixels: Uint8Array): Percepts {
  const { frame, entities } = percepts;
  if (!frame) return percepts;
  const changed = { ...frame, pixels };
  // As Looks has it: nothing was learnt before, and nothing is from a capture that failed.
  const colours = isBlank(changed)
    ? entities.map(() => null)
    : medianColours(pixels, frame.ids, entities.length);
  return {
    ...percepts,
    frame: changed,
    entities: entities.map((entity, e) => ({
      ...entity,
      appearance: {
        ...entity.appearance,
        colour: frame.ids.includes(e) ? colours[e] : entity.appearance.colour,
      },
    })),
  };
}

export function pixelsOf({ frame }: Percepts): Uint8Array {
  if (!(frame?.pixels instanceof Uint8Array)) throw new TypeError("the episode has no frame in bytes");
  return frame.pixels;
}

/** Reads another newest line, after the chat's hygiene. */
export function withLine(percepts: Percepts, change: (text: string) => string): Percepts {
  const last = percepts.messages.length - 1;
  const messages = percepts.messages.map(
    (message, i): MessagePercept =>
      i === last ? { ...message, text: cleanText(change(message.text)).text } : message,
  );
  return { ...percepts, messages };
}

export function lineOf({ messages }: Percepts): string {
  return messages.at(-1)?.text ?? "";
}

/** Hears other samples. */
export function withSamples(percepts: Percepts, change: (pcm: Float32Array) => Float32Array): Percepts {
  return {
    ...percepts,
    sounds: percepts.sounds.map((sound) => ({ ...sound, pcm: sound.pcm && change(sound.pcm) })),
  };
}

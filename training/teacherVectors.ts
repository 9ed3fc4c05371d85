/** The teacher's vectors of the training corpora (text/teach.py), by their texts. */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { SENTENCE_WIDTH } from "../src/model/text/sentence.js";

/** Behind the header of a .npy file of version 1. */
const HEADER_AT = 10;
const BYTES = 2;

/** @returns the vectors of those texts that the corpus has */
export function teacherVectors(
  folder: string,
  corpus: string,
  vectors: string,
  texts: Iterable<string>,
): Map<string, Float32Array> {
  const lines = readFileSync(join(folder, corpus), "utf8").split("\n");
  const rows = new Map(lines.map((line, row) => [line, row]));
  const file = openSync(join(folder, vectors), "r");
  const head = new Uint8Array(HEADER_AT);
  readSync(file, head, 0, HEADER_AT, 0);
  const start = HEADER_AT + head[8]! + 256 * head[9]!;
  const found = new Map<string, Float32Array>();
  const bytes = new DataView(new ArrayBuffer(SENTENCE_WIDTH * BYTES));
  for (const text of texts) {
    const row = rows.get(text.split(/\s+/u).filter(Boolean).join(" ").slice(0, 220));
    if (row === undefined) continue;
    readSync(file, bytes, 0, SENTENCE_WIDTH * BYTES, start + row * SENTENCE_WIDTH * BYTES);
    found.set(
      text,
      Float32Array.from({ length: SENTENCE_WIDTH }, (_, i) => fromHalf(bytes.getUint16(BYTES * i, true))),
    );
  }
  closeSync(file);
  return found;
}

function fromHalf(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = (bits & 1023) / 1024;
  const size = exponent === 0 ? fraction * 2 ** -14 : (1 + fraction) * 2 ** (exponent - 15);
  return bits & 0x8000 ? -size : size;
}

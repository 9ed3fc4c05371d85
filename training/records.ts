/** Observations on disk: all feeds of a record one after the other as float32 (patches as bytes), an index beside. */
import { once } from "node:events";
import type { WriteStream } from "node:fs";
import type { Observation } from "../src/model/observation.js";

/** What nearly everybody would do, as the bench has it. */
export interface Expected {
  readonly any?: readonly string[];
  readonly referents?: readonly string[];
  readonly none?: boolean;
  readonly kind: string;
}

export class RecordWriter {
  private offset = 0;

  constructor(
    private readonly bytes: WriteStream,
    private readonly index: WriteStream,
  ) {}

  write(observation: Observation, expected: Expected): void {
    const row = (id: string) => {
      const at = observation.entities.indexOf(id);
      if (at < 0) throw new RangeError(`expected "${id}" is no entity of the observation`);
      return at;
    };
    const dims: Record<string, readonly number[]> = {};
    const start = this.offset;
    for (const [name, feed] of Object.entries(observation.feeds)) {
      if (name === "patches" && !observation.usesFrame) continue;
      dims[name] = feed.dims;
      this.append(name === "patches" ? toBytes(feed.data) : asBytes(Float32Array.from(feed.data)));
    }
    const entry = {
      start,
      dims,
      any: expected.any?.map(row),
      referents: expected.referents?.map(row),
      none: expected.none ?? false,
      kind: expected.kind,
      npc: observation.npcs[0],
    };
    this.index.write(`${JSON.stringify(entry)}\n`);
  }

  async close(): Promise<void> {
    for (const stream of [this.bytes, this.index]) {
      stream.end();
      await once(stream, "close");
    }
  }

  private append(bytes: Uint8Array): void {
    this.bytes.write(bytes);
    this.offset += bytes.byteLength;
  }
}

function asBytes(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** Patches come from bytes, so nothing is lost. */
function toBytes(patches: ArrayLike<number>): Uint8Array {
  return Uint8Array.from(patches, (value) => Math.round(value * 255));
}

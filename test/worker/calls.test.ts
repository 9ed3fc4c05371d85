import { afterEach, describe, expect, it } from "vitest";
import { answerCalls, Calls, type Port } from "../../src/worker/calls.js";

const service = {
  add: async (a: number, b: number) => a + b,
  length: async (bytes: Uint8Array) => bytes.length,
  refuse: async () => {
    throw Object.assign(new Error("not today"), { name: "RefusalError" });
  },
  odd: async (): Promise<unknown> => () => "functions can't be sent",
};

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1, port2 } of channels.splice(0)) for (const port of [port1, port2]) port.close();
});

function connected(): Calls<typeof service> {
  const channel = new MessageChannel();
  channels.push(channel);
  answerCalls(channel.port1 as unknown as Port, service);
  const calls = new Calls<typeof service>(channel.port2 as unknown as Port);
  channel.port2.start();
  return calls;
}

describe("calls across threads", () => {
  it("bring each its own answer", async () => {
    const calls = connected();
    const sums = [1, 2, 3].map((n) => calls.call("add", [n, 10]));
    expect(await Promise.all(sums)).toEqual([11, 12, 13]);
  });

  it("hand over the name and message of an error", async () => {
    await expect(connected().call("refuse", [])).rejects.toMatchObject({
      name: "RefusalError",
      message: "not today",
    });
  });

  it("move what is to be moved", async () => {
    const bytes = new Uint8Array(5);
    expect(await connected().call("length", [bytes], [bytes.buffer])).toBe(5);
    expect(bytes.length).toBe(0);
  });

  it("reject what can't be sent, there and back", async () => {
    const calls = connected();
    const number = (() => 1) as unknown as number;
    await expect(calls.call("add", [number, 1])).rejects.toMatchObject({ name: "DataCloneError" });
    await expect(calls.call("odd", [])).rejects.toMatchObject({ name: "DataCloneError" });
    expect(await calls.call("add", [1, 1])).toBe(2);
  });

  it("pass over messages of others", async () => {
    const calls = connected();
    channels.at(-1)!.port1.postMessage({ type: "progress" });
    channels.at(-1)!.port2.postMessage(null);
    expect(await calls.call("add", [2, 2])).toBe(4);
  });
});

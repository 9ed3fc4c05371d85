import { describe, expect, it } from "vitest";
import { SerialQueue } from "../../src/model/serialQueue.js";

describe("SerialQueue", () => {
  it("starts a job when the one before it has ended", async () => {
    const queue = new SerialQueue();
    const log: string[] = [];
    const job = (name: string) => async () => {
      log.push(`${name} starts`);
      await Promise.resolve();
      await Promise.resolve();
      log.push(`${name} ends`);
      return name;
    };
    expect(await Promise.all([queue.run(job("a")), queue.run(job("b"))])).toEqual(["a", "b"]);
    expect(log).toEqual(["a starts", "a ends", "b starts", "b ends"]);
  });

  it("goes on after a job that fails, and tells its caller alone", async () => {
    const queue = new SerialQueue();
    const failing = queue.run(() => Promise.reject(new Error("no")));
    const next = queue.run(async () => 7);
    await expect(failing).rejects.toThrow("no");
    expect(await next).toBe(7);
  });
});

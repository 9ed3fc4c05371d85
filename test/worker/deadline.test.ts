import { describe, expect, it } from "vitest";
import { StepTimers } from "../../src/headless/stepTimers.js";
import { Deadline } from "../../src/worker/deadline.js";

function deadlineOf(seconds: number) {
  const timers = new StepTimers();
  let late = 0;
  const deadline = new Deadline(seconds, () => late++, timers);
  return { timers, deadline, late: () => late };
}

describe("Deadline", () => {
  it("is late once the seconds have passed, once", () => {
    const { timers, late } = deadlineOf(4);
    for (const now of [1, 2, 3, 3.9]) timers.advance(now);
    expect(late()).toBe(0);
    for (let now = 4; now < 20; now++) timers.advance(now);
    expect(late()).toBe(1);
  });

  it("takes one long stall of its own thread for one tick, not for a silent worker", () => {
    const { timers, late } = deadlineOf(4);
    timers.advance(100);
    expect(late()).toBe(0);
  });

  it("begins anew when renewed, with other seconds", () => {
    const { timers, deadline, late } = deadlineOf(4);
    for (const now of [1, 2, 3]) timers.advance(now);
    deadline.renew(8);
    for (const now of [5, 7, 9, 10.9]) timers.advance(now);
    expect(late()).toBe(0);
    timers.advance(11);
    expect(late()).toBe(1);
  });

  it("is never late when cancelled, twice", () => {
    const { timers, deadline, late } = deadlineOf(4);
    deadline.cancel();
    deadline.cancel();
    for (let now = 1; now < 20; now++) timers.advance(now);
    expect(late()).toBe(0);
  });
});

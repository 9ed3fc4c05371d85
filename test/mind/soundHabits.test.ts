import { describe, expect, it } from "vitest";
import { SoundHabits } from "../../src/mind/soundHabits.js";
import type { SoundPercept } from "../../src/model/percepts.js";

const sound = (startedAt: number, now: number, more: Partial<SoundPercept> = {}): SoundPercept => ({
  id: `s${startedAt}`,
  entity: "mina",
  position: [0, 0, 0],
  levelDb: 50,
  startedSecondsAgo: now - startedAt,
  durationSeconds: 0.45,
  pcm: null,
  sampleRate: 44100,
  ...more,
});

/** Whether each of `count` equal sounds is still noticed. */
function repeats(habits: SoundHabits, count: number, every = 0.6, level = 33, from = 0): boolean[] {
  return Array.from({ length: count }, (_, i) => {
    const at = from + i * every;
    return habits.unfamiliar([sound(at, at + 0.1)], [level], at + 0.1)[0]! > 0;
  });
}

describe("a sound that repeats", () => {
  it("is no longer noticed after a few times", () => {
    expect(repeats(new SoundHabits(), 6)).toEqual([true, true, true, false, false, false]);
  });

  it("is noticed again after a rest, and once it is clearly louder", () => {
    const habits = new SoundHabits();
    repeats(habits, 8);
    expect(repeats(habits, 1, 0.6, 36, 5)).toEqual([false]);
    expect(repeats(habits, 1, 0.6, 45, 6)).toEqual([true]);
    repeats(habits, 8, 0.6, 45, 7);
    expect(repeats(habits, 1, 0.6, 45, 80)).toEqual([true]);
  });

  it("stays news where it comes rarely, or is alarming", () => {
    expect(repeats(new SoundHabits(), 6, 10).every(Boolean)).toBe(true);
    expect(repeats(new SoundHabits(), 6, 0.6, 85).every(Boolean)).toBe(true);
  });

  it("hides no other sound, of the same thing or of another", () => {
    const habits = new SoundHabits();
    repeats(habits, 8);
    const crash = sound(5, 5.1, { durationSeconds: 2.4 });
    const other = sound(5, 5.1, { entity: "teo" });
    expect(habits.unfamiliar([crash, other], [33, 33], 5.1)).toEqual([33, 33]);
  });
});

it("a sound that goes on is no longer noticed after some seconds", () => {
  const habits = new SoundHabits();
  const noticed = (now: number) =>
    habits.unfamiliar([sound(0, now, { durationSeconds: null })], [40], now)[0]! > 0;
  const times = Array.from({ length: 160 }, (_, i) => i / 8);
  const until = times.filter(noticed).at(-1)!;
  expect(until).toBeGreaterThan(8);
  expect(until).toBeLessThan(15);
  expect(noticed(90)).toBe(true);
});

it("what is inaudible leaves no trace", () => {
  const habits = new SoundHabits();
  expect(repeats(habits, 8, 0.6, 0)).toEqual(Array(8).fill(false));
  expect(repeats(habits, 1, 0.6, 33, 6)).toEqual([true]);
});

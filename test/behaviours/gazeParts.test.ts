import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BodyTurn } from "../../src/behaviours/bodyTurn.js";
import { EyeHead, HUMAN_LIMITS } from "../../src/behaviours/eyeHead.js";
import { saccadePeakSpeed, saccadeProgress, saccadeSeconds } from "../../src/behaviours/saccade.js";
import { Spring } from "../../src/behaviours/spring.js";
import { TurnSide } from "../../src/behaviours/turnSide.js";
import { restingGaze, wrapAngle } from "../../src/mind/gazeState.js";
import { seeded } from "../mind/world.js";

const DEGREE = Math.PI / 180;
const STEP = 1 / 60;

describe("a saccade", () => {
  it("lasts 25 ms + 2.35 ms a degree and peaks at the main sequence's speed", () => {
    for (const degrees of [1, 5, 10, 20, 40, 80]) {
      const amplitude = degrees * DEGREE;
      const seconds = saccadeSeconds(amplitude);
      expect(seconds).toBeCloseTo(0.025 + 0.00235 * degrees, 10);
      let peak = 0;
      const n = 2000;
      for (let i = 1; i <= n; i++) {
        const way = saccadeProgress(i / n, amplitude) - saccadeProgress((i - 1) / n, amplitude);
        peak = Math.max(peak, (way * amplitude * n) / seconds);
      }
      expect(peak / saccadePeakSpeed(amplitude)).toBeCloseTo(1, 2);
    }
  });

  it("goes from start to end and never back", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1.6, noNaN: true }), (amplitude) => {
        let last = 0;
        for (let t = 0; t <= 1; t += 0.01) {
          const progress = saccadeProgress(t, amplitude);
          expect(progress).toBeGreaterThanOrEqual(last - 1e-12);
          last = progress;
        }
        expect(saccadeProgress(0, amplitude)).toBeCloseTo(0, 12);
        expect(saccadeProgress(1, amplitude)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("a spring", () => {
  it("reaches its goal without overshoot, alike at 30 and at 240 frames a second", () => {
    const run = (rate: number) => {
      const spring = new Spring(0, 8, 10);
      let most = 0;
      for (let i = 0; i < rate / 2; i++) most = Math.max(most, spring.step(1, 1 / rate));
      expect(most).toBeLessThanOrEqual(1);
      return most;
    };
    expect(run(30)).toBeCloseTo(run(240), 1);
    expect(run(60)).toBeGreaterThan(0.8);
  });
});

describe("a body", () => {
  it("turns the short way, within its speed, and comes to rest at its goal", () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (yaw) => {
        const turn = new BodyTurn();
        let body = 0;
        let turned = 0;
        for (let i = 0; i < 240; i++) {
          const by = turn.toward(yaw, body, STEP);
          expect(Math.abs(by) / STEP).toBeLessThanOrEqual(150 * DEGREE + 1e-9);
          body += by;
          turned += Math.abs(by);
        }
        expect(Math.cos(yaw - body)).toBeCloseTo(1, 3);
        expect(turned).toBeLessThan(Math.PI + 0.2);
      }),
    );
  });
});

describe("the side of a turn", () => {
  /** Degrees in and out; the body stands. */
  const sides = (...yaws: number[]) => {
    const side = new TurnSide();
    return yaws.map((yaw) => Math.round(side.step(yaw * DEGREE, 0, STEP) / DEGREE));
  };

  it("is the short one for a target that is new", () => {
    expect(sides(170)).toEqual([170]);
    expect(sides(40, -170)).toEqual([40, -170]);
  });

  it("is kept where a target passes behind, until the other way is shorter by 80°", () => {
    expect(sides(170, -170, -150, -139)).toEqual([170, 190, 210, -139]);
    expect(sides(-170, 170, 150, 139)).toEqual([-170, -190, -210, 139]);
  });

  it("is that to which the body turns already", () => {
    const side = new TurnSide();
    side.step(0, 0, STEP);
    expect(side.step(-175 * DEGREE, DEGREE, STEP) / DEGREE).toBeCloseTo(184, 6);
  });

  it("does not change while a body turns to a target that trembles right behind it", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: -10, max: 10, noNaN: true })), (tremble) => {
        const turn = new BodyTurn();
        let body = 0;
        const turned: number[] = [];
        for (let i = 0; i < 60; i++) {
          const by = turn.toward(Math.PI + tremble.next().value! * DEGREE, body, STEP);
          turned.push(by);
          body += by;
        }
        expect(new Set(turned.map(Math.sign)).size).toBe(1);
      }),
    );
  });
});

describe("eyes and head", () => {
  it("are finite and within their limits, whatever targets jump about", () => {
    const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(angle, angle, fc.nat(40)), { maxLength: 15 }), (targets) => {
        const gaze = restingGaze();
        const eyes = new EyeHead(HUMAN_LIMITS, gaze, seeded(1), () => {});
        for (const [yaw, pitch, steps] of targets) {
          for (let i = 0; i < steps; i++) {
            eyes.step({ yaw, pitch: pitch / 2 }, STEP);
            expect(Object.values(gaze).every(Number.isFinite)).toBe(true);
            expect(Math.abs(gaze.eyeYaw)).toBeLessThanOrEqual(HUMAN_LIMITS.eyeYaw + 1e-9);
            expect(Math.abs(gaze.eyePitch)).toBeLessThanOrEqual(HUMAN_LIMITS.eyePitch + 1e-9);
            expect(Math.abs(gaze.headYaw)).toBeLessThanOrEqual(HUMAN_LIMITS.headYaw + 1e-9);
            expect(Math.abs(gaze.headPitch)).toBeLessThanOrEqual(HUMAN_LIMITS.headPitch + 1e-9);
          }
        }
      }),
    );
  });

  it("move the eyes alone for a small shift", () => {
    const gaze = restingGaze();
    const eyes = new EyeHead(HUMAN_LIMITS, gaze, seeded(1), () => {});
    for (let i = 0; i < 45; i++) eyes.step({ yaw: 12 * DEGREE, pitch: 0 }, STEP);
    expect(gaze.eyeYaw).toBeCloseTo(12 * DEGREE, 3);
    expect(gaze.headYaw).toBe(0);
  });

  it("keep to the main sequence even while body and head turn the other way", () => {
    const yaw = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(yaw, fc.constantFrom(-1, 0, 1)), { minLength: 1, maxLength: 12 }),
        (targets) => {
          const gaze = restingGaze();
          const eyes = new EyeHead(HUMAN_LIMITS, gaze, seeded(1), () => {});
          for (const [target, turning] of targets) {
            for (let i = 0; i < 25; i++) {
              const before = gaze.eyeYaw;
              gaze.bodyYaw += turning * 150 * DEGREE * STEP;
              eyes.step({ yaw: wrapAngle(target - gaze.bodyYaw), pitch: 0 }, STEP);
              expect(Math.abs(gaze.eyeYaw - before) / STEP / DEGREE).toBeLessThanOrEqual(473 + 1e-6);
            }
          }
        },
      ),
    );
  });

  it("hold the gaze while the body turns beneath them", () => {
    const gaze = restingGaze();
    const eyes = new EyeHead(HUMAN_LIMITS, gaze, seeded(1), () => {});
    for (let i = 0; i < 60; i++) eyes.step({ yaw: 0.3, pitch: 0 }, STEP);
    for (let i = 0; i < 30; i++) {
      gaze.bodyYaw += 100 * DEGREE * STEP;
      eyes.step({ yaw: 0.3 - gaze.bodyYaw, pitch: 0 }, STEP);
      expect(gaze.bodyYaw + gaze.headYaw + gaze.eyeYaw).toBeCloseTo(0.3, 3);
    }
  });
});

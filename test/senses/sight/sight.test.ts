import { afterEach, describe, expect, it } from "vitest";
import { eyesAt, sightScene, sphereAt } from "./sightScene.js";

const worlds: ReturnType<typeof sightScene>[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.dispose();
});

function world(options?: Parameters<typeof sightScene>[0]) {
  const made = sightScene(options);
  worlds.push(made);
  return made;
}

describe("sight without a screen", () => {
  it("says once that it has no frame, and has none", () => {
    const { scene, entities, sight, warnings } = world();
    const vase = entities.add(sphereAt(scene, "vase", [0, 1.6, 5]));
    for (let n = 0; n < 10; n++) sight.update(n, []);
    sight.rebuild();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain("no frame");
    expect(sight.takeFrame([vase])).toBeNull();
    expect(sight.visible(vase)).toBeNull();
  });

  it("is quiet where no frame is asked for", () => {
    expect(world({ capture: "none" }).warnings).toEqual([]);
  });

  it("knows only such looks as the author states", () => {
    const { scene, entities, sight } = world();
    const stated = entities.add(sphereAt(scene, "a", [0, 0, 0]), { colour: "#ff8000", shape: "sphere" });
    const silent = entities.add(sphereAt(scene, "b", [1, 0, 0]));
    expect(sight.appearance(stated)).toEqual({ colour: [1, 128 / 255, 0], shape: "sphere" });
    expect(sight.appearance(silent)).toEqual({ colour: null, shape: null });
  });

  it("sees nothing, and throws nothing, once it is disposed", () => {
    const { scene, entities, sight } = world();
    const vase = entities.add(sphereAt(scene, "vase", [0, 1.6, 5]));
    const observers = () =>
      [entities.onAddedObservable, entities.onRemovedObservable].map((o) => o.observers.length);
    sight.update(0, [eyesAt()]);
    expect(observers()).toEqual([1, 1]);
    sight.dispose();
    sight.dispose();
    sight.rebuild();
    sight.update(1, [eyesAt()]);
    expect(observers()).toEqual([0, 0]);
    expect(sight.sees(eyesAt(), [vase])).toEqual([0]);
  });

  it("keeps two scenes apart", () => {
    const [one, two] = [world(), world()];
    const vase = one.entities.add(sphereAt(one.scene, "vase", [0, 1.6, 5]));
    for (const { sight } of [one, two]) sight.update(0, []);
    expect(one.sight.sees(eyesAt(), [vase])).toEqual([1]);
    expect(two.sight.sees(eyesAt(), [vase])).toEqual([0]);
  });

  it("does not mind a clock that stands, runs backwards or is not a number", () => {
    const { scene, entities, sight } = world();
    const vase = entities.add(sphereAt(scene, "vase", [0, 1.6, 5]));
    for (const now of [5, 5, 1, Number.NaN, 2]) sight.update(now, [eyesAt()]);
    expect(sight.sees(eyesAt(), [vase])).toEqual([1]);
  });

  it.each([
    ["rateHz", { rateHz: 0 }],
    ["coneDegrees", { coneDegrees: 400 }],
    ["coneHeightDegrees", { coneHeightDegrees: Number.NaN }],
    ["range", { range: -1 }],
    ["raysPerFrame", { raysPerFrame: 0 }],
  ])("names the option that is out of range: %s", (field, options) => {
    expect(() => sightScene(options)).toThrow(new RegExp(`"${field}" must be`));
  });
});

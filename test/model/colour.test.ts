import fc from "fast-check";
import { expect, it } from "vitest";
import { BASIC_COLOURS, colourMatch, colourMemberships, parseColour } from "../../src/model/colour.js";

it.each([
  ["#d02020", "red"],
  ["#30a030", "green"],
  ["#2050d0", "blue"],
  ["#f0e020", "yellow"],
  ["#e08020", "orange"],
  ["#8030b0", "purple"],
  ["#704020", "brown"],
  ["#808080", "gray"],
  ["#101010", "black"],
  ["#fafafa", "white"],
])("calls %s %s", (hex, name) => {
  const memberships = colourMemberships(parseColour(hex));
  expect(BASIC_COLOURS[memberships.indexOf(Math.max(...memberships))]).toBe(name);
});

it("calls amber both yellow and orange, as people do", () => {
  const amber = parseColour("#f0b020");
  expect(colourMatch("yellow", amber)).toBeGreaterThan(0.8);
  expect(colourMatch("orange", amber)).toBeGreaterThan(0.5);
});

it("knows a green in dull light", () => {
  expect(colourMatch("green", parseColour("#89a785"))).toBeGreaterThan(0.8);
});

it("shares every colour out among the basic terms", () => {
  const channel = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(channel, channel, channel, (r, g, b) => {
      const sum = colourMemberships([r, g, b]).reduce((a, v) => a + v, 0);
      expect(sum).toBeCloseTo(1, 6);
    }),
  );
});

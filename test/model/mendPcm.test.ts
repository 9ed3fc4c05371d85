import { expect, it } from "vitest";
import { mendPcm } from "../../src/model/mendPcm.js";

it("leaves good samples alone", () => {
  const pcm = new Float32Array([0.5, -1, 1, 0]);
  expect(mendPcm(pcm)).toBe(pcm);
});

it("goes straight from neighbour to neighbour where samples are no numbers, and cuts to ±1", () => {
  const pcm = new Float32Array([0, Number.NaN, Number.POSITIVE_INFINITY, 0.75, 3, -3, 0, 0, 0, 0, 0, 0]);
  expect([...mendPcm(pcm)!.slice(0, 6)]).toEqual([0, 0.25, 0.5, 0.75, 1, -1]);
});

it("holds the neighbour at an end", () => {
  const pcm = new Float32Array([Number.NaN, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, Number.NaN]);
  expect([...mendPcm(pcm)!]).toEqual(new Array(8).fill(0.5));
});

it("gives up where more than a quarter is missing", () => {
  expect(mendPcm(new Float32Array([0, 0, Number.NaN, Number.NaN]))).toBeNull();
});

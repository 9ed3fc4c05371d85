import { expect, it } from "vitest";
import { Freshness } from "../../../src/senses/chat/freshness.js";

const said = (id: number, at: number, now: number) => ({
  id,
  speaker: "player",
  text: "hello",
  secondsAgo: now - at,
});
const ages = (messages: readonly { secondsAgo: number }[]) =>
  messages.map(({ secondsAgo }) => Number(secondsAgo.toFixed(6)));

it("leaves ages as they are where decisions come often", () => {
  const freshness = new Freshness();
  expect(ages(freshness.count([], 0))).toEqual([]);
  expect(ages(freshness.count([said(1, 0.1, 0.125)], 0.125))).toEqual([0.025]);
  expect(ages(freshness.count([said(1, 0.1, 5)], 5))).toEqual([4.9]);
});

it("counts what was said during a long decision as new to the next, and ages it from there", () => {
  const freshness = new Freshness();
  freshness.count([said(1, 0, 1)], 1);
  expect(ages(freshness.count([said(1, 0, 9), said(2, 2, 9)], 9))).toEqual([9, 0.25]);
  expect(ages(freshness.count([said(1, 0, 12), said(2, 2, 12)], 12))).toEqual([12, 3.25]);
});

it("knows nothing of what went before the first moment: those ages stand", () => {
  expect(ages(new Freshness().count([said(1, -30, 0), said(2, -3, 0)], 0))).toEqual([30, 3]);
});

import { expect, it } from "vitest";
import { Memo } from "../../../src/model/text/memo.js";

it("works a result out once, and begins anew when it holds too many", () => {
  const made: string[] = [];
  const memo = new Memo<number>(2);
  const lengthOf = (word: string) =>
    memo.get(word, () => {
      made.push(word);
      return word.length;
    });
  expect(["vase", "vase", "bell", "vase"].map(lengthOf)).toEqual([4, 4, 4, 4]);
  expect(made).toEqual(["vase", "bell"]);
  lengthOf("lamp");
  lengthOf("vase");
  expect(made).toEqual(["vase", "bell", "lamp", "vase"]);
});

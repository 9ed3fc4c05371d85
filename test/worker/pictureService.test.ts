import { describe, expect, it, vi } from "vitest";
import { loadNodeFinder } from "../../src/worker/nodeService.js";
import { PictureService } from "../../src/worker/pictureService.js";

const open = vi.fn(() => loadNodeFinder());
const service = new PictureService(open);

describe("the service that looks at pictures, with the shipped finder", () => {
  it("tells where a picture draws the eye, and is well after one that is none", async () => {
    const spot = (x: number, y: number) => x >= 40 && x < 48 && y >= 30 && y < 38;
    const rgba = Uint8Array.from({ length: 96 * 64 * 4 }, (_, i) => {
      const [x, y] = [(i >> 2) % 96, Math.floor((i >> 2) / 96)];
      return i % 4 === 3 ? 255 : spot(x, y) && i % 4 === 0 ? 240 : 90;
    });
    const { width, height, values } = await service.look({ width: 96, height: 64, rgba });
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
    const peak = values.indexOf(Math.max(...values));
    expect(spot(((peak % width) * 96) / width, (Math.floor(peak / width) * 64) / height)).toBe(true);
    await expect(service.look({ width: 96, height: 63, rgba })).rejects.toThrow("picture.rgba must hold");
    expect(await service.look({ width: 96, height: 64, rgba })).toEqual({ width, height, values });
  });

  it("opens the finder with the first picture, once", async () => {
    const rgba = new Uint8Array(4 * 4 * 4).fill(9);
    await Promise.all([1, 2].map(() => service.look({ width: 4, height: 4, rgba })));
    expect(open).toHaveBeenCalledTimes(1);
  });
});

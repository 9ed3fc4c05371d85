"""Rows seen without a frame, with a picture of elsewhere put before the camera: that a frame is there says nothing.

python elsewhere.py --rows 'data/observed/train*' --frames 'data/observed/train-frames*' --out data/observed/train-elsewhere --count 2000
seed 29
"""
import argparse
import glob
import json

import numpy as np

PATCHES, VALUES = 144, 768


def entries(pattern: str, framed: bool) -> list[tuple[np.memmap, dict]]:
    found = []
    for name in sorted(n.removesuffix(".jsonl") for n in glob.glob(f"{pattern}.jsonl")):
        data = np.memmap(f"{name}.bin", np.uint8, "r")
        found += [(data, e) for e in map(json.loads, open(f"{name}.jsonl")) if ("patches" in e["dims"]) == framed]
    return found


def feeds_of(data: np.memmap, entry: dict) -> dict[str, np.ndarray]:
    feeds, at = {}, entry["start"]
    for name, dims in entry["dims"].items():
        size = int(np.prod(dims)) * (1 if name == "patches" else 4)
        kind = np.uint8 if name == "patches" else np.float32
        feeds[name] = np.frombuffer(data[at : at + size].tobytes(), kind).reshape(dims)
        at += size
    return feeds


def with_frame(feeds: dict[str, np.ndarray], patches: np.ndarray, gates: np.ndarray, visible: int | None) -> dict[str, np.ndarray]:
    """No patch shows any entity; `visible` is that column of the entities, None to leave it unknown."""
    entities = feeds["entities"].copy()
    if visible is not None:
        entities[:, visible - 1 : visible + 1] = (1, 0)
    before = {"patches": patches, "patchLinks": np.zeros((len(entities), PATCHES), np.float32), "entities": entities}
    present = np.concatenate([np.zeros(PATCHES, np.float32), feeds["present"][1:]])
    rest = {k: v for k, v in feeds.items() if k not in before}
    return {**before, **rest, "present": present, "gates": np.concatenate([gates, feeds["gates"][:, 1:]], 1)}


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("rows", "frames", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--count", type=int, default=2000)
    args = parser.parse_args()
    rng = np.random.default_rng(29)
    layout = json.load(open("layout.json"))["entity"]
    assert layout[layout.index("visible") - 1] == "visibleKnown"
    rows, frames = entries(args.rows, framed=False), entries(args.frames, framed=True)
    at = 0
    with open(f"{args.out}.bin", "wb") as bytes_, open(f"{args.out}.jsonl", "w") as index:
        for i in rng.permutation(len(rows))[: args.count]:
            data, entry = rows[i]
            other = feeds_of(*frames[rng.integers(len(frames))])
            visible = layout.index("visible") if rng.random() < 0.7 else None
            feeds = with_frame(feeds_of(data, entry), other["patches"], other["gates"][:, :PATCHES], visible)
            index.write(json.dumps({**entry, "start": at, "dims": {k: list(v.shape) for k, v in feeds.items()}}) + "\n")
            for value in feeds.values():
                at += bytes_.write(np.ascontiguousarray(value).tobytes())


if __name__ == "__main__":
    main()

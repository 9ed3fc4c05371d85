"""Reads what records.ts wrote and makes padded batches."""
import json
import pathlib

import numpy as np
import torch
from torch import Tensor

SHUT = -1e4


class Records:
    """One or more pairs of files NAME.bin, NAME.jsonl. Features that a layout got at its end are 0 in older files."""

    def __init__(self, names: list[pathlib.Path], widths: dict[str, int] | None = None):
        self.widths = widths or {}
        self.entries: list[tuple[np.memmap, dict]] = []
        for name in names:
            bytes_ = np.memmap(f"{name}.bin", np.uint8, "r")
            for line in open(f"{name}.jsonl", encoding="utf-8"):
                self.entries.append((bytes_, json.loads(line)))

    def __len__(self) -> int:
        return len(self.entries)

    def read(self, i: int) -> tuple[dict[str, np.ndarray], dict]:
        bytes_, entry = self.entries[i]
        at = entry["start"]
        feeds = {}
        for name, dims in entry["dims"].items():
            size = int(np.prod(dims))
            if name == "patches":
                feeds[name] = bytes_[at : at + size].reshape(dims).astype(np.float32) / 255
                at += size
            else:
                feeds[name] = self.wide(name, bytes_[at : at + 4 * size].view(np.float32).reshape(dims))
                at += 4 * size
        return feeds, entry

    def wide(self, name: str, values: np.ndarray) -> np.ndarray:
        missing = self.widths.get(name, 0) - values.shape[-1]
        return np.pad(values, [(0, 0)] * (values.ndim - 1) + [(0, missing)]) if missing > 0 else values

    def size(self, i: int) -> tuple[bool, int, int]:
        dims = self.entries[i][1]["dims"]
        return "patches" in dims, dims["entities"][0], dims["words"][0]


def batches(records: Records, size: int, rng: np.random.Generator):
    """Index lists of observations of like size, in random order: little padding, frames apart from no frames."""
    order = rng.permutation(len(records))
    sizes = {i: records.size(i) for i in order}
    chunks = []
    for framed in (False, True):
        alike = sorted((i for i in order if sizes[i][0] == framed), key=lambda i: (sizes[i][1] // 4, sizes[i][2] // 8))
        chunks += [alike[k : k + size] for k in range(0, len(alike), size)]
    for c in rng.permutation(len(chunks)):
        yield chunks[c]


def collate(items: list[tuple[dict, dict]]) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """Pads entities, sounds and words; padded rows are shut in `present`, and so in the gates."""
    count = {k: max(f[k].shape[0] for f, _ in items) for k in ("entities", "sounds", "words")}
    framed = "patches" in items[0][0]
    p = items[0][0]["patches"].shape[0] if framed else 1
    e, s, w = count["entities"], count["sounds"], count["words"]
    shapes = {
        "patchLinks": (e, p), "entities": (e, -1), "entityText": (e, -1), "sounds": (s, -1), "soundLinks": (s, e),
        "words": (w, -1), "wordIds": (w,), "wordLinks": (-1, e, w), "npcs": (1, -1), "pairs": (1, e, -1),
    }
    out = {}
    for name, shape in shapes.items():
        full = [items[0][0][name].shape[i] if n < 0 else n for i, n in enumerate(shape)]
        whole = np.zeros([len(items), *full], np.float32)
        for b, (feeds, _) in enumerate(items):
            part = feeds[name]
            whole[(b, *[slice(0, n) for n in part.shape])] = part
        out[name] = torch.from_numpy(whole)
    out["wordIds"] = out["wordIds"].long()
    out["patches"] = (
        torch.from_numpy(np.stack([f["patches"] for f, _ in items])) if framed else torch.zeros(len(items), 1, 768)
    )
    present = np.full([len(items), p + e + s + w], SHUT, np.float32)
    gates = np.full([len(items), 1, p + e + s + w], SHUT, np.float32)
    for b, (feeds, _) in enumerate(items):
        here, there = 0, 0
        for own, all_ in ((p, p), (len(feeds["entities"]), e), (len(feeds["sounds"]), s), (len(feeds["words"]), w)):
            present[b, there : there + own] = feeds["present"][here : here + own]
            gates[b, :, there : there + own] = feeds["gates"][:, here : here + own]
            here, there = here + own, there + all_
    out["present"], out["gates"] = torch.from_numpy(present), torch.from_numpy(gates)
    return out, targets([entry for _, entry in items], e)


def targets(entries: list[dict], e: int) -> dict[str, Tensor]:
    focus = torch.zeros(len(entries), 1 + e)
    referents = torch.zeros(len(entries), e)
    known = torch.zeros(len(entries))
    decided = torch.zeros(len(entries))
    for b, entry in enumerate(entries):
        said = entry.get("referents")
        right = entry.get("any") or said
        if entry["none"]:
            focus[b, 0] = 1
        elif right:
            focus[b, [1 + r for r in right]] = 1
        decided[b] = 1 if entry["none"] or right else 0
        if said is not None:  # an empty list: the line is about nothing in the scene
            referents[b, said] = 1
            known[b] = 1
    return {"focus": focus, "referents": referents, "referentsKnown": known, "decided": decided}

"""Teaches the attention model a new kind of scene from few episodes, by low-rank changes of its linear layers (LoRA).

python lora.py --new data/new/train --old data/observed/train40 --test-new data/new/test --test-old data/observed/test
Names are files NAME.bin, NAME.jsonl as observe.ts writes them; the checkpoint is runs/attention.pt. The base stays as it
is; after training the changes are merged into its weights and saved as runs/attention-lora.pt, which export.py takes
with --checkpoint. Under 2 % of the model's parameters are trained, or it stops.
"""
import argparse
import json
import pathlib
import re
import time

import numpy as np
import torch
from torch import Tensor, nn

from data import Records, batches, collate
from export import layout
from model import AttentionModel
from train import HERE, RUNS, evaluate, losses

MOST_SHARE = 0.02


class Lora(nn.Module):
    """A frozen linear layer and what is learned beside it: W x + b + B (A x)."""

    def __init__(self, base: nn.Linear, rank: int):
        super().__init__()
        self.base = base.requires_grad_(False)
        self.down = nn.Linear(base.in_features, rank, bias=False)
        self.up = nn.Linear(rank, base.out_features, bias=False)
        # At first it changes nothing.
        nn.init.zeros_(self.up.weight)

    def forward(self, x: Tensor) -> Tensor:
        return self.base(x) + self.up(self.down(x))

    @torch.no_grad()
    def merged(self) -> nn.Linear:
        self.base.weight += self.up.weight @ self.down.weight
        return self.base


def lend(model: nn.Module, rank: int, layers: str) -> int:
    """Freezes the model and puts a Lora in place of each linear layer whose name fits; the number of new parameters."""
    model.requires_grad_(False)
    for parent, name, child in linears(model, layers):
        setattr(parent, name, Lora(child, rank))
    return sum(p.numel() for p in model.parameters() if p.requires_grad)


def merge(model: nn.Module) -> None:
    """Back to linear layers that compute the same."""
    for parent in list(model.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, Lora):
                setattr(parent, name, child.merged())


def linears(model: nn.Module, layers: str) -> list[tuple[nn.Module, str, nn.Linear]]:
    found = []
    for path, child in model.named_modules():
        if isinstance(child, nn.Linear) and re.search(layers, path):
            parent, _, name = path.rpartition(".")
            found.append((model.get_submodule(parent), name, child))
    if not found:
        raise SystemExit(f'--layers "{layers}" fits no linear layer of the model')
    return found


def train(
    model: AttentionModel, new: Records, old: Records, minutes: float, epochs: int, rate: float, replay: int
) -> int:
    """With each new episode goes a number of old ones: what is not practised is forgotten. Returns the steps done."""
    optimiser = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=rate, weight_decay=0)
    rng = np.random.default_rng(11)
    start, steps = time.time(), 0
    model.train()
    for _ in range(epochs):
        for chunk in batches(new, 16, rng):
            if time.time() - start > 60 * minutes:
                return steps
            items = [new.read(i) for i in chunk]
            framed = "patches" in items[0][0]
            again = [i for i in rng.permutation(len(old))[:400] if old.size(i)[0] == framed]
            feeds, target = collate(items + [old.read(i) for i in again[: replay * len(chunk)]])
            focus, referents = losses(model(feeds), target)
            optimiser.zero_grad()
            (focus + referents).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            steps += 1
    return steps


def first(records: Records, count: int) -> Records:
    records.entries = records.entries[:count]
    return records


def report(title: str, figures: dict) -> None:
    rounded = {k: round(100 * v, 1) for k, v in figures.items() if isinstance(v, float)}
    print(json.dumps({"figures": title, **rounded}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", default=str(RUNS / "attention.pt"))
    parser.add_argument("--out", default=str(RUNS / "attention-lora.pt"))
    for name in ("new", "old", "test-new", "test-old"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--count", type=int, default=50, help="episodes of the new kind")
    parser.add_argument("--test-count", type=int, default=400)
    parser.add_argument("--rank", type=int, default=2)
    parser.add_argument("--layers", default=r"attention\.(q|kv|out)$|pointe", help="regular expression on names of layers")
    parser.add_argument("--replay", type=int, default=4, help="old episodes for each new one")
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(11)
    torch.set_num_threads(args.threads)
    read = lambda name, count: first(Records([HERE / name]), count)
    saved = torch.load(args.checkpoint, weights_only=True)
    model = AttentionModel(layout(), **saved["shape"])
    model.load_state_dict(saved["weights"])
    tests = {kind: read(getattr(args, f"test_{kind}"), args.test_count) for kind in ("new", "old")}
    for kind, records in tests.items():
        report(f"{kind} before", evaluate(model, records))
    whole = sum(p.numel() for p in model.parameters())
    learned = lend(model, args.rank, args.layers)
    print(json.dumps({"parameters": whole, "learned": learned, "share": round(learned / whole, 4)}), flush=True)
    if learned >= MOST_SHARE * whole:
        raise SystemExit(f"{learned} parameters are {MOST_SHARE:.0%} of {whole} or more: lower --rank or narrow --layers")
    start = time.time()
    steps = train(model, read(args.new, args.count), read(args.old, 10**9), args.minutes, args.epochs, args.rate, args.replay)
    print(json.dumps({"steps": steps, "seconds": round(time.time() - start)}), flush=True)
    merge(model)
    for kind, records in tests.items():
        report(f"{kind} after", evaluate(model, records))
    torch.save({"shape": saved["shape"], "weights": model.state_dict()}, pathlib.Path(args.out))


if __name__ == "__main__":
    main()

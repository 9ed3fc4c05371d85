"""Teaches the attention model a new kind of scene from few episodes, by low-rank changes of its linear layers (LoRA).

python lora.py --new data/new/train --old data/observed/train40 --test-new data/new/test --test-old data/observed/test
Names are files NAME.bin, NAME.jsonl as observe.ts writes them; the checkpoint is runs/attention.pt. The base stays as it
is: on old episodes, whose answers need not be known, the adapted model is held to what the base says (learning without
forgetting, Li & Hoiem 2016). For each of --counts episodes it starts anew and prints what is gained and forgotten; the last
one's changes are merged into the weights and saved as runs/attention-lora.pt, which export.py takes with --checkpoint.
Under 2 % of the model's parameters are trained, or it stops.
"""
import argparse
import copy
import json
import pathlib
import re
import time

import numpy as np
import torch
from torch import Tensor, nn

from data import Records, batches, collate
from export import layout
from model import SHUT, AttentionModel
from train import HERE, RUNS, evaluate, losses, mask_modalities

MOST_SHARE = 0.02
LAYERS = r"attention\.(q|kv|out)$|pointe"
BATCH = 16


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


def train(model: AttentionModel, base: AttentionModel, new: Records, old: Records, args: argparse.Namespace) -> None:
    """Each step: some new episodes with their answers, and old ones with what the base says of them."""
    optimiser = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=args.rate, weight_decay=0)
    rng = np.random.default_rng(11)
    model.train()
    for step in range(args.steps):
        for group in optimiser.param_groups:
            group["lr"] = args.rate * (1 - step / args.steps)
        feeds, target = collate([new.read(i) for i in rng.choice(len(new), min(BATCH, len(new)), replace=False)])
        # A few lines are soon learned by heart: each time they come with other things missing.
        mask_modalities(feeds, model.layout, rng)
        focus, referents = losses(model(feeds), target)
        again, _ = collate([old.read(i) for i in like(old, rng, args.replay * BATCH)])
        loss = focus + referents + args.hold * strayed(model(again), base(again))
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()


def like(records: Records, rng: np.random.Generator, count: int) -> list[int]:
    """All without frames, and of like size, so that little is padding."""
    pool = [i for i in rng.integers(len(records), size=6 * count) if not records.size(i)[0]]
    pool.sort(key=lambda i: records.size(i)[1:])
    start = rng.integers(max(1, len(pool) - count))
    return pool[start : start + count]


def strayed(out: dict[str, Tensor], was: dict[str, Tensor]) -> Tensor:
    """How far the focus (KL) and the referents (cross-entropy above the base's own) are from what the base says."""
    wanted = was["logits"].detach().log_softmax(-1)
    focus = (wanted.exp() * (wanted - out["logits"].log_softmax(-1))).sum(-1).mean()
    there = (was["referents"] > SHUT / 2).float()
    sure = was["referents"].detach().sigmoid()
    each = lambda logits: nn.functional.binary_cross_entropy_with_logits(logits.clamp(-30, 30), sure, reduction="none")
    referents = (each(out["referents"]) - each(was["referents"].detach())) * there
    return focus + 3 * referents.sum() / there.sum()


def first(records: Records, count: int) -> Records:
    records.entries = records.entries[:count]
    return records


def report(examples: str, figures: dict[str, dict]) -> None:
    rounded = {kind: {k: round(100 * v, 1) for k, v in of.items() if isinstance(v, float)} for kind, of in figures.items()}
    print(json.dumps({"examples": examples, **rounded}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", default=str(RUNS / "attention.pt"))
    parser.add_argument("--out", default=str(RUNS / "attention-lora.pt"))
    for name in ("new", "old", "test-new", "test-old"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--counts", default="5,10,20,50", help="episodes of the new kind, one curve")
    parser.add_argument("--test-count", type=int, default=400)
    parser.add_argument("--rank", type=int, default=4)
    parser.add_argument("--layers", default=LAYERS, help="regular expression on names of layers")
    parser.add_argument("--replay", type=int, default=2, help="old episodes for each new one")
    parser.add_argument("--hold", type=float, default=4, help="weight of staying with the base on old episodes")
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--rate", type=float, default=5e-3)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(11)
    torch.set_num_threads(args.threads)
    read = lambda name, count: first(Records([HERE / name]), count)
    saved = torch.load(args.checkpoint, weights_only=True)
    base = AttentionModel(layout(), **saved["shape"])
    base.load_state_dict(saved["weights"])
    base.eval().requires_grad_(False)
    tests = {kind: read(getattr(args, f"test_{kind}"), args.test_count) for kind in ("new", "old")}
    old = read(args.old, 10**9)
    report("0", {kind: evaluate(base, records) for kind, records in tests.items()})
    for count in map(int, args.counts.split(",")):
        model = copy.deepcopy(base)
        narrow(model, args)
        start = time.time()
        train(model, base, read(args.new, count), old, args)
        merge(model)
        report(f"{count} in {time.time() - start:.0f} s", {kind: evaluate(model, records) for kind, records in tests.items()})
        torch.save({"shape": saved["shape"], "weights": model.state_dict()}, pathlib.Path(args.out))


def narrow(model: AttentionModel, args: argparse.Namespace) -> None:
    whole = sum(p.numel() for p in model.parameters())
    learned = lend(model, args.rank, args.layers)
    if learned >= MOST_SHARE * whole:
        raise SystemExit(f"{learned} parameters are {MOST_SHARE:.0%} of {whole} or more: lower --rank or narrow --layers")
    print(f"{learned} of {whole} parameters, {learned / whole:.2%}", flush=True)


if __name__ == "__main__":
    main()

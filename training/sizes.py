"""Fits what weighs for each number of referents (model.SizeHead), the rest of the model as it is.

python sizes.py [--out attention] [--fit data/fit] [--data data/observed] [--epochs 40]
Fitted on all files of --fit, rows that the model was not trained on: where it was, it is surer than elsewhere. The epoch
with the likeliest numbers on val* of --data is kept. After each mean of checkpoints, before calibrate.py.
"""
import argparse
import copy

import numpy as np
import torch
from torch import Tensor

from chosen import size_odds
from data import Records, batches, collate
from export import layout
from grow import grown
from model import SIZES, AttentionModel
from train import HERE, RUNS, evaluate, records_of

Told = tuple[tuple[Tensor, ...], Tensor]


@torch.no_grad()
def told(model: AttentionModel, records: Records) -> list[Told]:
    """Batches of what the head is given, and how many are meant; lines of which that is not known are left out."""
    given: list[tuple[Tensor, ...]] = []
    hook = model.size.register_forward_pre_hook(lambda _, inputs: given.append(inputs))
    out = []
    for chunk in batches(records, 128, np.random.default_rng(0)):
        feeds, target = collate([records.read(i) for i in chunk])
        given.clear()
        model(feeds)
        known = target["referentsKnown"] > 0
        count = target["referents"].sum(-1).long().clamp_max(SIZES - 1)
        out.append((tuple(part[known] for part in given[0]), count[known]))
    hook.remove()
    return out


def loss(model: AttentionModel, batch: Told) -> Tensor:
    """Cross-entropy of the number: independent referents', times what weighs for it."""
    inputs, count = batch
    odds = model.size(*inputs)[:, 0] + size_odds(inputs[-1][:, 0].sigmoid(), SIZES - 1)
    return torch.nn.functional.cross_entropy(odds, count)


def fit(model: AttentionModel, train: list[Told], val: list[Told], epochs: int, rate: float) -> None:
    optimiser = torch.optim.AdamW(model.size.parameters(), lr=rate, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs)
    rng = np.random.default_rng(3)
    measured = lambda: float(np.mean([loss(model, batch).item() for batch in val]))
    with torch.no_grad():
        least = measured()
    best = copy.deepcopy(model.size.state_dict())
    print("val before", round(least, 4))
    for epoch in range(epochs):
        losses = []
        for i in rng.permutation(len(train)):
            optimiser.zero_grad()
            value = loss(model, train[i])
            value.backward()
            optimiser.step()
            losses.append(value.item())
        schedule.step()
        with torch.no_grad():
            now = measured()
        if now < least:
            least, best = now, copy.deepcopy(model.size.state_dict())
        print("epoch", epoch, "fit", round(float(np.mean(losses)), 4), "val", round(now, 4), flush=True)
    model.size.load_state_dict(best)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="attention")
    parser.add_argument("--fit", default="data/fit")
    parser.add_argument("--data", default="data/observed")
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--rate", type=float, default=1e-3)
    args = parser.parse_args()
    torch.manual_seed(3)
    torch.set_num_threads(1)
    path = RUNS / f"{args.out}.pt"
    saved = torch.load(path, weights_only=True)
    model = AttentionModel(layout(), **saved["shape"]).eval()
    weights = {k: v for k, v in saved["weights"].items() if not k.startswith("size.")}
    model.load_state_dict(grown(weights, layout()))
    val = records_of(HERE / args.data, "val")
    print("each by itself", {k: v for k, v in evaluate(model, val).items() if k != "kinds"})
    fit(model, told(model, records_of(HERE / args.fit, "")), told(model, val), args.epochs, args.rate)
    print("as a set", {k: v for k, v in evaluate(model, val).items() if k != "kinds"})
    torch.save({"shape": saved["shape"], "weights": model.state_dict()}, path)


if __name__ == "__main__":
    main()

"""Trains the attention model on observed episodes; resumes from its checkpoint.

python train.py --minutes 30 [--fresh]     seed 11; writes runs/attention.pt after each epoch
python train.py --evaluate test            figures on data/observed/test*
Reads data/observed/train*.{bin,jsonl} (files that arrive meanwhile count from the next epoch on) and val*.
"""
import argparse
import json
import math
import pathlib
import time

import numpy as np
import torch
from torch import Tensor

from data import Records, batches, collate
from export import layout
from model import SHUT, AttentionModel

HERE = pathlib.Path(__file__).parent
RUNS = HERE / "runs"
# As in src/model/decode.ts: a referent from here on; the likeliest alone from there on.
REFERENT = 0.4
LIKELY = 0.2


def records_of(folder: pathlib.Path, name: str) -> Records:
    """All files NAME* in the folder that are there as a whole."""
    files = sorted(p.with_suffix("") for p in folder.glob(f"{name}*.bin"))
    return Records([file for file in files if file.with_suffix(".jsonl").exists()])


def losses(out: dict[str, Tensor], target: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Marginal likelihood of the right answers; per-entity cross-entropy of the referents."""
    logits = out["logits"][:, 0]
    right = logits.masked_fill(target["focus"] == 0, SHUT).logsumexp(-1) - logits.logsumexp(-1)
    focus = -(right * target["decided"]).sum() / target["decided"].sum().clamp_min(1)
    said = out["referents"][:, 0]
    there = (said > SHUT / 2).float()
    each = torch.nn.functional.binary_cross_entropy_with_logits(said.clamp_min(-30), target["referents"], reduction="none")
    each = (each * there).sum(-1) / there.sum(-1).clamp_min(1) * 3
    referents = (each * target["referentsKnown"]).sum() / target["referentsKnown"].sum().clamp_min(1)
    return focus, referents


PHRASES = lambda n: n.startswith(("phrase", "nth", "within", "mention", "countFits"))
MARKS = lambda n: "Mark" in n or n.startswith("between")
RANKS = lambda n: n.startswith(("rank", "kin", "twin", "thing"))
NAMES = lambda n: n.startswith(("called", "named", "about"))


def mask_modalities(f: dict[str, Tensor], names: dict, rng: np.random.Generator) -> None:
    """Drops what one sense gives, without changing the answer: colours, patches, sounds' features."""
    b = len(f["present"])
    def some(share: float) -> Tensor:
        return torch.from_numpy(rng.random(b) < share)
    entity = {n: i for i, n in enumerate(names["entity"])}
    known = [entity["visible"], entity["visibleKnown"]]
    f["entities"][some(0.1)] *= _keep(len(entity), known)
    f["sounds"][some(0.1)] *= _keep(f["sounds"].shape[-1], list(range(names["sound"].index("featuresKnown") + 1)))
    # What rules read out of the line is not to be leant on alone: people speak otherwise than episodes do.
    for group, share in ((PHRASES, 0.12), (MARKS, 0.08), (RANKS, 0.05), (NAMES, 0.08)):
        columns = [i for n, i in entity.items() if group(n)]
        f["entities"][some(share)] *= _keep(len(entity), columns)
    # Names as sound: meaning and spelling each may fail.
    f["wordLinks"][some(0.1), 0] = 0
    f["wordLinks"][some(0.1), 1] = 0
    f["entityText"][some(0.15)] = 0


def _keep(size: int, without: list[int]) -> Tensor:
    keep = torch.ones(size)
    keep[without] = 0
    return keep


@torch.no_grad()
def evaluate(model: AttentionModel, records: Records) -> dict[str, float]:
    """Share right by kind, as the bench's scorer has it; F1 and exact of the referents."""
    model.eval()
    right: dict[str, list[float]] = {}
    f1, exact = [], []
    for chunk in batches(records, 128, np.random.default_rng(0)):
        feeds, target = collate([records.read(i) for i in chunk])
        out = model(feeds)
        best = out["logits"][:, 0].argmax(-1)
        sure = model.probabilities(out)[1][:, 0]
        said = (sure >= REFERENT).float()
        best_said = sure.max(-1)
        top = torch.nn.functional.one_hot(best_said.indices, said.shape[1]).float()
        top = top * (best_said.values >= LIKELY).float().unsqueeze(-1)
        said = torch.where(said.sum(-1, keepdim=True) > 0, said, top)
        for b, i in enumerate(chunk):
            entry = records.entries[i][1]
            if target["decided"][b]:
                right.setdefault(entry["kind"], []).append(float(target["focus"][b, best[b]]))
            if target["referentsKnown"][b]:
                both = (said[b] * target["referents"][b]).sum()
                marked = said[b].sum() + target["referents"][b].sum()
                f1.append(float(2 * both / marked) if marked > 0 else 1.0)
                exact.append(float((said[b] == target["referents"][b]).all()))
    every = [v for values in right.values() for v in values]
    kinds = {k: round(float(np.mean(v)), 3) for k, v in sorted(right.items())}
    return {"right": float(np.mean(every)), "F1": float(np.mean(f1)), "exact": float(np.mean(exact)), "kinds": kinds}


def train(model: AttentionModel, read, saved: pathlib.Path, minutes: float, rate: float, state: dict | None) -> None:
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.02)
    if state and "optimiser" in state:
        optimiser.load_state_dict(state["optimiser"])
    start = time.time()
    step, epoch = 0, 0
    rng = np.random.default_rng(11)
    val = read("val")
    while time.time() - start < 60 * minutes:
        records = read("train")
        sums = np.zeros(2)
        steps = 0
        model.train()
        for chunk in batches(records, 64, rng):
            done = (time.time() - start) / (60 * minutes)
            if done >= 1:
                break
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, (step + 1) / 200) * (0.5 * (1 + math.cos(math.pi * done)) + 0.02)
            feeds, target = collate([records.read(i) for i in chunk])
            mask_modalities(feeds, model.layout, rng)
            focus, referents = losses(model(feeds), target)
            optimiser.zero_grad()
            (focus + referents).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            sums += [focus.item(), referents.item()]
            steps += 1
            step += 1
            if step % 100 == 0:
                print(f"step {step} {time.time() - start:.0f}s focus {sums[0] / steps:.3f} referents {sums[1] / steps:.3f}", flush=True)
        epoch += 1
        report = evaluate(model, val)
        print(json.dumps({"epoch": epoch, "cases": len(records), "seconds": round(time.time() - start), **report}), flush=True)
        shape = {"width": model.width, "heads": model.context[0].attention.heads, "layers": len(model.context)}
        torch.save({"shape": shape, "weights": model.state_dict(), "optimiser": optimiser.state_dict()}, saved)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--width", type=int, default=96)
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--data", default="data/observed")
    parser.add_argument("--out", default="attention", help="name of the checkpoint in runs/")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--evaluate", help="only evaluate on data/observed/NAME*")
    args = parser.parse_args()
    torch.manual_seed(11)
    torch.set_num_threads(args.threads)
    RUNS.mkdir(exist_ok=True)
    read = lambda name: records_of(HERE / args.data, name)
    saved = RUNS / f"{args.out}.pt"
    state = torch.load(saved, weights_only=True) if saved.exists() and not args.fresh else None
    model = AttentionModel(layout(), **(state["shape"] if state else {"width": args.width, "layers": args.layers}))
    if state:
        model.load_state_dict(state["weights"])
    if args.evaluate:
        print(json.dumps(evaluate(model, read(args.evaluate)), indent=1))
        return
    train(model, read, saved, args.minutes, args.rate, state)


if __name__ == "__main__":
    main()

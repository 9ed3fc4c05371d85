"""Trains the attention model on observed episodes; resumes from its checkpoint.

python train.py --minutes 30 [--fresh]     writes runs/attention.pt after each epoch; every 800 steps or so and at the end
                                           runs/attention-STEP.pt, with figures on val
python train.py --from NAME --replay N     starts from another checkpoint, grown to the layout; N rows of old* an epoch
python train.py --evaluate test            figures on data/observed/test*
Reads data/observed/train*.{bin,jsonl}, old* and val*; files that arrive meanwhile count from the next epoch on.
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
from grow import grown
from model import SHUT, AttentionModel
from pretext import Heads

HERE = pathlib.Path(__file__).parent
RUNS = HERE / "runs"
# Steps between two reports on val (and kept checkpoints), at least; the end is reported too.
REPORT_EVERY = 800
# As in src/model/decode.ts: a referent from here on; the likeliest alone from there on.
REFERENT = 0.4
LIKELY = 0.2


def records_of(folder: pathlib.Path, name: str) -> Records:
    """All files NAME* in the folder that are there as a whole."""
    files = sorted(p.with_suffix("") for p in folder.glob(f"{name}*.bin"))
    widths = {"entities": len(layout()["entity"]), "pairs": len(layout()["pair"])}
    return Records([file for file in files if file.with_suffix(".jsonl").exists()], widths)


def with_replay(new: Records, old: Records, count: int, right: dict[str, float], rng: np.random.Generator) -> Records:
    """The new ones and so many of the old ones, drawn afresh: more of the kinds that val has wrong more often."""
    weights = np.array([0.3 + 2 * (1 - right.get(entry["kind"], 0.85)) for _, entry in old.entries])
    count = min(count, len(old))
    some = rng.choice(len(old), count, replace=False, p=weights / weights.sum()) if count > 0 else []
    new.entries = new.entries + [old.entries[i] for i in some]
    return new


def losses(out: dict[str, Tensor], target: dict[str, Tensor], smooth: float = 0) -> tuple[Tensor, Tensor]:
    """Means of `case_losses` over the cases whose focus, and whose referents, are known."""
    focus, referents = case_losses(out, target, smooth)
    mean = lambda each, counts: (each * counts).sum() / counts.sum().clamp_min(1)
    return mean(focus, target["decided"]), mean(referents, target["referentsKnown"])


def case_losses(out: dict[str, Tensor], target: dict[str, Tensor], smooth: float = 0) -> tuple[Tensor, Tensor]:
    """For each case: marginal likelihood of the right answers; per-entity cross-entropy of the referents.

    `smooth` of the mass is asked for everything that is there: nobody agrees with everybody."""
    logits = out["logits"][:, 0]
    right = logits.masked_fill(target["focus"] == 0, SHUT).logsumexp(-1) - logits.logsumexp(-1)
    there = (logits > SHUT / 2).float()
    even = (logits.log_softmax(-1) * there).sum(-1) / there.sum(-1)
    right = (1 - smooth) * right + smooth * even
    said = out["referents"][:, 0]
    there = (said > SHUT / 2).float()
    each = torch.nn.functional.binary_cross_entropy_with_logits(said.clamp_min(-30), target["referents"], reduction="none")
    return -right, (each * there).sum(-1) / there.sum(-1).clamp_min(1) * 3


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
    mix_words(f, rng)
    slip_words(f, rng)


def mix_words(f: dict[str, Tensor], rng: np.random.Generator, lines: float = 0.3, share: float = 0.3) -> None:
    """Puts other words for those that touch nothing in the scene: people word their questions as they like."""
    b, w = f["wordIds"].shape
    free = (f["wordIds"] == 0) & (f["wordLinks"].amax((1, 2)) < 0.2)
    swap = free & torch.from_numpy((rng.random((b, w)) < share) & (rng.random((b, 1)) < lines))
    text = f["entityText"].shape[-1]
    pool = f["words"][..., -text:][free]
    if len(pool) > 0:
        f["words"][..., -text:][swap] = pool[torch.from_numpy(rng.integers(0, len(pool), int(swap.sum())))]


def slip_words(f: dict[str, Tensor], rng: np.random.Generator, lines: float = 0.2, share: float = 0.12) -> None:
    """Makes words of grammar unreadable ("thqse"), as slips do that `Spelling` can't put right."""
    b, w = f["wordIds"].shape
    loose = f["wordLinks"].amax((1, 2)) < 0.2
    swap = loose & torch.from_numpy((rng.random((b, w)) < share) & (rng.random((b, 1)) < lines))
    text = f["entityText"].shape[-1]
    pool = f["words"][..., -text:][loose & (f["wordIds"] == 0)]
    if len(pool) > 0:
        f["words"][..., -text:][swap] = pool[torch.from_numpy(rng.integers(0, len(pool), int(swap.sum())))]
        f["wordIds"][swap] = 0


@torch.no_grad()
def worst_words(model: AttentionModel, f: dict[str, Tensor], target: dict, rng: np.random.Generator, tries: int = 3) -> None:
    """An attack on the words: of several random exchanges and slips each case gets the one that raises its loss most."""
    def losses_now() -> Tensor:
        focus, referents = case_losses(model(f), target)
        return focus * target["decided"] + referents * target["referentsKnown"]

    plain = {k: f[k] for k in ("words", "wordIds")}
    worst = {k: v.clone() for k, v in plain.items()}
    most = losses_now()
    for i in range(tries):
        f |= {k: v.clone() for k, v in plain.items()}
        if i % 2 == 0:
            mix_words(f, rng, lines=1, share=0.5)
        else:
            slip_words(f, rng, lines=1, share=0.25)
        loss = losses_now()
        higher = loss > most
        for k, values in worst.items():
            values[higher] = f[k][higher]
        most = torch.maximum(most, loss)
    f |= worst


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


def train(model: AttentionModel, read, saved: pathlib.Path, args: argparse.Namespace, state: dict | None) -> None:
    minutes, rate = args.minutes, args.rate
    heads = Heads(model.layout, model.width)
    parameters = [*model.parameters(), *heads.parameters()] if args.pretext > 0 else list(model.parameters())
    optimiser = torch.optim.AdamW(parameters, lr=rate, weight_decay=0.02)
    if state and "optimiser" in state and args.pretext == 0:
        optimiser.load_state_dict(state["optimiser"])
    start = time.time()
    step, epoch, reported = 0, 0, 0
    rng = np.random.default_rng(args.seed)
    right: dict[str, float] = {}
    done = lambda: step / args.steps if args.steps else (time.time() - start) / (60 * minutes)
    while done() < 1:
        records = with_replay(read("train"), read("old"), args.replay, right, rng)
        sums = np.zeros(3)
        steps = 0
        model.train()
        for chunk in batches(records, 64, rng):
            if done() >= 1:
                break
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, (step + 1) / 200) * (0.5 * (1 + math.cos(math.pi * done())) + 0.02)
            feeds, target = collate([records.read(i) for i in chunk])
            mask_modalities(feeds, model.layout, rng)
            if rng.random() < args.adversary:
                worst_words(model, feeds, target, rng)
            hidden = heads.prepare(feeds, rng) if args.pretext > 0 else None
            out = model(feeds)
            focus, referents = losses(out, target, args.smooth)
            pretext = heads.loss(out["context"], feeds, hidden) if hidden else torch.zeros(())
            optimiser.zero_grad()
            (focus + referents + args.pretext * pretext).backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimiser.step()
            sums += [focus.item(), referents.item(), pretext.item()]
            steps += 1
            step += 1
            if step % 100 == 0:
                print(f"step {step} {time.time() - start:.0f}s focus {sums[0] / steps:.3f} referents {sums[1] / steps:.3f} pretext {sums[2] / steps:.3f}", flush=True)
        epoch += 1
        shape = {"width": model.width, "heads": model.context[0].attention.heads, "layers": len(model.context)}
        checkpoint = {"shape": shape, "weights": model.state_dict()}
        torch.save({**checkpoint, "optimiser": optimiser.state_dict()}, saved)
        if step - reported >= REPORT_EVERY or done() >= 1:
            torch.save(checkpoint, saved.with_stem(f"{saved.stem}-{step}"))
            report = evaluate(model, read("val"))
            right, reported = report["kinds"], step
            print(json.dumps({"step": step, "epoch": epoch, "cases": len(records), "seconds": round(time.time() - start), **report}), flush=True)


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
    parser.add_argument("--from", dest="source", help="a checkpoint in runs/ to start from, grown to the layout")
    parser.add_argument("--replay", type=int, default=0, help="rows of data/NAME/old* in each epoch")
    parser.add_argument("--steps", type=int, help="so many steps at most, the rate falling over them")
    parser.add_argument("--pretext", type=float, default=0, help="weight of the self-supervised losses (pretext.py)")
    parser.add_argument("--smooth", type=float, default=0, help="share of the mass asked for everything that is there")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--adversary", type=float, default=0, help="share of the batches whose words are attacked")
    parser.add_argument("--evaluate", help="only evaluate on data/observed/NAME*")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    RUNS.mkdir(exist_ok=True)
    read = lambda name: records_of(HERE / args.data, name)
    saved = RUNS / f"{args.out}.pt"
    state = torch.load(saved, weights_only=True) if saved.exists() and not (args.fresh or args.source) else None
    if args.source:
        source = torch.load(RUNS / f"{args.source}.pt", weights_only=True)
        state = {"shape": source["shape"], "weights": grown(source["weights"], layout())}
    model = AttentionModel(layout(), **(state["shape"] if state else {"width": args.width, "layers": args.layers}))
    if state:
        model.load_state_dict(state["weights"])
    if args.evaluate:
        print(json.dumps(evaluate(model, read(args.evaluate)), indent=1))
        return
    train(model, read, saved, args, state)


if __name__ == "__main__":
    main()

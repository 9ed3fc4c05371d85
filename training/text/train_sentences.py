"""Trains the sentence encoder: MiniLM's vectors, wordings of one matter, intents, sentiment and abuse, all in each step.

python text/train_sentences.py --bench ../../shared/bench/sets --minutes 60 [--fresh]    seed 5; resumes from runs/sentences.pt
"""
import argparse
import math
import pathlib
import time

import numpy as np
import torch
from torch.nn import functional as F

from corpora import INTENT_SETS, Corpus
from encoder import SentenceEncoder
from losses import abuse_loss, contrast, ranks, relations
from precision import halved
from sampler import Sampler

RUN = pathlib.Path(__file__).parent.parent / "runs" / "sentences.pt"
EVERY = 1500
KEPT = 0.998
"""Of the mean of the last weights, in each step."""


def loss_of(model: SentenceEncoder, sampler: Sampler, tables, weights: dict) -> dict[str, torch.Tensor]:
    """One pass for all that is learnt, since a pass costs as much as its overhead."""
    corpus = sampler.corpus
    taught_rows, wanted, matters = sampler.sentences(150, 7, 14)
    longest = max(12, int((taught_rows > 0).sum(1).max()))
    felt_rows, felt = sampler.labelled(corpus.sentiment["train"], 24, longest)
    asked_rows, classes = sampler.intents(16, 3, longest)
    abuse_rows, abused = sampler.labelled(corpus.abuse["train"], 24, longest) if len(corpus.abuse["train"][0]) else (felt_rows[:0], None)
    parts = [taught_rows, felt_rows, asked_rows, abuse_rows]
    said, feeling, abuse = read_by_length(model, tables, torch.cat(parts))
    taught, _, asked, _ = said.float().split([len(p) for p in parts])
    felt_at, abuse_at = len(taught_rows), len(taught_rows) + len(felt_rows) + len(asked_rows)
    losses = {
        "direct": 1 - (taught * wanted).sum(1).mean(),
        "relations": 12 * relations(taught, wanted),
        "ranks": weights["ranks"] * ranks(taught, wanted),
        "contrast": weights["contrast"] * contrast(asked, classes),
        "wordings": weights["wordings"] * contrast(taught, matters, wanted),
        "sentiment": weights["sentiment"]
        * F.binary_cross_entropy_with_logits(feeling[felt_at : felt_at + len(felt)].float(), felt),
    }
    if abused is not None:
        losses["abuse"] = weights["abuse"] * abuse_loss(abuse[abuse_at:].float(), abused)
    return losses


def read_by_length(model: SentenceEncoder, tables, rows: torch.Tensor, groups: int = 4) -> list[torch.Tensor]:
    """In groups of like length: in one batch half of what is reckoned with would be padding."""
    order = torch.argsort((rows > 0).sum(1))
    outs = [model(*tables.feeds(rows[group], 0.3, 0.03)) for group in order.chunk(groups)]
    back = torch.argsort(order)
    return [torch.cat(of_groups)[back] for of_groups in zip(*outs)]


@torch.no_grad()
def encode(model: SentenceEncoder, tables, rows: torch.Tensor):
    outs = [model(*tables.feeds(rows[i : i + 256])) for i in range(0, len(rows), 256)]
    return [torch.cat([o[k].float() for o in outs]) for k in range(3)]


@torch.no_grad()
def evaluate(model: SentenceEncoder, corpus: Corpus) -> dict[str, float]:
    model.eval()
    out = {}
    rows, classes, names = corpus.intent["train"]
    asked_rows, asked, asked_names = corpus.intent["val"]
    known, queries = encode(model, corpus.tables, rows)[0], encode(model, corpus.tables, asked_rows)[0]
    for name in INTENT_SETS:
        mine = torch.tensor([c >= 0 and names[c].startswith(name) for c in classes.tolist()])
        test = torch.tensor([c >= 0 and asked_names[c].startswith(name) for c in asked.tolist()])
        nearest = (queries[test] @ known[mine].T).argmax(1)
        found = [names[c] for c in classes[mine][nearest].tolist()]
        out[name] = float(np.mean([f == asked_names[c] for f, c in zip(found, asked[test].tolist())]))
    out |= told_apart(model, corpus)
    rows, matters = corpus.formal
    formal = encode(model, corpus.tables, rows)[0]
    nearest = (formal @ formal.T).fill_diagonal_(-1).argmax(1)
    out["formal"] = float((matters[nearest] == matters).float().mean())
    rows, labels = corpus.sentiment["dev"]
    chosen = encode(model, corpus.tables, rows)[1].sigmoid() > 0.4
    hit = (chosen & (labels > 0)).sum(0)
    out["sentiment F1"] = float((2 * hit / (chosen.sum(0) + labels.sum(0)).clamp_min(1)).mean())
    if len(corpus.abuse["val"][0]):
        rows, labels = corpus.abuse["val"]
        said, bad = encode(model, corpus.tables, rows)[2].sigmoid() > 0.5, labels > 0.5
        out["hate"] = float((said[:, 0] == bad[:, 0]).float().mean())
        out["abuse"] = float((said.any(1) == bad.any(1)).float().mean())
    model.train()
    return out


@torch.no_grad()
def told_apart(model: SentenceEncoder, corpus: Corpus) -> dict[str, float]:
    """On what is held out: likeness to the teacher, and of how many matters another wording is the nearest."""
    rows = torch.from_numpy(corpus.rows)
    own = encode(model, corpus.tables, rows[corpus.held])[0]
    first, second = (encode(model, corpus.tables, rows[[g[i] for g in corpus.held_groups]])[0] for i in (0, 1))
    right = (first @ second.T).argmax(1) == torch.arange(len(first))
    return {"teacher": float((own * torch.from_numpy(corpus.taught[corpus.held].astype(np.float32))).sum(1).mean()), "wordings": float(right.float().mean())}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", type=pathlib.Path, required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rate", type=float, default=8e-4)
    parser.add_argument("--contrast", type=float, default=0.1)
    parser.add_argument("--ranks", type=float, default=0.2)
    parser.add_argument("--wordings", type=float, default=0.08)
    parser.add_argument("--sentiment", type=float, default=0.8)
    parser.add_argument("--abuse", type=float, default=0.5)
    parser.add_argument("--last", type=float, default=0.02, help="share of the rate at the end, where it is not the last leg")
    parser.add_argument("--fresh", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(5)
    saved = None if args.fresh or not RUN.exists() else torch.load(RUN, weights_only=True)
    corpus = Corpus(args.bench, saved and saved["hashes"])
    model = SentenceEncoder(len(corpus.hashes))
    if saved:
        resume(model, saved.get("latest", saved["weights"]))
    mean = {name: value.detach().clone() for name, value in model.state_dict().items()}
    print("parameters", sum(p.numel() for p in model.parameters()), "forms", len(corpus.tables.ids), flush=True)
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    sampler = Sampler(corpus, 5 + (saved["steps"] if saved else 0))
    weights = vars(args)
    start, step, said = time.time(), 0, {}
    before = saved["steps"] if saved else 0
    while (gone := (time.time() - start) / 60 / args.minutes) < 1:
        falling = args.last + (1 - args.last) * (1 + math.cos(math.pi * gone)) / 2
        optimiser.param_groups[0]["lr"] = args.rate * min(1, (step + 1) / 200) * falling
        with halved():
            losses = loss_of(model, sampler, corpus.tables, weights)
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        step += 1
        torch._foreach_lerp_(list(mean.values()), list(model.state_dict().values()), 1 - min(KEPT, 1 - 1 / (step + 1)))
        for name, value in losses.items():
            said[name] = 0.99 * said.get(name, value.item()) + 0.01 * value.item()
        if step % 200 == 0:
            print(step, f"{(time.time() - start) / step:.3f} s", {k: round(v, 4) for k, v in said.items()}, flush=True)
        if step % EVERY == 0:
            keep(model, mean, corpus, step + before)
    keep(model, mean, corpus, step + before)


def keep(model: SentenceEncoder, mean: dict[str, torch.Tensor], corpus: Corpus, steps: int) -> None:
    """The mean of the last weights is what is exported; the latest are gone on from."""
    latest = {name: value.clone() for name, value in model.state_dict().items()}
    model.load_state_dict(mean)
    print(steps, {name: round(value, 4) for name, value in evaluate(model, corpus).items()}, flush=True)
    torch.save({"shape": model.shape, "weights": mean, "latest": latest, "hashes": corpus.hashes, "steps": steps}, RUN)
    model.load_state_dict(latest)


def resume(model: SentenceEncoder, weights: dict[str, torch.Tensor]) -> None:
    """From an earlier checkpoint: a head that it lacks starts afresh, words that it lacks from the vector of unknown ones."""
    rows = weights["tokens.weight"]
    lacking = model.tokens.num_embeddings - len(rows)
    fresh = model.state_dict()
    kept = {name: value for name, value in weights.items() if name in fresh and value.shape == fresh[name].shape}
    model.load_state_dict({**fresh, **kept, "tokens.weight": torch.cat([rows, rows[:1].repeat(lacking, 1)])})


if __name__ == "__main__":
    main()

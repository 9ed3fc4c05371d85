"""Trains the block that reads further alone: the meaning, on what the other blocks of runs/sentences.pt read, kept once.

python text/train_meaning.py --bench ../../shared/bench/sets --minutes 60 [--threads 1]    seed 5
Sentiment and abuse stay as they are, and a step costs a quarter of one of train_sentences.py. Writes runs/sentences.pt; the
checkpoint before stays in runs/before-meaning.pt, the mean of the last weights is kept.
"""
import argparse
import math
import pathlib
import shutil
import time

import torch

from corpora import Corpus
from encoder import SentenceEncoder
from losses import contrast, nearness, ranks, relations
from precision import halved
from sampler import Sampler
from train_sentences import RUN, evaluate, resume

EVERY = 1000
KEPT = 0.998
"""Of the mean of the last weights, in each step."""
TRAINED = ("further.", "weigh.")
WEIGHTS = {"direct": 1.0, "relations": 12.0, "nearness": 0.3, "ranks": 0.1, "contrast": 0.1, "wordings": 0.08}


class Read:
    """What the blocks read of each sentence, [words, width] half precision, one after the other, a share of the words disguised."""

    @torch.no_grad()
    def __init__(self, model: SentenceEncoder, tables, rows: torch.Tensor):
        self.lengths = (rows > 0).sum(1).clamp_min(1)
        order = torch.argsort(self.lengths, stable=True)
        sorted_starts = self.lengths[order].cumsum(0) - self.lengths[order]
        self.starts = torch.empty_like(sorted_starts)
        self.starts[order] = sorted_starts
        kept, outlines = [], []
        for some in order.split(256):
            ids, vectors, present = tables.feeds(rows[some], 0.3, 0.03)
            with halved():
                _, read = model.read(ids, vectors, present)
            there = torch.arange(ids.shape[1]) < self.lengths[some].unsqueeze(1)
            kept.append(read[there].half())
            outlines.append(model.outline(model.last(read.float()), present).half())
        self.words = torch.cat(kept)
        self.outlines = torch.empty(len(rows), outlines[0].shape[1], dtype=torch.float16)
        self.outlines[order] = torch.cat(outlines)

    def batch(self, some: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """[B, W, width] and which words are there, [B, W]."""
        there = torch.arange(int(self.lengths[some].max())) < self.lengths[some].unsqueeze(1)
        places = torch.where(there, self.starts[some].unsqueeze(1) + torch.arange(there.shape[1]), 0)
        present = there.float()
        return self.words[places].float() * present.unsqueeze(-1), present


class Step:
    """What one step sees, by places in what was read: the taught sentences first, then the intents' lines."""

    def __init__(self, sampler: Sampler):
        corpus = sampler.corpus
        self.sampler = sampler
        self.taught = corpus.free
        self.place = torch.full((len(corpus.texts),), -1, dtype=torch.long)
        self.place[self.taught] = torch.arange(len(self.taught))
        self.rows = torch.cat([torch.from_numpy(corpus.rows[self.taught]), corpus.intent["train"][0]])

    def losses(self, model: SentenceEncoder, read: Read) -> dict[str, torch.Tensor]:
        picked, matters, _ = self.sampler.pick(176, 6, 16)
        asked, classes = self.sampler.asked(20, 3)
        some = torch.cat([self.place[picked], len(self.taught) + torch.from_numpy(asked)])
        with halved():
            said = model.directions(model.weighed(*read.batch(some))).float()
        taught, wanted = said[: len(picked)], self.sampler.wanted(picked)
        # To the intents of one set what else people say is strange; what seems the same is neither friend nor foe.
        classes = torch.cat([torch.full((len(picked),), -1), classes])
        return {
            "direct": 1 - (taught * wanted).sum(1).mean(),
            "relations": relations(taught, wanted),
            "nearness": nearness(taught, wanted),
            "ranks": ranks(taught, wanted),
            "contrast": contrast(said, classes, read.outlines[some].float()),
            "wordings": contrast(taught, torch.from_numpy(matters), wanted),
        }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", type=pathlib.Path, required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(5)
    saved = torch.load(RUN, weights_only=True)
    shutil.copy(RUN, RUN.with_name("before-meaning.pt"))
    model = SentenceEncoder(**saved["shape"])
    resume(model, saved["weights"])
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(name.startswith(TRAINED))
    corpus = Corpus(args.bench, saved["hashes"], heads=False)
    print("before", {name: round(value, 4) for name, value in evaluate(model, corpus).items()}, flush=True)
    model.eval()
    step = Step(Sampler(corpus, 5 + saved["steps"]))
    read = Read(model, corpus.tables, step.rows)
    print(len(step.taught), "taught,", len(read.words), "words read", flush=True)
    train(model, corpus, step, read, args, saved)


def train(model: SentenceEncoder, corpus: Corpus, step: Step, read: Read, args, saved: dict) -> None:
    learnt = {name: value for name, value in model.named_parameters() if value.requires_grad}
    mean = {name: value.detach().clone() for name, value in learnt.items()}
    optimiser = torch.optim.AdamW(learnt.values(), lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    start, steps, told = time.time(), 0, {}
    while (gone := (time.time() - start) / 60 / args.minutes) < 1:
        optimiser.param_groups[0]["lr"] = args.rate * min(1, (steps + 1) / 100) * (0.02 + 0.98 * (1 + math.cos(math.pi * gone)) / 2)
        losses = step.losses(model, read)
        sum(WEIGHTS[name] * value for name, value in losses.items()).backward()
        torch.nn.utils.clip_grad_norm_(learnt.values(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        steps += 1
        torch._foreach_lerp_(list(mean.values()), [p.detach() for p in learnt.values()], 1 - min(KEPT, 1 - 1 / (steps + 1)))
        for name, value in losses.items():
            told[name] = 0.99 * told.get(name, value.item()) + 0.01 * value.item()
        if steps % 200 == 0:
            print(steps, f"{(time.time() - start) / steps:.3f} s", {k: round(v, 4) for k, v in told.items()}, flush=True)
        if steps % EVERY == 0:
            keep(model, mean, corpus, saved, steps)
    keep(model, mean, corpus, saved, steps)


def keep(model: SentenceEncoder, mean: dict[str, torch.Tensor], corpus: Corpus, saved: dict, steps: int) -> None:
    latest = {name: value.clone() for name, value in model.state_dict().items()}
    model.load_state_dict({**latest, **mean})
    print(saved["steps"], "+", steps, {name: round(value, 4) for name, value in evaluate(model, corpus).items()}, flush=True)
    model.eval()
    torch.save({**saved, "weights": model.state_dict(), "latest": latest, "meaning_steps": steps}, RUN)
    model.load_state_dict(latest)


if __name__ == "__main__":
    main()

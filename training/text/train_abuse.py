"""Trains the abuse head alone, on what the encoder of runs/sentences.pt reads, and writes it into that checkpoint.

python text/train_abuse.py [--epochs 3] [--all] [--seed 5]    about 3 minutes
With `--go-on` the head that is there learns on instead of a new one, at a third of the rate; `--every 4` reads each fourth
message only, for a machine with little time. Prints how well own validation is told, by kind, first. `--all` then learns from the validation part's wordings, too: to be
shipped, once thresholds (text/thresholds.py) are chosen without it.
"""
import argparse
import time

import numpy as np
import torch

from corpora import Corpus
from dataset import DATA, Forms, WordTable, read_lines
from encoder import ABUSE, SentenceEncoder
from losses import abuse_loss
from precision import halved
from thresholds import macro
from tokens import Vocabulary
from train_sentences import RUN, resume

BATCH = 128
RATE = 1e-3
KEPT = 0.995
"""Of the mean of the last weights, in each step: the mean is what is kept."""


class Read:
    """What the encoder reads of each message, kept one after the other, the shortest first."""

    @torch.no_grad()
    def __init__(self, model: SentenceEncoder, tables, rows: torch.Tensor, labels: torch.Tensor, disguised: bool):
        lengths = (rows > 0).sum(1).clamp_min(1)
        self.order = torch.argsort(lengths, stable=True)
        self.labels, self.lengths = labels[self.order], lengths[self.order]
        self.starts = self.lengths.cumsum(0) - self.lengths
        embeddings, spelt, meant = [], [], []
        for some in self.order.split(512):
            ids, vectors, present = tables.feeds(rows[some], *((0.3, 0.03) if disguised else ()))
            with halved():
                embedding, before, after = model.read(ids, vectors, present)
            there = torch.arange(ids.shape[1]) < lengths[some].unsqueeze(1)
            embeddings.append(embedding.half())
            spelt.append(before[there].half())
            meant.append(after[there].half())
        self.embeddings, self.spelt, self.meant = torch.cat(embeddings), torch.cat(spelt), torch.cat(meant)

    def batch(self, some: torch.Tensor) -> tuple[torch.Tensor, ...]:
        there = torch.arange(int(self.lengths[some].max())) < self.lengths[some].unsqueeze(1)
        places = torch.where(there, self.starts[some].unsqueeze(1) + torch.arange(there.shape[1]), 0)
        kept = there.float().unsqueeze(-1)
        return self.embeddings[some].float(), self.spelt[places].float() * kept, self.meant[places].float() * kept, there.float()


def batches(read: Read, rng: np.random.Generator) -> list[torch.Tensor]:
    """Of like length, not always the same ones together."""
    count = len(read.labels)
    near = np.argsort(np.arange(count) + rng.integers(-8 * BATCH, 8 * BATCH, count), kind="stable")
    return [torch.from_numpy(part) for part in np.array_split(near, count // BATCH)]


def train(head, reads: list[Read], epochs: int, seed: int, rate: float = RATE) -> None:
    rng = np.random.default_rng(seed)
    optimiser = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=0.02)
    mean = {name: value.detach().clone() for name, value in head.state_dict().items()}
    step, start = 0, time.time()
    head.train()
    for epoch in range(epochs):
        drawn = [(read, some) for read in reads for some in batches(read, rng)]
        for i in rng.permutation(len(drawn)):
            read, some = drawn[i]
            optimiser.param_groups[0]["lr"] = rate * min(1, (step + 1) / 100) * max(0.02, 1 - step / (epochs * len(drawn)))
            abuse_loss(head(*read.batch(some)), read.labels[some]).backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            step += 1
            torch._foreach_lerp_(list(mean.values()), list(head.state_dict().values()), 1 - min(KEPT, 1 - 1 / (step + 1)))
        print("epoch", epoch + 1, f"{time.time() - start:.0f} s", flush=True)
    head.load_state_dict(mean)
    head.eval()


@torch.no_grad()
def judge(head, read: Read, kinds: list[str]) -> None:
    said = torch.cat([head(*read.batch(some)).sigmoid() for some in torch.arange(len(read.labels)).split(256)])
    bad = (read.labels > 0.5).any(1)
    steps = [i / 50 for i in range(1, 46)]
    either = lambda pair: (said >= torch.tensor(pair)).any(1)
    best = max(((hate, insult) for hate in steps for insult in steps), key=lambda pair: macro(either(pair), bad))
    print("abuse from", dict(zip(ABUSE, best)), "macro-F1", round(macro(either(best), bad), 3), "from .5", round(macro(either((0.5, 0.5)), bad), 3))
    right = either(best) == bad
    by_kind = {kind: right[[k == kind for k in kinds]].float().mean().item() for kind in sorted(set(kinds))}
    print(", ".join(f"{kind} {share:.2f}" for kind, share in sorted(by_kind.items(), key=lambda x: x[1])))


def without_head(weights: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    return {name: value for name, value in weights.items() if not name.startswith("abuse.")}


def keep(saved: dict, model: SentenceEncoder) -> None:
    head = {name: value for name, value in model.state_dict().items() if name.startswith("abuse.")}
    both = {name: {**without_head(saved[name]), **head} for name in ("weights", "latest") if name in saved}
    torch.save({**saved, **both}, RUN)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--go-on", action="store_true")
    parser.add_argument("--every", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    saved = torch.load(RUN, weights_only=True)
    model = SentenceEncoder(**saved["shape"])
    resume(model, saved["weights"] if args.go_on else without_head(saved["weights"]))
    rate = RATE / 3 if args.go_on else RATE
    model.eval()
    forms = Forms(Vocabulary(saved["hashes"]), WordTable())
    messages = Corpus.abusive()
    parts = {part: [x for x in messages if x.get("part", "train") == part][:: args.every] for part in ("train", "val")}
    rows = {part: Corpus.labelled(forms, lines, lambda x: [x[a] for a in ABUSE]) for part, lines in parts.items()}
    tables = forms.freeze()
    read = {part: Read(model, tables, *rows[part], part == "train") for part in rows}
    kinds = [parts["val"][i]["kind"] for i in read["val"].order.tolist()]
    if args.go_on:
        judge(model.abuse, read["val"], kinds)
    train(model.abuse, [read["train"]], args.epochs, args.seed, rate)
    judge(model.abuse, read["val"], kinds)
    keep(saved, model)
    if args.all:
        train(model.abuse, [read["train"], Read(model, tables, *rows["val"], True)], args.epochs, args.seed, rate)
        keep(saved, model)


if __name__ == "__main__":
    main()

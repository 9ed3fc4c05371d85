"""A teacher of sentiment: MiniLM trained on goemotions' training part, and what it says of more sentences than have labels.

python text/feel.py --bench ../../shared/bench/sets [--minutes 12] [--threads 2] [--own]
Writes data/text/feelings.jsonl: {"text", "feelings": [positive, negative, ambiguous, neutral], each 0..1}. The sentences are
the training part itself, the same with words exchanged for like ones or mixed with each other, and natural ones of the
corpus. The dev part only tells how good the teacher is. With `--own` the encoder of runs/sentences.pt is the teacher: what it
feels is to stay while it learns other things.
"""
import argparse
import json
import pathlib
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from dataset import Forms, WordTable, read_lines
from encoder import SENTIMENTS, SentenceEncoder
from precision import halved
from teach import TEXT, load
from tokens import Vocabulary, is_word

MIXED = 50_000
NATURAL = 45_000
FROZEN = "embeddings."
TAUGHT = 0.4
"""Share of what the teacher says where there are labels, too: they are people's, but of few people each."""


class Teacher(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokenizer, self.body = load()
        self.head = nn.Sequential(nn.Dropout(0.15), nn.Linear(384, len(SENTIMENTS)))
        for name, parameter in self.body.named_parameters():
            parameter.requires_grad_(not name.startswith(FROZEN))

    def forward(self, texts: list[str]) -> torch.Tensor:
        said = self.tokenizer(texts, padding=True, truncation=True, max_length=48, return_tensors="pt")
        hidden = self.body(**said).last_hidden_state
        mask = said["attention_mask"].unsqueeze(-1).to(hidden.dtype)
        return self.head((hidden * mask).sum(1) / mask.sum(1)).float()


class Own(nn.Module):
    """The sentence encoder as its own teacher."""

    def __init__(self):
        super().__init__()
        saved = torch.load(TEXT.parent.parent / "runs" / "sentences.pt", weights_only=True)
        self.vocabulary, self.table = Vocabulary(saved["hashes"]), WordTable()
        self.encoder = SentenceEncoder(len(saved["hashes"]))
        self.encoder.load_state_dict(saved["weights"])

    def forward(self, texts: list[str]) -> torch.Tensor:
        forms = Forms(self.vocabulary, self.table)
        rows = torch.from_numpy(forms.sentences(texts, vary=False))
        return self.encoder(*forms.freeze().feeds(rows))[1].float()


def batches(texts: list[str], size: int, rng: random.Random) -> list[list[int]]:
    """Of like length, in any order."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]) + rng.random() * 12)
    found = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(found)
    return found


@torch.no_grad()
def judge(model: Teacher | Own, texts: list[str]) -> np.ndarray:
    model.eval()
    out = np.zeros((len(texts), len(SENTIMENTS)), np.float32)
    for rows in batches(texts, 128, random.Random(1)):
        with halved():
            out[rows] = model([texts[i] for i in rows]).sigmoid().numpy()
    return out


def macro(said: np.ndarray, labels: np.ndarray) -> float:
    """F1 at the best threshold of each."""
    f1 = lambda s, w: 2 * (s & w).sum() / max(1, s.sum() + w.sum())
    return float(np.mean([max(f1(said[:, i] >= t, labels[:, i] > 0) for t in np.arange(0.1, 0.7, 0.04)) for i in range(len(SENTIMENTS))]))


def train(model: Teacher, lines: list[dict], dev: list[dict], minutes: float, rng: random.Random) -> None:
    texts = [x["text"] for x in lines]
    labels = torch.tensor([[float(s in x["labels"]) for s in SENTIMENTS] for x in lines])
    wanted = np.array([[s in x["labels"] for s in SENTIMENTS] for x in dev])
    body = [p for n, p in model.body.named_parameters() if p.requires_grad]
    rates = [6e-5, 1e-3]
    optimiser = torch.optim.AdamW([{"params": body}, {"params": model.head.parameters()}], weight_decay=0.01)
    start, step, queue = time.time(), 0, []
    while (gone := (time.time() - start) / 60 / minutes) < 1:
        if not queue:
            queue = batches(texts, 64, rng)
            print("step", step, f"{gone:.2f} of the time, dev macro-F1", round(macro(judge(model, [x["text"] for x in dev]), wanted), 4), flush=True)
            model.train()
        rows = queue.pop()
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * min(1, (step + 1) / 100) * max(0.02, 1 - gone)
        with halved():
            said = model([texts[i] for i in rows])
        F.binary_cross_entropy_with_logits(said, labels[rows]).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        step += 1
    print("step", step, "dev macro-F1", round(macro(judge(model, [x["text"] for x in dev]), wanted), 4), flush=True)


def neighbours(texts: list[str], rng: random.Random) -> dict[str, list[str]]:
    """Like words of the commonest ones, by the word table."""
    counts: dict[str, int] = {}
    for text in texts:
        for word in text.lower().split():
            if is_word(word) and word.isalpha():
                counts[word] = counts.get(word, 0) + 1
    words = sorted(counts, key=lambda w: -counts[w])[:9000]
    table = WordTable()
    vectors = torch.from_numpy(np.stack([table.vector(w) for w in words]).astype(np.float32))
    near = (vectors @ vectors.T).topk(7, 1).indices[:, 1:].tolist()
    return {word: [words[j] for j in row] for word, row in zip(words, near)}


def mixed(texts: list[str], rng: random.Random) -> list[str]:
    """Training sentences with some words exchanged for like ones, and halves of two put together."""
    like = neighbours(texts, rng)
    out = []
    for _ in range(MIXED):
        words = rng.choice(texts).split()
        if rng.random() < 0.35:
            other = rng.choice(texts).split()
            words = words[: rng.randint(2, max(2, len(words)))] + other[-rng.randint(2, max(2, len(other))) :]
        share = rng.choice((0, 0.15, 0.3))
        out.append(" ".join(rng.choice(like[w.lower()]) if w.lower() in like and rng.random() < share else w for w in words)[:220])
    return out


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", type=pathlib.Path, required=True)
    parser.add_argument("--minutes", type=float, default=12)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--own", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(7)
    rng = random.Random(7)
    lines = read_lines(args.bench / "goemotions/train.jsonl")
    known, dev = ([x for x in lines if x["part"] == part] for part in ("train", "dev"))
    model = Own() if args.own else Teacher()
    if not args.own:
        train(model, known, dev, args.minutes, rng)
    texts = [x["text"] for x in known]
    held = {x["text"] for x in dev}
    natural = [t for t in (TEXT / "corpus.txt").read_text(encoding="utf-8").split("\n") if t not in held and len(t.split()) > 2]
    more = mixed(texts, rng) + rng.sample(natural, NATURAL)
    said = judge(model, texts + more)
    labels = np.array([[float(s in x["labels"]) for s in SENTIMENTS] for x in known])
    said[: len(texts)] = (1 - TAUGHT) * labels + TAUGHT * said[: len(texts)]
    with open(TEXT / "feelings.jsonl", "w", encoding="utf-8") as out:
        for text, row in zip(texts + more, said):
            out.write(json.dumps({"text": text, "feelings": [round(float(p), 3) for p in row]}) + "\n")
    print(len(said), "sentences")


if __name__ == "__main__":
    main()

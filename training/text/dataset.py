"""Sentences as tensors: token ids, word vectors and misspelt variants, all found beforehand."""
import collections
import json
import pathlib
import random
import struct
import sys

import numpy as np
import torch

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parent))
from ngrams import word_rows  # noqa: E402
from tokens import LONGEST, Vocabulary, is_word, split  # noqa: E402
from words import misspell  # noqa: E402

DATA = HERE.parent / "data" / "text"
MODELS = HERE.parent.parent / "assets" / "models"
WORD_WIDTH = 64
VARIANTS = 4
LEET = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7"}


class WordTable:
    """assets/models/words.bin, as src/model/text/wordTable.ts reads it."""

    def __init__(self):
        data = (MODELS / "words.bin").read_bytes()
        rows, width = struct.unpack("<II", data[:8])
        scales = np.frombuffer(data, np.float32, rows, 8)
        self.rows = np.frombuffer(data, np.int8, rows * width, 8 + 4 * rows).reshape(rows, width) * scales[:, None]

    def vector(self, word: str) -> np.ndarray:
        if not is_word(word):
            return np.zeros(WORD_WIDTH, np.float32)
        summed = self.rows[word_rows(word)].sum(0)
        return summed / max(float(np.linalg.norm(summed)), 1e-8)


def make_vocabulary(weighted: list[tuple[list[str], float]], size: int) -> list[str]:
    """The commonest tokens of several corpora, each with its weight."""
    counts: collections.Counter = collections.Counter()
    for texts, weight in weighted:
        for text in texts:
            for token in split(text):
                counts[token] += weight
    return [token for token, _ in counts.most_common(size)]


def disguise(word: str, rng: random.Random) -> str:
    """As people write in chat: misspelt, in leetspeak, drawn out."""
    kind = rng.random()
    if kind < 0.6 or len(word) < 3:
        return misspell(word, rng)
    if kind < 0.85:
        return "".join(rng.choice(LEET[c]) if c in LEET and rng.random() < 0.6 else c for c in word)
    i = rng.randrange(1, len(word))
    return word[:i] + word[i - 1] * rng.randrange(1, 4) + word[i:]


class Forms:
    """Every form of a token that was met, and VARIANTS disguises of each word: rows of `ids` and `vectors`."""

    def __init__(self, vocabulary: Vocabulary, table: WordTable, seed: int = 3):
        self.vocabulary = vocabulary
        self.table = table
        self.rng = random.Random(seed)
        self.rows: dict[str, int] = {}
        self.ids: list[int] = [0]
        self.vectors: list[np.ndarray] = [np.zeros(WORD_WIDTH, np.float16)]
        self.variants: list[list[int]] = [[0] * VARIANTS]

    def row(self, token: str, vary: bool = True) -> int:
        found = self.rows.get(token)
        if found is not None:
            return found
        known = self.vocabulary.known_form(token)
        row = self.rows[token] = len(self.ids)
        self.ids.append(self.vocabulary.id(known))
        self.vectors.append(self.table.vector(known).astype(np.float16))
        self.variants.append([row] * VARIANTS)
        if vary and is_word(token) and len(token) > 2:
            self.variants[row] = [self.row(disguise(token, self.rng), False) for _ in range(VARIANTS)]
        return row

    def sentences(self, texts: list[str], vary: bool = True) -> np.ndarray:
        """[S, LONGEST] rows, 0 for padding."""
        out = np.zeros((len(texts), LONGEST), np.int32)
        for i, text in enumerate(texts):
            rows = [self.row(form, vary) for form in self.vocabulary.read(text)]
            out[i, : len(rows)] = rows
        return out

    def freeze(self) -> "Tables":
        return Tables(
            torch.tensor(self.ids, dtype=torch.int32),
            torch.from_numpy(np.stack(self.vectors)),
            torch.tensor(self.variants, dtype=torch.int32),
        )


class Tables:
    def __init__(self, ids: torch.Tensor, vectors: torch.Tensor, variants: torch.Tensor):
        self.ids, self.vectors, self.variants = ids, vectors, variants

    def feeds(self, rows: torch.Tensor, disguised: float = 0.0, dropped: float = 0.0):
        """ids, vectors, present for [B, LONGEST] rows; a share of words disguised, of tokens dropped."""
        length = int((rows > 0).sum(1).max().clamp_min(1))
        rows = rows[:, :length].long()
        present = (rows > 0).float()
        if disguised:
            some = (torch.rand(len(rows), 1) < 0.4) & (torch.rand(rows.shape) < disguised)
            pick = torch.randint(VARIANTS, rows.shape)
            rows = torch.where(some, self.variants[rows, pick].long(), rows)
        ids, vectors = self.ids[rows], self.vectors[rows].float()
        if dropped:
            # A word outside the vocabulary is met often enough to learn to read it from its spelling.
            ids = torch.where(torch.rand(ids.shape) < dropped, torch.zeros_like(ids), ids)
        return ids, vectors, present


def read_lines(path: pathlib.Path) -> list[dict]:
    return [json.loads(line) for line in open(path, encoding="utf-8")]

"""The sentence encoder: tokens → one vector of the teacher's space, sentiment, abuse."""
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from abuse import AbuseHead
from block import Block

WORD_WIDTH = 64
EMBEDDING = 384
SENTIMENTS = ("positive", "negative", "ambiguous", "neutral")
ABUSE = ("hate", "insult")


class Head(nn.Module):
    """Attention over the tokens with a few learned queries, then a small network on what they read."""

    def __init__(self, width: int, outputs: int, queries: int = 3):
        super().__init__()
        self.score = nn.Linear(width, queries)
        self.net = nn.Sequential(nn.Dropout(0.1), nn.Linear(queries * width, 96), nn.GELU(), nn.Dropout(0.2), nn.Linear(96, outputs))

    def forward(self, x: Tensor, present: Tensor) -> Tensor:
        weights = (self.score(x) - 1e4 * (1 - present).unsqueeze(-1)).softmax(1)
        return self.net((weights.transpose(1, 2) @ x).flatten(1))


class SentenceEncoder(nn.Module):
    """ids [B, W] int, vectors [B, W, 64] (of the word table, 0 for what is no word), present [B, W] 1 or 0."""

    def __init__(self, vocabulary: int, width: int = 256, layers: int = 3, heads: int = 4, narrow: int = 128, longest: int = 40):
        super().__init__()
        self.shape = dict(vocabulary=vocabulary, width=width, layers=layers, heads=heads, narrow=narrow, longest=longest)
        self.tokens = nn.Embedding(vocabulary + 1, narrow)
        nn.init.normal_(self.tokens.weight, std=0.05)
        self.widen = nn.Linear(narrow + WORD_WIDTH, width)
        self.places = nn.Parameter(torch.randn(longest, width) * 0.02)
        self.first = nn.LayerNorm(width)
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.last = nn.LayerNorm(width)
        self.project = nn.Linear(width, EMBEDDING)
        self.sentiment = Head(width, len(SENTIMENTS))
        self.abuse = AbuseHead(width, EMBEDDING, len(ABUSE))

    def forward(self, ids: Tensor, vectors: Tensor, present: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        embedding, spelt, meant = self.read(ids, vectors, present)
        return embedding, self.sentiment(meant, present), self.abuse(embedding, spelt, meant, present)

    def read(self, ids: Tensor, vectors: Tensor, present: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The sentence's vector, and its words before and after the blocks."""
        x = self.widen(torch.cat([self.tokens(ids), vectors], -1)) + self.places[: ids.shape[1]]
        x = spelt = self.first(x)
        bias = (-1e4 * (1 - present)).unsqueeze(1).unsqueeze(1)
        for block in self.blocks:
            x = block(x, bias)
        x = self.last(x)
        mask = present.unsqueeze(-1)
        mean = (x * mask).sum(1) / mask.sum(1).clamp_min(1)
        return F.normalize(self.project(mean), dim=-1), spelt, x

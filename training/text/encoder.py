"""The sentence encoder: tokens → one vector of the teacher's space, sentiment, abuse."""
import torch
from torch import Tensor, nn
from torch.nn import functional as F

WORD_WIDTH = 64
EMBEDDING = 384
SENTIMENTS = ("positive", "negative", "ambiguous", "neutral")
ABUSE = ("hate", "insult")


class Block(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.before = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.middle = nn.LayerNorm(width)
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, w, d = x.shape
        q, k, v = self.qkv(self.before(x)).reshape(b, w, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        read = self.attend(q, k, v, bias).transpose(1, 2).reshape(b, w, d)
        x = x + self.out(read)
        return x + self.down(F.gelu(self.up(self.middle(x))))

    def attend(self, q: Tensor, k: Tensor, v: Tensor, bias: Tensor) -> Tensor:
        # Where autocast has made them bfloat16 they stay it: its softmax in float32 costs as much as the products.
        with torch.autocast("cpu", enabled=False):
            return ((q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2) + bias.to(q.dtype)).softmax(-1) @ v


class Head(nn.Module):
    """Attention over the tokens with a few learned queries, then a small network on what they read."""

    def __init__(self, width: int, outputs: int, queries: int = 3):
        super().__init__()
        self.score = nn.Linear(width, queries)
        self.net = nn.Sequential(nn.Dropout(0.1), nn.Linear(queries * width, 96), nn.GELU(), nn.Dropout(0.2), nn.Linear(96, outputs))

    def forward(self, x: Tensor, present: Tensor) -> Tensor:
        weights = (self.score(x) - 1e4 * (1 - present).unsqueeze(-1)).softmax(1)
        return self.net((weights.transpose(1, 2) @ x).flatten(1))


class AbuseHead(nn.Module):
    """Linear in the meaning, and a small network on what is said most and where: "not", "they wrote", a quotation mark."""

    def __init__(self, width: int, outputs: int):
        super().__init__()
        self.meaning = nn.Linear(EMBEDDING, outputs)
        self.score = nn.Linear(width, 1)
        self.net = nn.Sequential(nn.Dropout(0.3), nn.Linear(2 * width, 64), nn.GELU(), nn.Dropout(0.3), nn.Linear(64, outputs))

    def forward(self, embedding: Tensor, x: Tensor, present: Tensor) -> Tensor:
        absent = -1e4 * (1 - present)
        weights = (self.score(x).squeeze(-1) + absent).softmax(-1)
        read = (weights.unsqueeze(1) @ x).squeeze(1)
        most = (x + absent.unsqueeze(-1)).amax(1)
        return self.meaning(embedding * EMBEDDING**0.5) + self.net(torch.cat([read, most], -1))


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
        self.abuse = AbuseHead(width, len(ABUSE))

    def forward(self, ids: Tensor, vectors: Tensor, present: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x = self.widen(torch.cat([self.tokens(ids), vectors], -1)) + self.places[: ids.shape[1]]
        x = self.first(x)
        bias = (-1e4 * (1 - present)).unsqueeze(1).unsqueeze(1)
        for block in self.blocks:
            x = block(x, bias)
        x = self.last(x)
        mask = present.unsqueeze(-1)
        mean = (x * mask).sum(1) / mask.sum(1).clamp_min(1)
        embedding = F.normalize(self.project(mean), dim=-1)
        return embedding, self.sentiment(x, present), self.abuse(embedding, x, present)

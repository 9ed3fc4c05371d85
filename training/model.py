"""The attention model: one shared context, N NPC queries. Batched for training; export.py takes B = 1.

Names and shapes of the inputs are those of src/model/observation.ts, each with a batch in front.
"""
import math

import torch
from torch import Tensor, nn

SHUT = -1e4


class Attention(nn.Module):
    """Multi-head softmax(QK^T / sqrt(d) + bias) V; returns also the weights' mean over heads."""

    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.q = nn.Linear(width, width)
        self.kv = nn.Linear(width, 2 * width)
        self.out = nn.Linear(width, width)

    def forward(self, query: Tensor, context: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
        """query [B, N, d], context [B, T, d], bias [B, N or 1, T]."""
        b, n, d = query.shape
        t = context.shape[1]
        size = d // self.heads
        q = self.q(query).reshape(b, n, self.heads, size).transpose(1, 2)
        k, v = self.kv(context).reshape(b, t, 2 * self.heads, size).transpose(1, 2).chunk(2, 1)
        weights = (q @ k.transpose(2, 3) / math.sqrt(size) + bias.unsqueeze(1)).softmax(-1)
        mixed = (weights @ v).transpose(1, 2).reshape(b, n, d)
        return self.out(mixed), weights.mean(1)


class Block(nn.Module):
    """Pre-norm attention and feed-forward."""

    def __init__(self, width: int, heads: int, dropout: float):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.attention = Attention(width, heads)
        self.forward_norm = nn.LayerNorm(width)
        self.up = nn.Linear(width, 3 * width)
        self.down = nn.Linear(3 * width, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor, context: Tensor | None = None) -> tuple[Tensor, Tensor]:
        normed = self.norm(x)
        mixed, weights = self.attention(normed, normed if context is None else context, bias)
        x = x + self.dropout(mixed)
        return x + self.dropout(self.down(nn.functional.gelu(self.up(self.forward_norm(x))))), weights


def mlp(inputs: int, hidden: int, width: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(inputs, hidden), nn.GELU(), nn.Linear(hidden, width))


class AttentionModel(nn.Module):
    def __init__(self, layout: dict, width: int = 96, heads: int = 4, layers: int = 2, dropout: float = 0.1):
        super().__init__()
        self.layout = layout
        text = layout["wordWidth"]
        links = len(layout["wordLinks"])
        self.patch = nn.Linear(layout["patchValues"], width)
        self.patch_place = nn.Parameter(torch.randn(layout["patches"], width) * 0.02)
        self.entity = mlp(len(layout["entity"]) + text, 2 * width, width)
        self.sound = mlp(len(layout["sound"]), width, width)
        self.word = nn.Linear(len(layout["word"]) + text, width)
        self.lexicon = nn.Embedding(layout["lexiconRows"], width)
        nn.init.normal_(self.lexicon.weight, std=0.1)
        self.reading = nn.ModuleList(Block(width, heads, dropout) for _ in range(2))
        self.words_to_entities = nn.Linear(links * width, width, bias=False)
        self.entities_to_words = nn.Linear(links * width, width, bias=False)
        self.patches_to_entities = nn.Linear(width, width, bias=False)
        self.sounds_to_entities = nn.Linear(width, width, bias=False)
        self.entities_to_sounds = nn.Linear(width, width, bias=False)
        self.kinds = nn.Parameter(torch.randn(4, width) * 0.02)
        self.context = nn.ModuleList(Block(width, heads, dropout) for _ in range(layers))
        self.context_norm = nn.LayerNorm(width)
        self.npc = mlp(len(layout["npc"]), width, width)
        self.asking = nn.ModuleList(Block(width, heads, dropout) for _ in range(2))
        self.query_norm = nn.LayerNorm(width)
        hidden = 48
        self.pair = nn.Linear(len(layout["pair"]), 2 * hidden)
        self.pair_query = nn.Linear(width, 2 * hidden)
        self.pair_entity = nn.Linear(width, 2 * hidden)
        # What is told outright of an entity reaches the heads straight as well.
        self.pair_told = nn.Linear(len(layout["entity"]), 2 * hidden, bias=False)
        self.focus = nn.Linear(hidden, 1)
        self.referent = nn.Linear(hidden, 1)
        self.pointer = nn.Linear(width, 2 * width)
        self.pointed = nn.Linear(width, 2 * width)
        self.nothing = nn.Linear(width, 1)
        # Set by calibrate.py: scale of the focus logits, scale and shift of the referents'.
        self.register_buffer("calibration", torch.tensor([1.0, 1.0, 0.0]))
        self.hidden = hidden
        self.width = width

    def tokens(self, f: dict[str, Tensor]) -> list[Tensor]:
        """Patches, entities, sounds and words, each [B, rows, d], grounded in each other."""
        p = f["patches"].shape[1]
        patches = self.patch(f["patches"] - 0.5) + self.patch_place[:p]
        entities = self.entity(torch.cat([f["entities"], f["entityText"]], -1))
        sounds = self.sound(f["sounds"])
        words = self.word(f["words"]) + self.lexicon(f["wordIds"])
        present = f["present"].unsqueeze(1)
        w = words.shape[1]
        for block in self.reading:
            words, _ = block(words, present[:, :, -w:])
        links = f["wordLinks"]  # [B, C, E, W]
        said = (links @ words.unsqueeze(1)).permute(0, 2, 1, 3).flatten(2)
        meant = (links.transpose(2, 3) @ entities.unsqueeze(1)).permute(0, 2, 1, 3).flatten(2)
        heard = f["soundLinks"].transpose(1, 2) @ self.sounds_to_entities(sounds)
        seen = f["patchLinks"] @ self.patches_to_entities(nn.functional.gelu(patches))
        sounds = sounds + f["soundLinks"] @ self.entities_to_sounds(entities)
        entities = entities + self.words_to_entities(said) + heard + seen
        words = words + self.entities_to_words(meant)
        return [part + self.kinds[i] for i, part in enumerate([patches, entities, sounds, words])]

    def forward(self, f: dict[str, Tensor]) -> dict[str, Tensor]:
        parts = self.tokens(f)
        p, e = parts[0].shape[1], parts[1].shape[1]
        x = torch.cat(parts, 1)
        present = f["present"].unsqueeze(1)
        for block in self.context:
            x, _ = block(x, present)
        x = self.context_norm(x)
        shared = x
        query = self.npc(f["npcs"])
        weights = None
        for block in self.asking:
            query, weights = block(query, f["gates"] + present, x)
        query = self.query_norm(query)
        entities = x[:, p : p + e]
        told = self.pair_entity(entities) + self.pair_told(f["entities"])
        pairs = nn.functional.gelu(self.pair(f["pairs"]) + self.pair_query(query).unsqueeze(2) + told.unsqueeze(1))
        h, d = self.hidden, self.width
        asks, answers = self.pointer(query), self.pointed(entities).transpose(1, 2)
        scale = 1 / math.sqrt(d)
        focus = self.focus(pairs[..., :h]).squeeze(-1) + asks[..., :d] @ answers[:, :d] * scale
        referent = self.referent(pairs[..., h:]).squeeze(-1) + asks[..., d:] @ answers[:, d:] * scale
        there = f["present"][:, p : p + e].unsqueeze(1)
        own = f["pairs"][..., self.layout["pair"].index("self")] * SHUT
        logits = torch.cat([self.nothing(query), focus + there + own], -1)
        return {"logits": logits, "referents": referent + there, "attention": weights, "context": shared}

    def probabilities(self, out: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """Of focus [B, N, 1 + E] and referents [B, N, E]."""
        focus, scale, shift = self.calibration
        return (out["logits"] * focus).softmax(-1), (out["referents"] * scale + shift).sigmoid()

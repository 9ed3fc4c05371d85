"""Self-supervised losses beside the labels: hidden looks and names are told from the rest of the scene and the talk.

Heads.prepare() hides features of some entities and words of a batch; Heads.loss() asks the context's tokens for them.
The heads are thrown away after training.
"""
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, normalize, smooth_l1_loss

HIDDEN_ENTITIES = 0.1
HIDDEN_WORDS = 0.08
TEMPERATURE = 0.1


def look_columns(names: list[str]) -> list[int]:
    """Colour and shape: what sight tells of a thing."""
    return [i for i, n in enumerate(names) if n.startswith(("colour", "shape:")) or n in ("red", "green", "blue", "lightness")]


class Heads(nn.Module):
    def __init__(self, layout: dict, width: int):
        super().__init__()
        self.looks = look_columns(layout["entity"])
        self.text = layout["wordWidth"]
        self.look = nn.Linear(width, len(self.looks))
        self.name = nn.Linear(width, self.text)
        self.word = nn.Linear(width, self.text)

    def prepare(self, f: dict[str, Tensor], rng: np.random.Generator) -> dict[str, Tensor]:
        """Hides in place; returns what was hidden and where."""
        b, e, w = f["entities"].shape[0], f["entities"].shape[1], f["words"].shape[1]
        p, s = f["patches"].shape[1], f["sounds"].shape[1]
        there = f["present"] == 0
        entities = torch.from_numpy(rng.random((b, e)) < HIDDEN_ENTITIES) & there[:, p : p + e]
        words = torch.from_numpy(rng.random((b, w)) < HIDDEN_WORDS) & there[:, p + e + s :]
        hidden = {"entities": entities, "words": words}
        hidden["look"] = f["entities"][..., self.looks][entities]
        hidden["name"] = f["entityText"][entities].clone()
        hidden["word"] = f["words"][..., -self.text :][words].clone()
        keep = (~entities).float().unsqueeze(-1)
        f["entities"][..., self.looks] *= keep
        f["entityText"] *= keep
        f["words"][..., -self.text :] *= (~words).float().unsqueeze(-1)
        f["wordIds"] = f["wordIds"] * ~words
        return hidden

    def loss(self, context: Tensor, f: dict[str, Tensor], hidden: dict[str, Tensor]) -> Tensor:
        """context [B, T, d]: patches, entities, sounds, words."""
        p, e, s = f["patches"].shape[1], f["entities"].shape[1], f["sounds"].shape[1]
        entities = context[:, p : p + e][hidden["entities"]]
        words = context[:, p + e + s :][hidden["words"]]
        parts = [smooth_l1_loss(self.look(entities), hidden["look"])] if len(entities) else []
        parts += [contrast(self.name(entities), hidden["name"]), contrast(self.word(words), hidden["word"])]
        return sum(parts)


def contrast(told: Tensor, hidden: Tensor) -> Tensor:
    """Which of the batch's hidden vectors is this one's? Those that are alike count as right together."""
    known = hidden.norm(dim=-1) > 0.1
    told, hidden = normalize(told[known], dim=-1), normalize(hidden[known], dim=-1)
    if len(told) < 2:
        return told.sum() * 0
    same = (hidden @ hidden.T > 0.98).float()
    return cross_entropy(told @ hidden.T / TEMPERATURE, same / same.sum(-1, keepdim=True))

"""Which entities the last line is about, as one set: the twin of src/model/chosenSet.ts (a test compares both on fixtures).

Of all sets the likeliest is taken, where a set's odds are those of its entities and of what weighs for its size.
"""
import numpy as np
import torch
from torch import Tensor

# Below this an entity is in no set.
UNLIKELY = 0.01


def chosen(p: np.ndarray, weighs: np.ndarray) -> np.ndarray:
    """Probabilities [E] and logits of the sizes 0, 1 … "so many or more" [K]; bool [E]."""
    order = np.argsort(-p, kind="stable")
    likely = np.clip(p[order[p[order] >= UNLIKELY]].astype(np.float64), None, 1 - 1e-6)
    odds = np.append(0, np.cumsum(np.log(likely) - np.log1p(-likely)))
    scores = odds + weighs[np.minimum(np.arange(len(odds)), len(weighs) - 1)]
    out = np.zeros(len(p), bool)
    out[order[: int(scores.argmax())]] = True
    return out


@torch.no_grad()
def size_odds(p: Tensor, most: int) -> Tensor:
    """Logarithm of how likely none, one … `most` or more of independent ones [B, E] happen: [B, most + 1]."""
    counts = torch.zeros(len(p), most + 1)
    counts[:, 0] = 1
    for one in p.unbind(-1):
        up = counts * one.unsqueeze(-1)
        counts = counts - up
        counts[:, 1:] += up[:, :-1]
        counts[:, -1] += up[:, -1]
    return counts.clamp_min(1e-12).log()

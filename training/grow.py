"""Fits a checkpoint to a layout that got features at the end of its lists: what they weigh starts at nothing."""
import torch
from torch import Tensor

# Where the features of a tensor end in a weight's columns: before these many of something else.
GROWN = {"entity.0.weight": ("entity", "wordWidth"), "pair_told.weight": ("entity", None), "pair.weight": ("pair", None)}


def grown(weights: dict[str, Tensor], layout: dict) -> dict[str, Tensor]:
    """The same weights with columns of zeros for each feature that the checkpoint does not know yet."""
    out = dict(weights)
    for name, (features, after) in GROWN.items():
        old = weights[name]
        rest = layout[after] if after else 0
        missing = len(layout[features]) + rest - old.shape[1]
        if missing < 0:
            raise ValueError(f"{name}: the checkpoint knows more features than the layout; take the layout it was trained with")
        at = old.shape[1] - rest
        out[name] = torch.cat([old[:, :at], old.new_zeros(old.shape[0], missing), old[:, at:]], 1)
    return out

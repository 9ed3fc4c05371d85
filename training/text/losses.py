"""What the sentence encoder is corrected by."""
import torch
from torch.nn import functional as F

TEMPERATURE = 0.06
RANKED = 0.06
SAME = 0.85
"""Cosine of the teacher from which two sentences may be of one matter."""


def ranks(said: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """Which of the others is nearest, as the teacher has it."""
    target = (wanted @ wanted.T / RANKED).softmax(1)
    return -(target * (said @ wanted.T / RANKED).log_softmax(1)).sum(1).mean() + (target * target.clamp_min(1e-9).log()).sum(1).mean()


def relations(said: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """The similarities within the batch matter more than the directions themselves."""
    return ((said @ said.T - wanted @ wanted.T) ** 2).mean()


def contrast(said: torch.Tensor, classes: torch.Tensor, wanted: torch.Tensor | None = None) -> torch.Tensor:
    """Supervised contrast: each is nearer to those of its class than to all others; class -1 has no friends. Others that
    the teacher (`wanted`) takes for the same are neither friends nor foes."""
    own = torch.eye(len(said), dtype=torch.bool)
    friends = (classes.unsqueeze(0) == classes.unsqueeze(1)) & (classes >= 0).unsqueeze(0) & ~own
    ignored = own if wanted is None else own | ((wanted @ wanted.T > SAME) & ~friends)
    logs = (said @ said.T / TEMPERATURE).masked_fill(ignored, -1e4).log_softmax(1)
    counts = friends.sum(1)
    return -((logs * friends).sum(1) / counts.clamp_min(1))[counts > 0].mean()


def abuse_loss(said: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Whether hate insults someone in person is not labelled with care: there only the hate counts."""
    cares = torch.stack([torch.ones(len(labels)), (labels[:, 0] < 0.5).float()], 1)
    return F.binary_cross_entropy_with_logits(said, labels, cares, reduction="sum") / cares.sum()

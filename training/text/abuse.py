"""The head that finds abuse in what the sentence encoder has read."""
import torch
from torch import Tensor, nn

from block import Block

FORGOTTEN = 0.1
"""Of the words of every second message in training: no one word shall decide."""


class AbuseHead(nn.Module):
    """Reads the words once more, as they are spelt and as they are meant: who is said what of, and in whose name. Then a small
    network on what is attended to and what is strongest, and a linear one on the meaning."""

    def __init__(self, width: int, embedding: int, outputs: int, narrow: int = 64, heads: int = 4):
        super().__init__()
        self.meaning = nn.Linear(embedding, outputs)
        self.narrow = nn.Sequential(nn.Dropout(0.3), nn.Linear(2 * width, narrow))
        self.block = Block(narrow, heads)
        self.last = nn.LayerNorm(narrow)
        self.score = nn.Linear(narrow, 2)
        self.net = nn.Sequential(nn.Dropout(0.3), nn.Linear(3 * narrow, 48), nn.GELU(), nn.Dropout(0.3), nn.Linear(48, outputs))

    def forward(self, embedding: Tensor, spelt: Tensor, meant: Tensor, present: Tensor) -> Tensor:
        if self.training:
            some = torch.rand(len(present), 1, device=present.device) < 0.5
            present = present * ~(some & (torch.rand(present.shape, device=present.device) < FORGOTTEN))
        absent = -1e4 * (1 - present)
        x = self.narrow(torch.cat([spelt, meant], -1))
        x = self.last(self.block(x, absent.unsqueeze(1).unsqueeze(1)))
        weights = (self.score(x) + absent.unsqueeze(-1)).softmax(1)
        read = (weights.transpose(1, 2) @ x).flatten(1)
        most = (x + absent.unsqueeze(-1)).amax(1)
        return self.meaning(embedding * embedding.shape[-1] ** 0.5) + self.net(torch.cat([read, most], -1))

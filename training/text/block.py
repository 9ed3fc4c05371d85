"""A block of the transformer, of the encoder and of the head that finds abuse."""
import torch
from torch import Tensor, nn
from torch.nn import functional as F


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

"""A small convolutional network that finds faces, writing and things: RGB to three logits for each 4 × 4 pixels."""
import torch
from torch import Tensor, nn

#: Faces and writing are rare: their cells count so much more in training than empty ones.
WEIGHT = [4.0, 3.0, 1.5]
#: Channels in and out, then stride and dilation. src/model/saliency/finder.ts runs the same.
STEM = (3, 16)
QUARTER = [(16, 32, 2, 1), (32, 32, 1, 1)]
EIGHTH = [(32, 64, 2, 1), (64, 64, 1, 1), (64, 64, 1, 1)]
SIXTEENTH = [(64, 128, 2, 1)] + [(128, 128, 1, dilation) for dilation in (1, 2, 4, 1, 2, 4)]


def unit(conv: nn.Conv2d) -> nn.Sequential:
    return nn.Sequential(conv, nn.BatchNorm2d(conv.out_channels), nn.ReLU())


class Block(nn.Module):
    """Depthwise 3 × 3, then 1 × 1; adds its input where the shapes agree."""

    def __init__(self, cin: int, cout: int, stride: int, dilation: int):
        super().__init__()
        self.depth = unit(nn.Conv2d(cin, cin, 3, stride, dilation, dilation, cin, bias=False))
        self.mix = unit(nn.Conv2d(cin, cout, 1, bias=False))
        self.same = cin == cout and stride == 1

    def forward(self, x: Tensor) -> Tensor:
        y = self.mix(self.depth(x))
        return x + y if self.same else y


class Finder(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = unit(nn.Conv2d(*STEM, 3, 2, 1, bias=False))
        self.quarter = nn.Sequential(*[Block(*b) for b in QUARTER])
        self.eighth = nn.Sequential(*[Block(*b) for b in EIGHTH])
        self.sixteenth = nn.Sequential(*[Block(*b) for b in SIXTEENTH])
        self.to_eighth = unit(nn.Conv2d(128, 64, 1, bias=False))
        self.at_eighth = Block(64, 64, 1, 1)
        self.to_quarter = unit(nn.Conv2d(64, 32, 1, bias=False))
        self.at_quarter = Block(32, 32, 1, 1)
        self.head = nn.Conv2d(32, 3, 1)

    def forward(self, x: Tensor) -> Tensor:
        """x [B, 3, H, W] in -0.5..0.5, both sides multiples of 16; logits [B, 3, H / 4, W / 4]."""
        quarter = self.quarter(self.stem(x))
        eighth = self.eighth(quarter)
        deep = self.sixteenth(eighth)
        y = self.at_eighth(eighth + twice(self.to_eighth(deep)))
        y = self.at_quarter(quarter + twice(self.to_quarter(y)))
        return self.head(y)


def twice(x: Tensor) -> Tensor:
    return nn.functional.interpolate(x, scale_factor=2, mode="nearest")


def units(net: Finder) -> list[nn.Sequential]:
    """Convolutions with their norms, in the order of the forward pass; the head comes after them."""
    found = [net.stem]
    for block in [*net.quarter, *net.eighth, *net.sixteenth]:
        found += [block.depth, block.mix]
    found += [net.to_eighth, net.at_eighth.depth, net.at_eighth.mix]
    return [*found, net.to_quarter, net.at_quarter.depth, net.at_quarter.mix]


def layers(net: Finder) -> list[tuple[Tensor, Tensor]]:
    """Weights and biases in the order of the forward pass, batch norm folded in."""
    folded = []
    for conv, norm, _ in units(net):
        gain = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        folded.append((conv.weight * gain[:, None, None, None], norm.bias - norm.running_mean * gain))
    return [*folded, (net.head.weight, net.head.bias)]

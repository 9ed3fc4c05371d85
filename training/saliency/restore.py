"""A checkpoint from the shipped file, for machines where the checkpoints are gone.

python restore.py ../../assets/models/saliency.bin SAMPLES.npz OUT.pt     SAMPLES: of compose.py, any few hundred

The file holds convolutions with their norms folded in. Norms to train with are taken from what the samples make of each
layer, so that the restored network says the same. Blocks at a sixteenth that the file has not yet begin as no change.
"""
import struct
import sys

import numpy as np
import torch
from torch import Tensor, nn

from model import SIXTEENTH, WEIGHT, Finder, units

BLOCK = 2  # convolutions


def convolutions(net: Finder) -> list[tuple[nn.Conv2d, nn.BatchNorm2d | None]]:
    """In the order of the forward pass, which is that of the file."""
    return [*((unit[0], unit[1]) for unit in units(net)), (net.head, None)]


def parse(content: bytes, shapes: list[torch.Size]) -> list[tuple[Tensor, Tensor]] | None:
    """Weights and biases; None where the file is of other shapes."""
    outputs = [shape[0] for shape in shapes]
    if len(content) != 4 + 8 * sum(outputs) + sum(shape.numel() for shape in shapes):
        return None
    if content[:4] != b"SAC1":
        raise ValueError('the saliency weights must begin with "SAC1"')
    at, heads = 4, []
    for count in outputs:
        heads.append(np.array(struct.unpack_from(f"<{2 * count}f", content, at), np.float32).reshape(2, count))
        at += 8 * count
    found = []
    for shape, (scale, bias) in zip(shapes, heads):
        whole = np.frombuffer(content, np.int8, shape.numel(), at).reshape(shape)
        found.append((torch.from_numpy(whole * scale.reshape(-1, 1, 1, 1)), torch.from_numpy(bias)))
        at += shape.numel()
    return found


def set_layers(net: Finder, content: bytes) -> None:
    every = convolutions(net)
    last = 1 + BLOCK * (len(net.quarter) + len(net.eighth) + len(SIXTEENTH))
    for missing in range(len(SIXTEENTH)):
        cut = slice(last - BLOCK * missing, last)
        present = [layer for i, layer in enumerate(every) if i not in range(*cut.indices(len(every)))]
        if layers := parse(content, [conv.weight.shape for conv, _ in present]):
            break
    else:
        raise ValueError(f"{len(content)} bytes are no file of this finder's layers")
    for (conv, norm), (weights, bias) in zip(present, layers):
        conv.weight.data.copy_(weights)
        (conv if norm is None else norm).bias.data.copy_(bias)
    for block in net.sixteenth[len(SIXTEENTH) - missing :]:
        nn.init.zeros_(block.mix[1].weight)


def norm_by(net: Finder, pictures: Tensor) -> None:
    """Gives each norm the mean and spread of what reaches it, and undoes them behind it."""

    def take(norm: nn.BatchNorm2d, inputs: tuple[Tensor]) -> None:
        spread, mean = torch.var_mean(inputs[0], (0, 2, 3))
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(spread)
        if norm.weight.abs().max() > 0:
            norm.weight.data.copy_(torch.sqrt(spread + norm.eps))
            norm.bias.data.add_(mean)

    hooks = [norm.register_forward_pre_hook(take) for _, norm in convolutions(net) if norm is not None]
    net(pictures)
    for hook in hooks:
        hook.remove()


@torch.no_grad()
def main() -> None:
    source, samples, out = sys.argv[1:]
    torch.manual_seed(3)
    net = Finder().eval()
    set_layers(net, open(source, "rb").read())
    net.head.bias += torch.log(torch.tensor(WEIGHT))
    images = np.load(samples)["images"][:256]
    norm_by(net, torch.from_numpy(images).permute(0, 3, 1, 2).float() / 255 - 0.5)
    torch.save(net.state_dict(), out)


if __name__ == "__main__":
    main()

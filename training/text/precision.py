"""Numbers of half the size, where the processor reckons with them."""
import torch

HALVES = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
"""Elsewhere bfloat16 is emulated, forty times slower than float32."""


def halved() -> torch.autocast:
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALVES)

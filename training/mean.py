"""The mean of two checkpoints' weights: between what was learnt before and what came new, better than either.

python mean.py --of attention4 --with shipped --share 0.7 --out attention      0.7 of attention4
"""
import argparse

import torch

from export import layout
from grow import grown
from train import RUNS


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--of", required=True)
    parser.add_argument("--with", dest="other", required=True)
    parser.add_argument("--share", type=float, default=0.5, help="of the first")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    saved = [torch.load(RUNS / f"{name}.pt", weights_only=True) for name in (args.of, args.other)]
    first, second = (grown(s["weights"], layout()) for s in saved)
    weights = {k: args.share * first[k] + (1 - args.share) * second[k] for k in first}
    # A mean needs a calibration of its own.
    weights["calibration"] = torch.tensor([1.0, 1.0, 0.0])
    torch.save({"shape": saved[0]["shape"], "weights": weights}, RUNS / f"{args.out}.pt")


if __name__ == "__main__":
    main()

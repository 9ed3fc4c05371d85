"""A checkpoint from the shipped attention.onnx, for machines where runs/ is gone.

python restore.py [--out shipped]      writes runs/NAME.pt; its outputs are those of the file within 1e-5

The graph stores some weights under names of the exporter's own, turned or cut. A model of random weights is exported by
the same code: what its file holds in a place tells which weight the shipped file holds there.
"""
import argparse
import pathlib
import tempfile

import numpy as np
import onnx
import onnx.numpy_helper
import torch

from export import MODELS, check, export, halved, layout
from model import AttentionModel
from train import RUNS

TOLERANCE = 1e-5


def stored(path: pathlib.Path) -> list[np.ndarray]:
    return [onnx.numpy_helper.to_array(w).astype(np.float32) for w in onnx.load(str(path)).graph.initializer]


def place_of(values: np.ndarray, weights: dict[str, np.ndarray]) -> tuple[str, int | None, bool]:
    """Name, row if only one of the weight's rows is there, and whether it is turned."""
    for name, weight in weights.items():
        for turned in (False, True):
            whole = weight.T if turned else weight
            if whole.shape == values.shape and np.array_equal(whole, values):
                return name, None, turned
        if weight.ndim == 2 and weight.shape[1:] == values.shape:
            rows = np.flatnonzero((weight == values).all(1))
            if len(rows) == 1:
                return name, int(rows[0]), False
    raise ValueError(f"the graph holds {values.shape} that is no weight of the model: was export.py changed?")


def restored(path: pathlib.Path) -> AttentionModel:
    torch.manual_seed(3)
    model = AttentionModel(layout())
    # Norms start as ones and zeros: alike, they could not be told apart.
    model.load_state_dict({k: torch.randn_like(v) for k, v in model.state_dict().items()})
    model = halved(model)
    with tempfile.TemporaryDirectory() as folder:
        reference = pathlib.Path(folder) / "random.onnx"
        export(model, reference)
        random, shipped = stored(reference), stored(path)
    if [w.shape for w in random] != [w.shape for w in shipped]:
        raise ValueError("the shipped file has other weights than this code exports; take the code it was made with")
    weights = {k: v.numpy() for k, v in model.state_dict().items()}
    found = {k: np.full_like(v, np.nan) for k, v in weights.items()}
    for tag, values in zip(random, shipped):
        name, row, turned = place_of(tag, weights)
        if row is None:
            found[name] = values.T if turned else values
        else:
            found[name][row] = values
    missing = [k for k, v in found.items() if np.isnan(v).any()]
    if missing:
        raise ValueError(f"the shipped file lacks {missing}")
    model.load_state_dict({k: torch.from_numpy(np.ascontiguousarray(v)) for k, v in found.items()})
    return model


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="shipped", help="name of the checkpoint in runs/")
    args = parser.parse_args()
    path = MODELS / "attention.onnx"
    model = restored(path)
    difference = check(model, path)
    print("largest difference to the file", difference)
    if difference > TOLERANCE:
        raise SystemExit("the weights are not those of the file; nothing is written")
    RUNS.mkdir(exist_ok=True)
    shape = {"width": model.width, "heads": model.context[0].attention.heads, "layers": len(model.context)}
    torch.save({"shape": shape, "weights": model.state_dict()}, RUNS / f"{args.out}.pt")


if __name__ == "__main__":
    main()

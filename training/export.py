"""Writes assets/models/attention.onnx and manifest.json from a checkpoint, and checks it against PyTorch.

python export.py [--checkpoint runs/attention.pt] [--random]
"""
import argparse
import hashlib
import json
import pathlib
import subprocess

import numpy as np
import onnx
import onnx.numpy_helper
import onnxruntime
import torch
from torch import nn

from model import AttentionModel

HERE = pathlib.Path(__file__).parent
MODELS = HERE.parent / "assets" / "models"
INPUTS = {
    "patches": ("P", "patchValues"),
    "patchLinks": ("E", "P"),
    "entities": ("E", "entity"),
    "entityText": ("E", "wordWidth"),
    "sounds": ("S", "sound"),
    "soundLinks": ("S", "E"),
    "words": ("W", "word+"),
    "wordIds": ("W",),
    "wordLinks": ("wordLinks", "E", "W"),
    "present": ("T",),
    "npcs": ("N", "npc"),
    "pairs": ("N", "E", "pair"),
    "gates": ("N", "T"),
}


def layout() -> dict:
    return json.loads((HERE / "layout.json").read_text())


def sizes(names: dict) -> dict[str, int]:
    fixed = {k: v if isinstance(v, int) else len(v) for k, v in names.items() if isinstance(v, (int, list))}
    fixed["word+"] = fixed["word"] + fixed["wordWidth"]
    return fixed


def example(names: dict, p: int, e: int, s: int, w: int, n: int, seed: int) -> dict[str, torch.Tensor]:
    """A random observation of the given sizes."""
    generator = torch.Generator().manual_seed(seed)
    size = sizes(names) | {"P": p, "E": e, "S": s, "W": w, "N": n, "T": p + e + s + w}
    feeds = {k: torch.rand([size[d] for d in dims], generator=generator) for k, dims in INPUTS.items()}
    feeds["wordIds"] = torch.randint(0, names["lexiconRows"], [w], generator=generator, dtype=torch.int32)
    feeds["present"] = torch.zeros(size["T"])
    feeds["gates"] = -feeds["gates"]
    feeds["pairs"][..., names["pair"].index("self")] = 0
    return feeds


class Exported(nn.Module):
    def __init__(self, model: AttentionModel):
        super().__init__()
        self.model = model

    def forward(self, *inputs: torch.Tensor):
        feeds = {name: value.unsqueeze(0) for name, value in zip(INPUTS, inputs)}
        out = self.model(feeds)
        focus, referents = self.model.probabilities(out)
        return focus[0], referents[0], out["attention"][0]


def halved(model: AttentionModel) -> AttentionModel:
    """The same model with weights that float16 can hold: what the file stores is what PyTorch computes with."""
    model.load_state_dict({k: v.half().float() for k, v in model.state_dict().items()})
    return model


def store_halved(graph: onnx.ModelProto) -> None:
    """Keeps the larger weights as float16, each cast to float32 when the session folds its constants."""
    casts = []
    for weight in list(graph.graph.initializer):
        values = onnx.numpy_helper.to_array(weight)
        if values.dtype != np.float32 or values.size < 64:
            continue
        name = weight.name
        weight.CopyFrom(onnx.numpy_helper.from_array(values.astype(np.float16), f"{name}_half"))
        casts.append(onnx.helper.make_node("Cast", [f"{name}_half"], [name], to=onnx.TensorProto.FLOAT))
    nodes = list(graph.graph.node)
    del graph.graph.node[:]
    graph.graph.node.extend(casts + nodes)


def export(model: AttentionModel, path: pathlib.Path) -> None:
    names = model.layout
    feeds = example(names, 5, 7, 3, 6, 2, 1)
    symbols = set("PESWNT")
    torch.onnx.export(
        Exported(model.eval()),
        tuple(feeds.values()),
        str(path),
        input_names=list(INPUTS),
        output_names=["focus", "referents", "attention"],
        dynamic_axes={k: {i: d for i, d in enumerate(dims) if d in symbols} for k, dims in INPUTS.items()},
        opset_version=17,
        dynamo=False,
    )
    graph = onnx.load(str(path))
    store_halved(graph)
    graph.doc_string = "babylon-perception attention model"
    onnx.checker.check_model(graph)
    onnx.save(graph, str(path))


def check(model: AttentionModel, path: pathlib.Path) -> float:
    """Largest difference between PyTorch and ONNX Runtime over several sizes."""
    session = onnxruntime.InferenceSession(str(path))
    worst = 0.0
    for i, shape in enumerate([(144, 60, 12, 40, 32), (1, 1, 1, 1, 1), (144, 3, 1, 9, 1), (1, 26, 1, 72, 3)]):
        feeds = example(model.layout, *shape, seed=10 + i)
        with torch.no_grad():
            wanted = Exported(model.eval())(*feeds.values())
        got = session.run(None, {k: v.numpy() for k, v in feeds.items()})
        worst = max(worst, *(float(np.abs(a.numpy() - b).max()) for a, b in zip(wanted, got)))
    return worst


def write_manifest(**more: str) -> None:
    def entry(name: str) -> dict:
        data = (MODELS / name).read_bytes()
        return {"file": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}

    # What other steps export stays listed; `more` is what this one did.
    listed = MODELS / "manifest.json"
    files = json.loads(listed.read_text())["files"] if listed.exists() else {}
    files |= {"attention": entry("attention.onnx"), "words": entry("words.bin")} | {k: entry(v) for k, v in more.items()}
    (MODELS / "manifest.json").write_text(json.dumps({"version": 1, "files": files}, indent=2) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", default=str(HERE / "runs/attention.pt"))
    parser.add_argument("--random", action="store_true", help="untrained weights, to try the plumbing")
    args = parser.parse_args()
    torch.manual_seed(1)
    if args.random:
        model = AttentionModel(layout())
    else:
        saved = torch.load(args.checkpoint, weights_only=True)
        model = AttentionModel(layout(), **saved["shape"])
        model.load_state_dict(saved["weights"])
    model = halved(model)
    path = MODELS / "attention.onnx"
    export(model, path)
    print("parameters", sum(p.numel() for p in model.parameters()), "bytes", path.stat().st_size)
    print("largest difference to PyTorch", check(model, path))
    write_manifest()


if __name__ == "__main__":
    main()

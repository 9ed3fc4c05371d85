"""A checkpoint to go on from, out of the shipped files: runs/sentences.pt from assets/models/sentences.onnx, vocabulary.bin.

python text/restore.py --steps 11068
The weights of the file have 8 bits: they come back as what the product computes with, not as they were trained. Every
parameter must be found; the optimiser's state is lost. Prints how alike both read random tokens.
"""
import argparse
import pathlib
import re

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper

from encoder import SentenceEncoder
from export_sentences import INPUTS, MODELS, OUTPUTS, RUN, Exported, example


def parameter_name(node: str) -> str:
    """/model/sentiment/net/net.0/Gemm_MatMul_quant → sentiment.net.0.weight"""
    parts: list[str] = []
    for part in node.split("/")[2:-1]:
        if parts and part.startswith(parts[-1] + "."):
            parts.pop()
        parts.append(part)
    return ".".join(parts) + ".weight"


def weights_of(path: pathlib.Path) -> dict[str, torch.Tensor]:
    graph = onnx.load(str(path)).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    whole = lambda name: (stored[f"{name}_quantized"].astype(np.float32) - stored[f"{name}_zero_point"]) * stored[f"{name}_scale"]
    found = {re.sub(r"^model\.", "", name): value for name, value in stored.items() if name.startswith("model.") and name.endswith((".bias", ".weight", ".places"))}
    found["tokens.weight"] = whole("model.tokens.weight")
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            found[parameter_name(node.name)] = whole(node.input[1].removesuffix("_quantized")).T
    return {name: torch.from_numpy(np.array(value, np.float32)) for name, value in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, required=True, help="that the shipped file was trained for")
    path = MODELS / "sentences.onnx"
    hashes = np.fromfile(MODELS / "vocabulary.bin", np.uint32).tolist()
    model = SentenceEncoder(len(hashes))
    model.load_state_dict(weights_of(path))
    feeds = example(len(hashes), 64, 12, 3)
    with torch.no_grad():
        mine = [out.numpy() for out in Exported(model).eval()(*feeds)]
    shipped = onnxruntime.InferenceSession(str(path)).run(None, {k: v.numpy() for k, v in zip(INPUTS, feeds)})
    print("least cosine", float((mine[0] * shipped[0]).sum(1).min()), "largest differences", {k: float(np.abs(a - b).max()) for k, a, b in zip(OUTPUTS, mine, shipped)})
    torch.save({"shape": model.shape, "weights": model.state_dict(), "hashes": hashes, "steps": parser.parse_args().steps}, RUN)


if __name__ == "__main__":
    main()

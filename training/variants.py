"""Writes variants of the attention model beside each other, each a folder that manifestUrl may point at.

python variants.py [--model ../assets/models] [--out runs/variants]

fp32: as exported, float16 weights widened. half: weights of 64 numbers and more stored as float16, computed in
float32. int8: dynamic quantization of the matrix products' weights, activations by what comes.
Measured by node scripts/node.mjs bench/robustness/variants.ts.
"""
import argparse
import hashlib
import json
import pathlib
import shutil

import numpy as np
import onnx
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

HERE = pathlib.Path(__file__).parent
LEAST_HALVED = 64


def widened(graph: onnx.ModelProto) -> onnx.ModelProto:
    """Weights that are stored as float16 and cast become float32 again."""
    weights = {weight.name: weight for weight in graph.graph.initializer}
    kept = []
    for node in graph.graph.node:
        weight = weights.get(node.input[0]) if node.op_type == "Cast" else None
        if weight is None or weight.data_type != onnx.TensorProto.FLOAT16:
            kept.append(node)
            continue
        values = numpy_helper.to_array(weight).astype(np.float32)
        weight.CopyFrom(numpy_helper.from_array(values, node.output[0]))
    del graph.graph.node[:]
    graph.graph.node.extend(kept)
    return graph


def halved(graph: onnx.ModelProto) -> onnx.ModelProto:
    casts = []
    for weight in graph.graph.initializer:
        values = numpy_helper.to_array(weight)
        if values.dtype != np.float32 or values.size < LEAST_HALVED:
            continue
        name = weight.name
        weight.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{name}_half"))
        casts.append(onnx.helper.make_node("Cast", [f"{name}_half"], [name], to=onnx.TensorProto.FLOAT))
    nodes = list(graph.graph.node)
    del graph.graph.node[:]
    graph.graph.node.extend(casts + nodes)
    return graph


def write(folder: pathlib.Path, model: pathlib.Path, graph: onnx.ModelProto | None) -> None:
    """A model's folder with another attention.onnx; its canary belongs to other weights and stays away."""
    folder.mkdir(parents=True, exist_ok=True)
    if graph is not None:
        onnx.save(graph, str(folder / "attention.onnx"))
    shutil.copy(model / "words.bin", folder)
    listed = json.loads((model / "manifest.json").read_text())["files"]
    data = (folder / "attention.onnx").read_bytes()
    entry = {"file": "attention.onnx", "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    manifest = {"version": 1, "files": {"attention": entry, "words": listed["words"]}}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    print(folder.name, len(data))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=pathlib.Path, default=HERE.parent / "assets" / "models")
    parser.add_argument("--out", type=pathlib.Path, default=HERE / "runs" / "variants")
    args = parser.parse_args()
    whole = widened(onnx.load(str(args.model / "attention.onnx")))
    write(args.out / "fp32", args.model, whole)
    write(args.out / "half", args.model, halved(onnx.load(str(args.out / "fp32" / "attention.onnx"))))
    small = args.out / "int8"
    small.mkdir(parents=True, exist_ok=True)
    quantize_dynamic(
        str(args.out / "fp32" / "attention.onnx"),
        str(small / "attention.onnx"),
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm"],
    )
    write(small, args.model, None)


if __name__ == "__main__":
    main()

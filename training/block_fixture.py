"""Writes the model's multi-head attention as a graph of its own, its weights as inputs, for a test in the browser.

python block_fixture.py
"""
import pathlib

import onnx
import torch

from model import Attention

PATH = pathlib.Path(__file__).parent.parent / "test" / "browser" / "fixtures" / "attentionBlock.onnx"
WEIGHTS = ["q.weight", "q.bias", "kv.weight", "kv.bias", "out.weight", "out.bias"]
# Of the model as it is shipped.
WIDTH, HEADS = 96, 4


def main() -> None:
    attention = Attention(WIDTH, HEADS).eval()
    PATH.parent.mkdir(exist_ok=True)
    torch.onnx.export(
        attention,
        (torch.rand(1, 3, WIDTH), torch.rand(1, 5, WIDTH), torch.zeros(1, 3, 5)),
        str(PATH),
        input_names=["query", "context", "bias"],
        output_names=["mixed", "weights"],
        dynamic_axes={"query": {1: "N"}, "context": {1: "T"}, "bias": {1: "N", 2: "T"}},
        opset_version=17,
        do_constant_folding=False,  # it would turn the weights and rename them
        dynamo=False,
    )
    model = onnx.load(str(PATH))
    graph = model.graph
    for weight in [w for w in graph.initializer if w.name in WEIGHTS]:
        graph.input.append(onnx.helper.make_tensor_value_info(weight.name, weight.data_type, weight.dims))
        graph.initializer.remove(weight)
    for node in graph.node:
        node.doc_string = ""
    onnx.checker.check_model(model)
    onnx.save(model, str(PATH))
    print([v.name for v in graph.input], PATH.stat().st_size, "bytes")


if __name__ == "__main__":
    main()

"""Writes the ONNX package's own cases of the operator Attention as a bench set, every input by its own name.

python onnx_attention.py FOLDER
npm run --silent predict -- --set FOLDER < FOLDER/cases.jsonl > predictions.jsonl
"""
import argparse
import json
import pathlib

import numpy as np
from onnx import helper, numpy_helper
from onnx.backend.test.case.node import collect_testcases

INPUTS = ["Q", "K", "V", "attn_mask", "past_key", "past_value", "nonpad_kv_seqlen"]
OUTPUTS = ["Y", "present_key", "present_value", "qk_matmul_output"]
TYPES = {"float64", "float32", "float16", "bool", "int64"}


def plain(value: np.ndarray) -> dict:
    """As JSON, which has no infinity."""
    value = np.asarray(value)
    data = ["-inf" if v == -np.inf else v for v in value.ravel().tolist()]
    return {"dims": list(value.shape), "type": str(value.dtype), "data": data}


def named(names: list[str], given: list[str], values: list) -> dict:
    """Values lack what the node leaves out; the node's list keeps its place by an empty name."""
    present = iter(values)
    arrays = {name: next(present) for name, own in zip(names, given) if own}
    assert next(present, None) is None
    return {k: plain(v if isinstance(v, np.ndarray) else numpy_helper.to_array(v)) for k, v in arrays.items()}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    cases, expected = [], []
    for case in collect_testcases("Attention"):
        nodes = case.model.graph.node
        if len(nodes) != 1 or nodes[0].op_type != "Attention":
            continue  # the same once more, written out in simpler operators
        inputs, outputs = case.data_sets[0]
        one = {"inputs": named(INPUTS, nodes[0].input, inputs), "outputs": named(OUTPUTS, nodes[0].output, outputs)}
        if not {t["type"] for part in one.values() for t in part.values()} <= TYPES:
            continue
        attributes = {a.name: helper.get_attribute_value(a) for a in nodes[0].attribute}
        opset = case.model.opset_import[0].version
        cases.append({"id": case.name, "task": "attention", "opset": opset, "inputs": one["inputs"],
                      "attributes": attributes})
        expected.append({"id": case.name, "outputs": one["outputs"]})
    (folder / "set.json").write_text(json.dumps({"set": "onnx-attention", "task": "attention"}))
    for name, rows in (("cases", cases), ("expected", expected)):
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    print(len(cases), "cases")


if __name__ == "__main__":
    main()

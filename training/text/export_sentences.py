"""Writes assets/models/sentences.onnx (8-bit weights), vocabulary.bin and the manifest, and checks them.

python text/export_sentences.py
"""
import pathlib
import sys

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from encoder import WORD_WIDTH, SentenceEncoder

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parent))
from export import MODELS, write_manifest  # noqa: E402

RUN = HERE.parent / "runs" / "sentences.pt"
INPUTS = ("ids", "vectors", "present")
OUTPUTS = ("embedding", "sentiment", "abuse")


class Exported(nn.Module):
    def __init__(self, model: SentenceEncoder):
        super().__init__()
        self.model = model

    def forward(self, ids, vectors, present):
        embedding, sentiment, abuse = self.model(ids, vectors, present)
        return embedding, sentiment.sigmoid(), abuse.sigmoid()


def example(vocabulary: int, batch: int, width: int, seed: int) -> tuple[torch.Tensor, ...]:
    generator = torch.Generator().manual_seed(seed)
    ids = torch.randint(0, vocabulary, (batch, width), generator=generator, dtype=torch.int32)
    vectors = nn.functional.normalize(torch.randn(batch, width, WORD_WIDTH, generator=generator), dim=-1)
    present = (torch.arange(width) < torch.randint(1, width + 1, (batch, 1), generator=generator)).float()
    return ids * present.int(), vectors * present.unsqueeze(-1), present


def main() -> None:
    saved = torch.load(RUN, weights_only=True)
    model = SentenceEncoder(**saved["shape"])
    model.load_state_dict(saved["weights"])
    exact, path = HERE.parent / "runs" / "sentences.onnx", MODELS / "sentences.onnx"
    exported = Exported(model).eval()
    torch.onnx.export(
        exported,
        example(100, 2, 5, 1),
        str(exact),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes={k: {0: "B", 1: "W"} for k in INPUTS} | {k: {0: "B"} for k in OUTPUTS},
        opset_version=17,
        dynamo=False,
    )
    exported.eval()  # the exporter turns training on again
    quantize_dynamic(str(exact), str(path), per_channel=True, weight_type=QuantType.QInt8)
    onnx.checker.check_model(onnx.load(str(path)))
    np.array(saved["hashes"], np.uint32).tofile(MODELS / "vocabulary.bin")
    for name, file in (("float", exact), ("8-bit", path)):
        session = onnxruntime.InferenceSession(str(file))
        feeds = example(saved["shape"]["vocabulary"], 8, 12, 3)
        with torch.no_grad():
            wanted = exported(*feeds)
        got = session.run(None, {k: v.numpy() for k, v in zip(INPUTS, feeds)})
        worst = [float(np.abs(a.numpy() - b).max()) for a, b in zip(wanted, got)]
        print(name, "bytes", file.stat().st_size, "largest difference to PyTorch", dict(zip(OUTPUTS, worst)))
    print("parameters", sum(p.numel() for p in model.parameters()), "steps", saved["steps"])
    write_manifest(sentences="sentences.onnx", vocabulary="vocabulary.bin")


if __name__ == "__main__":
    main()

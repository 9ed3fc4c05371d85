"""Writes the finder's weights as int8 with a scale for each output channel, and enters them in the manifest.

python export.py finder.pt [more.pt …] ../../assets/models     several checkpoints of one run: their mean"""
import hashlib
import json
import pathlib
import sys

import numpy as np
import torch

from model import WEIGHT, Finder, layers

*sources, folder = sys.argv[1:]
folder = pathlib.Path(folder)
states = [torch.load(source, weights_only=True) for source in sources]
net = Finder()
net.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
net.eval()
with torch.no_grad():
    # Training counted what is there more than what is not; probabilities are to be honest again.
    net.head.bias -= torch.log(torch.tensor(WEIGHT))
heads, bodies = [], []
for weights, bias in layers(net):
    w = weights.detach().numpy()
    scale = np.maximum(np.abs(w).reshape(len(w), -1).max(1), 1e-8) / 127
    bodies.append(np.round(w / scale.reshape(-1, 1, 1, 1)).astype(np.int8).tobytes())
    heads.append(scale.astype("<f4").tobytes() + bias.detach().numpy().astype("<f4").tobytes())
content = b"SAC1" + b"".join(heads) + b"".join(bodies)
(folder / "saliency.bin").write_bytes(content)
manifest = folder / "manifest.json"
listed = json.loads(manifest.read_text())
listed["files"]["saliency"] = {"file": "saliency.bin", "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
manifest.write_text(json.dumps(listed, indent=2) + "\n")
print("saliency.bin", len(content), "bytes")

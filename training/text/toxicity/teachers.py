"""Two free classifiers that others trained, as teachers: tox-block (MIT; learnt from Jigsaw's comments, CC0) and
hatesonar (MIT). Nothing of theirs is executed: weights and vocabulary are read, the networks are built here."""

import builtins
import collections
import pickle
import re
from pathlib import Path

import h5py
import numpy as np
import onnx
import onnxruntime
import torch

CLASSES = ["toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate"]
LENGTH = 100
SETTLED = 24  # padding after which the network's state moves no more
FILTERS = re.compile(r"[!\"#$%&()*+,\-./:;<=>?@\[\\\]^_`{|}~\t\n]+")


class _Stub:
    def __setstate__(self, state):
        self.__dict__.update(state)


class _Reader(pickle.Unpickler):
    """Unpickles data only: every class but the plain containers becomes an empty stub."""

    SAFE = {
        ("collections", "OrderedDict"): collections.OrderedDict,
        ("collections", "defaultdict"): collections.defaultdict,
        ("builtins", "int"): builtins.int,
    }

    def find_class(self, module, name):
        return self.SAFE.get((module, name)) or type(name, (_Stub,), {})


class ToxBlock:
    """Bidirectional LSTM over 100 words; six probabilities for each text."""

    def __init__(self, folder: Path):
        models = folder / "tox_block" / "trained_models"
        with open(models / "encoder_0.1.2.pkl", "rb") as file:
            index = _Reader(file).load().tokenizer.word_index
        self.index = {word: row for word, row in index.items() if row < 20000}
        weights = h5py.File(models / "lstm_model_0.1.2.h5")["model_weights"]
        tensor = lambda name: torch.tensor(np.array(weights[name]))
        self.embeddings = tensor("embedding/embedding/embeddings:0")
        self.lstm = torch.nn.LSTM(50, 50, batch_first=True, bidirectional=True)
        for side, suffix in (("forward", ""), ("backward", "_reverse")):
            path = f"bidirectional/bidirectional/{side}_lstm/"
            state = self.lstm.state_dict()
            state["weight_ih_l0" + suffix].copy_(tensor(path + "kernel:0").T)
            state["weight_hh_l0" + suffix].copy_(tensor(path + "recurrent_kernel:0").T)
            state["bias_ih_l0" + suffix].copy_(tensor(path + "bias:0"))
            state["bias_hh_l0" + suffix].zero_()
        self.layers = [
            (tensor(f"{name}/{name}/kernel:0"), tensor(f"{name}/{name}/bias:0")) for name in ("dense", "dense_1")
        ]

    def rows(self, text: str) -> list[int]:
        words = (self.index.get(word) for word in FILTERS.sub(" ", text.lower()).split())
        return [row for row in words if row][-LENGTH:]

    @torch.no_grad()
    def __call__(self, texts: list[str]) -> np.ndarray:
        found = [self.rows(text) for text in texts]
        width = min(LENGTH, max(map(len, found)) + SETTLED)
        padded = torch.zeros(len(texts), width, dtype=torch.long)
        for i, rows in enumerate(found):
            if rows:
                padded[i, -len(rows) :] = torch.tensor(rows)
        hidden = self.lstm(self.embeddings[padded])[0].max(1).values
        (kernel, bias), (last, last_bias) = self.layers
        hidden = torch.relu(hidden @ kernel + bias)
        return torch.sigmoid(hidden @ last + last_bias).numpy()


class HateSonar:
    """Linear model over n-grams; probabilities of hate, offence, neither."""

    def __init__(self, folder: Path):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        model = onnx.load(folder / "hatesonar" / "model" / "model.onnx")
        for node in model.graph.node:  # the default locale is not installed everywhere
            if node.op_type == "StringNormalizer":
                node.attribute.append(onnx.helper.make_attribute("locale", "C"))
        self.session = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )

    def __call__(self, texts: list[str]) -> np.ndarray:
        found = self.session.run(None, {"text": np.array(texts, dtype=object)})[1]
        if isinstance(found, list):
            return np.array([[row[k] for k in range(3)] for row in found], dtype=np.float32)
        return np.asarray(found, dtype=np.float32)

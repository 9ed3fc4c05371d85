"""What the present encoder (runs/sentences.pt) says of the sentiment of goemotions' training sentences, mixed with their
labels as text/feel.py mixes its teacher's: a leg that is for meaning shall not unlearn it, and its teacher is long to train.

python text/feel_again.py --bench SETS    writes data/text/feelings.jsonl, as text/feel.py does
"""
import argparse
import json
import pathlib

import torch

from corpora import DATA, SENTIMENTS, Corpus
from dataset import Forms, WordTable, read_lines
from encoder import SentenceEncoder
from tokens import Vocabulary
from train_sentences import RUN, encode, resume

LABELS = 0.4
"""Share of the labels, beside the encoder's own opinion."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", type=pathlib.Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    saved = torch.load(RUN, weights_only=True)
    model = SentenceEncoder(len(saved["hashes"]))
    resume(model, saved["weights"])
    model.eval()
    lines = [x for x in read_lines(args.bench / "goemotions/train.jsonl") if x["part"] == "train"]
    forms = Forms(Vocabulary(saved["hashes"]), WordTable())
    rows, labels = Corpus.labelled(forms, lines, lambda x: [s in x["labels"] for s in SENTIMENTS])
    said = encode(model, forms.freeze(), rows)[1].sigmoid()
    mixed = LABELS * labels + (1 - LABELS) * said
    with open(DATA / "feelings.jsonl", "w", encoding="utf-8") as out:
        for line, feelings in zip(lines, mixed.tolist()):
            out.write(json.dumps({"text": line["text"], "feelings": [round(f, 3) for f in feelings]}) + "\n")


if __name__ == "__main__":
    main()

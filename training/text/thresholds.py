"""The probabilities from which a sentiment or abuse is told (src/model/text/tone.ts): the best F1 on validation parts.

python text/thresholds.py --bench ../../shared/bench/sets
"""
import argparse
import pathlib

import torch

from dataset import DATA, Forms, WordTable, read_lines
from encoder import ABUSE, SENTIMENTS, SentenceEncoder
from tokens import Vocabulary
from corpora import Corpus
from train_sentences import RUN, encode


PRIOR = 1 / 3


def f1(said: torch.Tensor, wanted: torch.Tensor) -> float:
    return float(2 * (said & wanted).sum() / (said.sum() + wanted.sum()).clamp_min(1))


def macro(said: torch.Tensor, wanted: torch.Tensor) -> float:
    """Of abuse, as if it were a third of what is said: it is half of our own messages, and less in play."""
    weights = torch.where(wanted, PRIOR / wanted.float().mean(), (1 - PRIOR) / (~wanted).float().mean())
    weighed = lambda a, b: float(2 * weights[a & b].sum() / (weights[a].sum() + weights[b].sum()).clamp_min(1))
    return (weighed(said, wanted) + weighed(~said, ~wanted)) / 2


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", type=pathlib.Path, required=True)
    torch.set_num_threads(1)
    saved = torch.load(RUN, weights_only=True)
    model = SentenceEncoder(**saved["shape"])
    model.load_state_dict(saved["weights"])
    model.eval()
    forms = Forms(Vocabulary(saved["hashes"]), WordTable())
    felt = [x for x in read_lines(parser.parse_args().bench / "goemotions/train.jsonl") if x["part"] == "dev"]
    messages = [x for x in read_lines(DATA / "toxicity.jsonl") if x["part"] == "val"]
    feelings = Corpus.labelled(forms, felt, lambda x: [s in x["labels"] for s in SENTIMENTS])
    abuses = Corpus.labelled(forms, messages, lambda x: [x[a] for a in ABUSE])
    tables = forms.freeze()
    candidates = [i / 50 for i in range(1, 46)]
    rows, labels = feelings
    said = encode(model, tables, rows)[1].sigmoid()
    scores = []
    for i, name in enumerate(SENTIMENTS):
        best = max(candidates, key=lambda t: f1(said[:, i] >= t, labels[:, i] > 0))
        scores.append(f1(said[:, i] >= best, labels[:, i] > 0))
        print(name, "from", best, "F1", round(scores[-1], 3))
    print("sentiment macro-F1", round(sum(scores) / len(scores), 3))
    rows, labels = abuses
    said, bad = encode(model, tables, rows)[2].sigmoid(), labels > 0.5
    for i, name in enumerate(ABUSE):
        kept = torch.ones(len(bad), dtype=torch.bool) if name == "hate" else ~bad[:, 0]
        best = max(candidates, key=lambda t: macro(said[kept, i] >= t, bad[kept, i]))
        print(name, "from", best, "macro-F1", round(macro(said[kept, i] >= best, bad[kept, i]), 3))
    pairs = [(hate, insult) for hate in candidates for insult in candidates]
    either = lambda pair: (said >= torch.tensor(pair)).any(1)
    best = max(pairs, key=lambda pair: macro(either(pair), bad.any(1)))
    print("either, from", dict(zip(ABUSE, best)), "macro-F1", round(macro(either(best), bad.any(1)), 3))
    right = either(best) == bad.any(1)
    for kind in sorted({x["kind"] for x in messages}):
        of_kind = torch.tensor([x["kind"] == kind for x in messages])
        print(f"  {kind}: {float(right[of_kind].float().mean()):.2f} of {int(of_kind.sum())}")


if __name__ == "__main__":
    main()

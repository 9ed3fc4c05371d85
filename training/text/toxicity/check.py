"""Sanity of the generated file: labels, parts, splits by wording. Prints nothing wrong or fails."""

import argparse
import json
from pathlib import Path

from grammar import Grammar
from groups import OTHERS, PROTECTED, entries

DATA = Path(__file__).resolve().parents[2] / "data"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--file", type=Path, default=DATA / "text" / "toxicity.jsonl")
    rows = [json.loads(line) for line in open(parser.parse_args().file)]
    train, val = Grammar("train"), Grammar("val")
    labels = {kind.name: (kind.hate, kind.insult) for kind in train.kinds}
    assert all((row["hate"], row["insult"]) == labels[row["kind"]] for row in rows), "a label is not its kind's"
    texts = [row["text"].lower() for row in rows]
    assert len(set(texts)) == len(texts), "two messages are alike"
    assert not any("{" in text or "<" in text or "[" in text for text in texts), "a slot was not filled"
    for ours, theirs in zip(train.kinds, val.kinds):
        assert ours.frames and theirs.frames and not set(ours.frames) & set(theirs.frames), ours.name
        assert {row["part"] for row in rows if row["kind"] == ours.name} == {"train", "val"}, ours.name
    for table in (PROTECTED, OTHERS):
        assert not set(entries(table, "train")) & set(entries(table, "val")), "a group is in both parts"
    toxic = sum(row["hate"] or row["insult"] for row in rows) / len(rows)
    assert 0.4 < toxic < 0.6, f"share of toxic messages {toxic:.2f}"
    print(len(rows), "messages,", len(labels), "kinds, share toxic", round(toxic, 3))


if __name__ == "__main__":
    main()

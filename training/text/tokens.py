"""Tokens of a sentence: the twin of src/model/text/tokens.ts (a test compares both on fixtures)."""
import re
import sys
import pathlib

sys.path.append(str(pathlib.Path(__file__).parent.parent))
import unmask  # noqa: E402
from glued import apart  # noqa: E402
from ngrams import fnv1a, fold  # noqa: E402

LONGEST = 40
"""Tokens of a sentence that are read; the rest is cut off."""

TOKEN = re.compile(r"[^\W_]+(?:(?:['@$!]|\*{1,3})[^\W_]+)*|(\S)\1*", re.UNICODE)
IGNORED = re.compile("[\ufe00-\ufe0f\u200d]")
WORD = re.compile(r"[^\W_]", re.UNICODE)
SIGNS = unmask.LEET | {ord("!"): ord("i")}
RUN = re.compile(r"(.)\1{2,}")


class Vocabulary:
    """Ids 1.. by the hash of the token; 0 is any other token. The file holds hashes only."""

    def __init__(self, hashes: list[int]):
        self.hashes = hashes
        self.ids = {h: i + 1 for i, h in enumerate(hashes)}

    def id(self, token: str) -> int:
        return self.ids.get(fnv1a(token), 0)

    def known_form(self, token: str) -> str:
        """A token that is not known is read without leetspeak or drawn-out letters if that gives a known one."""
        if self.id(token):
            return token
        plain = token.translate(SIGNS).replace("*", "")
        for form in (plain, RUN.sub(r"\1\1", plain), RUN.sub(r"\1", plain)):
            if self.id(form):
                return form
        return token

    def read(self, text: str) -> list[str]:
        """The known forms of a text's tokens; words that are written as one come apart."""
        forms = (self.known_form(token) for token in split(text))
        return [part for form in forms for part in ([form] if self.id(form) else apart(form, self.id))][:LONGEST]


def split(text: str) -> list[str]:
    """Folded words (with what stands inside them) and single other characters, runs cut to three."""
    found = (match.group() for match in TOKEN.finditer(IGNORED.sub("", fold(text).replace("’", "'"))))
    return [token if is_word(token) else token[:3] for token in found][:LONGEST]


def is_word(token: str) -> bool:
    return WORD.match(token) is not None

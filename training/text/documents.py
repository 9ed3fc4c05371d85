"""Sentences and headings of Debian's documentation packages, and the short descriptions of all packages.

Unpack what is to be read with dpkg-deb -x into data/debian/x/<package>: data/text/documents.txt, data/text/headings.txt
Read for training only: nothing of it is kept in the project.
"""
import glob
import gzip
import html
import pathlib
import random
import re
import subprocess

DATA = pathlib.Path(__file__).parent.parent / "data"
OUT = DATA / "text"
PER_PACKAGE = 2_400
HEADINGS_PER_PACKAGE = 2_000
BLOCK = re.compile(r"<(p|title|h[1-6]|li|dd|dt|item|para|desc)\b[^>]*>(.{1,3000}?)</\1>", re.S | re.I)
HEADINGS = {"title", "h1", "h2", "h3", "h4", "h5", "h6", "desc"}
SKIPPED = re.compile(r"<(script|style|pre|code|screen|programlisting)\b.*?</\1>", re.S | re.I)
FOREIGN = re.compile(r"/(?:help|html|locale)/(?!C/|en)[a-z]{2}(?:[_@-]\w+)?/|/[a-z]{2}-[A-Z]{2}/|\.(?!en\b|gz$|dz$)[a-z]{2}(?:\.[\w-]+)?$|changelog|copyright")
OTHER_TONGUES = set("de la los las del di della et le les des und der das para por con um uma il un una est som att och ist nicht els amb".split())


def files(package: str) -> list[str]:
    found = sorted(glob.glob(f"{package}/**/*", recursive=True))
    return [f for f in found if re.search(r"\.(html?(\.en)?|page|docbook|xml|pod|txt|dz|gz)$", f) and (not FOREIGN.search(f) or f.endswith(".html.en") or "/en-US/" in f)]


def read(file: str) -> str:
    try:
        data = gzip.open(file).read(8_000_000) if file.endswith(("gz", "dz")) else open(file, "rb").read(3_000_000)
        return data.decode("utf-8", "ignore")
    except OSError:
        return ""


def blocks(text: str, file: str) -> list[tuple[bool, str]]:
    """(is a heading, its plain text)"""
    if "<" in text[:2000] and re.search(r"\.(html?|page|docbook|xml)", file):
        text = SKIPPED.sub(" ", text)
        return [(m[1].lower() in HEADINGS, html.unescape(re.sub(r"<[^>]+>", "", m[2]))) for m in BLOCK.finditer(text)]
    if ".pod" in file:
        text = re.sub(r"[A-Z]<+\s?([^<>]*)\s?>+", r"\1", text)
        return [(b.startswith("=head"), re.sub(r"^=\w+ ?", "", b)) for b in re.split(r"\n\s*\n", text) if not b.startswith((" ", "\t"))]
    return [(False, b) for b in re.split(r"\n\s*\n", text) if sum(c.isalpha() for c in b) > 0.7 * len(b)]


def plain(text: str) -> bool:
    """English prose, as far as letters tell."""
    words = text.split()
    letters = sum(c.isascii() and (c.isalpha() or c in " '?,.-") for c in text)
    return letters > 0.93 * len(text) and text.isascii() and max(map(len, words), default=99) < 24 and not OTHER_TONGUES & set(text.lower().split())


def sentences(text: str) -> list[str]:
    parts = re.split(r"(?<=[.!?:])\s+(?=[A-Z\"'])", " ".join(text.split()))
    return [p for p in parts if 18 <= len(p) <= 200 and len(p.split()) >= 4 and plain(p)]


def short_descriptions() -> list[str]:
    listed = subprocess.run(["apt-cache", "dumpavail"], capture_output=True, text=True, check=True).stdout
    found = [m.strip() for m in re.findall(r"^Description: (.*)$", listed, re.M)]
    return [d for d in dict.fromkeys(found) if len(d.split()) >= 3 and plain(d) and "transitional" not in d]


def main() -> None:
    rng = random.Random(5)
    prose, headings = [], []
    for package in sorted(glob.glob(str(DATA / "debian/x/*"))):
        said: dict[str, None] = {}
        titles: dict[str, None] = {}
        for file in files(package):
            for heading, text in blocks(read(file), file):
                text = " ".join(text.split()).rstrip("¶ ").lstrip("… ").replace("’", "'")
                if heading and 2 <= len(text.split()) <= 11 and plain(text):
                    titles[re.sub(r"^(?:Chapter |Appendix )?[\dA-Z.]*\d[\d.]*\.? *", "", text)] = None
                elif not heading:
                    said.update(dict.fromkeys(sentences(text)))
        picked, named = list(said), list(titles)
        # Runs of sentences stay together: what is about one matter has to be told apart.
        if len(picked) > PER_PACKAGE:
            starts = rng.sample(range(len(picked) // 6), PER_PACKAGE // 6)
            picked = [line for s in sorted(starts) for line in picked[6 * s : 6 * s + 6]]
        rng.shuffle(named)
        prose += picked
        headings += named[:HEADINGS_PER_PACKAGE]
        print(pathlib.Path(package).name, len(said), len(titles))
    described = short_descriptions()
    rng.shuffle(described)
    (OUT / "documents.txt").write_text("\n".join(dict.fromkeys(prose + described[:16_000])), encoding="utf-8")
    (OUT / "headings.txt").write_text("\n".join(dict.fromkeys(headings)), encoding="utf-8")
    print(len(prose), "sentences", len(headings), "headings", len(described), "descriptions")


if __name__ == "__main__":
    main()

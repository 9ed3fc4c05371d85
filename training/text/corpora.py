"""All that the sentence encoder learns from, as rows of forms."""
import json
import pathlib

import numpy as np
import torch
from torch.nn import functional as F

from dataset import DATA, HERE, Forms, WordTable, make_vocabulary, read_lines
from encoder import ABUSE, SENTIMENTS
from ngrams import fnv1a
from tokens import LONGEST, Vocabulary

VOCABULARY = 19_456
RESERVED = 1_024
"""Rows for the words of abuse, which the other corpora hardly have."""
CLUSTERS = 1_500
OF_A_CLUSTER = 110
"""At least so many each, on average, where less is taught."""
HELD = 250
HELD_GROUPS = 40
"""Every so many-th sentence and group of wordings is validated on, not learnt."""
INTENT_SETS = ("clinc150", "banking77")
KNOWN_SETS = ("hint3-curekart", "hint3-sofmattress")


class Corpus:
    """All that is learnt from, as rows of forms."""

    def __init__(self, bench: pathlib.Path, saved: list[int] | None):
        """`saved`: hashes of the vocabulary of an earlier checkpoint."""
        self.texts, more = [(DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n") for name in ("corpus", "more")]
        sentiment = read_lines(bench / "goemotions/train.jsonl")
        abuse = self.abusive()
        intents = self.intents(bench)
        if saved is None:
            common = [t for t, _, part in intents if part == "train"]
            saved = [fnv1a(t) for t in make_vocabulary([(self.texts, 1), (common, 5)], VOCABULARY // 2)]
        if len(saved) < VOCABULARY:
            hurtful = make_vocabulary([([x["text"] for x in abuse if x.get("part") == "train"], 1)], VOCABULARY)
            asked = make_vocabulary([(self.texts, 1), (more, 2)], VOCABULARY)
            for wanted, size in ((hurtful, len(saved) + RESERVED), (asked, VOCABULARY)):
                taken = set(saved)
                saved = (saved + [h for h in map(fnv1a, wanted) if h not in taken])[: min(size, VOCABULARY)]
        self.hashes = saved
        forms = Forms(Vocabulary(saved), WordTable())
        first = len(self.texts)
        self.texts += more
        self.taught = np.concatenate([np.load(DATA / f"{name}teacher.npy") for name in ("", "more-")])
        known = self.taught.any(1)
        self.rows = np.zeros((len(self.texts), LONGEST), np.int32)
        self.rows[known] = forms.sentences([self.texts[i] for i in np.flatnonzero(known)])
        self.lengths = (self.rows > 0).sum(1)
        self.groups, self.held_groups = ([kept for g in groups if len(kept := g[known[g]]) > 1] for groups in alike_groups(first))
        held = np.zeros(len(self.texts), bool)
        held[::HELD] = True
        held[np.concatenate(self.held_groups)] = True
        self.held, self.free = np.flatnonzero(held & known)[::3], np.flatnonzero(~held & known)
        nearest = nearest_centres(self.taught, known)
        self.clusters = clusters(nearest, held | ~known)
        self.cluster_of = nearest
        of_part = lambda part: [x for x in sentiment if x["part"] == part]
        self.sentiment = {p: self.labelled(forms, of_part(p), lambda x: [s in x["labels"] for s in SENTIMENTS]) for p in ("train", "dev")}
        if (DATA / "feelings.jsonl").exists():
            self.sentiment["train"] = self.labelled(forms, read_lines(DATA / "feelings.jsonl"), lambda x: x["feelings"])
        self.abuse = {p: self.labelled(forms, [x for x in abuse if x.get("part", "train") == p], lambda x: [x[a] for a in ABUSE]) for p in ("train", "val")}
        self.formal = self.matters(forms, HERE / "questions/formal.txt")
        self.intent = {p: self.classed(forms, [x for x in intents if x[2] == p]) for p in ("train", "val")}
        self.tables = forms.freeze()

    @staticmethod
    def abusive() -> list[dict]:
        """Messages labelled by construction; of the natural sentences one in twelve, and all that a teacher finds bad."""
        if not (DATA / "toxicity.jsonl").exists():
            return []
        natural = read_lines(DATA / "toxicity-natural.jsonl")
        picked = [x for i, x in enumerate(natural) if i % 12 == 0 or max(x["hate"], x["insult"]) > 0.3]
        # To kill a process is no threat.
        plain = (DATA / "more.txt").read_text(encoding="utf-8").split("\n")[::12]
        return read_lines(DATA / "toxicity.jsonl") + picked + [{"text": text, "hate": 0, "insult": 0} for text in plain]

    @staticmethod
    def intents(bench: pathlib.Path) -> list[tuple[str, str | None, str]]:
        """(text, class or None for "no answer", part)"""
        found = []
        for name in INTENT_SETS:
            lines = read_lines(bench / name / "train.jsonl")
            # banking77 has no validation part: every tenth line is one.
            parts = [x["part"] for x in lines] if name == "clinc150" else ["val" if i % 10 == 0 else "train" for i in range(len(lines))]
            for x, part in zip(lines, parts):
                found.append((x["text"], f"{name}/{x['answer']}" if x["answer"] else None, part))
        for name in KNOWN_SETS:
            for answer in json.load(open(bench / name / "knowledge.json", encoding="utf-8")):
                found += [(text, f"{name}/{answer['id']}", "train") for text in answer["questions"]]
        return found

    @staticmethod
    def matters(forms: Forms, path: pathlib.Path) -> tuple[torch.Tensor, torch.Tensor]:
        """Wordings, and which matter each says: to validate on only."""
        lines = [line.split("|") for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
        rows = forms.sentences([wording for wordings in lines for wording in wordings])
        return torch.from_numpy(rows), torch.tensor([i for i, wordings in enumerate(lines) for _ in wordings])

    @staticmethod
    def labelled(forms: Forms, lines: list[dict], labels):
        rows = forms.sentences([x["text"] for x in lines])
        return torch.from_numpy(rows), torch.tensor([labels(x) for x in lines], dtype=torch.float32)

    @staticmethod
    def classed(forms: Forms, lines: list[tuple[str, str | None, str]]):
        names = sorted({label for _, label, _ in lines if label})
        index = {name: i for i, name in enumerate(names)}
        rows = torch.from_numpy(forms.sentences([text for text, _, _ in lines]))
        return rows, torch.tensor([index[label] if label else -1 for _, label, _ in lines]), names


def alike_groups(first: int) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Rows that say one matter in several wordings (text/questions.py); every so many-th group is held out."""
    sizes = json.loads((DATA / "more-groups.json").read_text())
    starts = first + np.cumsum([0] + sizes)
    alike = [np.arange(starts[i], starts[i] + sizes[i]) for i in json.loads((DATA / "more-alike.json").read_text()) if sizes[i] > 1]
    held = [group for i, group in enumerate(alike) if i % HELD_GROUPS == 0]
    return [group for i, group in enumerate(alike) if i % HELD_GROUPS], held


def nearest_centres(taught: np.ndarray, known: np.ndarray) -> np.ndarray:
    """To which of CLUSTERS each row belongs, by k-means on the teacher's vectors."""
    path = DATA / "clusters.npy"
    if path.exists() and len(found := np.load(path)) == len(taught):
        return found
    rng = np.random.default_rng(5)
    sample = torch.from_numpy(taught[rng.permutation(np.flatnonzero(known))[:40_000]].astype(np.float32))
    centres = sample[: min(CLUSTERS, len(sample) // OF_A_CLUSTER)].clone()
    for _ in range(5):
        mine = (sample @ centres.T).argmax(1)
        centres = F.normalize(torch.zeros_like(centres).index_add_(0, mine, sample) + 1e-3 * centres, dim=1)
    parts = [(torch.from_numpy(taught[i : i + 8192].astype(np.float32)) @ centres.T).argmax(1) for i in range(0, len(taught), 8192)]
    nearest = torch.cat(parts).numpy()
    np.save(path, nearest)
    return nearest


def clusters(nearest: np.ndarray, left_out: np.ndarray) -> list[np.ndarray]:
    """Rows of like matter: only beside each other are they hard to tell apart."""
    order = np.argsort(nearest, kind="stable")
    groups = np.split(order, np.searchsorted(nearest[order], np.arange(1, CLUSTERS)))
    return [kept for group in groups if len(kept := group[~left_out[group]]) >= 24]

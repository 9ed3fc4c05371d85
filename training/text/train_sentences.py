"""Trains the sentence encoder: MiniLM's vectors, intents, sentiment and abuse, all in each step.

python text/train_sentences.py --bench ../../shared/bench/sets --minutes 60 [--fresh]    seed 5; resumes from runs/sentences.pt
"""
import argparse
import json
import pathlib
import time

import numpy as np
import torch
from torch.nn import functional as F

from dataset import DATA, Forms, WordTable, make_vocabulary, read_lines
from encoder import ABUSE, SENTIMENTS, SentenceEncoder
from ngrams import fnv1a
from tokens import Vocabulary

RUN = pathlib.Path(__file__).parent.parent / "runs" / "sentences.pt"
VOCABULARY = 18_432
RESERVED = 1_024
"""Rows for the words of abuse, which the other corpora hardly have."""
CLUSTERS = 1_500
TEMPERATURE = 0.06
RANKED = 0.06
INTENT_SETS = ("clinc150", "banking77")
KNOWN_SETS = ("hint3-curekart", "hint3-sofmattress")


class Corpus:
    """All that is learnt from, as rows of forms."""

    def __init__(self, bench: pathlib.Path, saved: list[int] | None):
        self.texts, more = [(DATA / f"{name}.txt").read_text(encoding="utf-8").split("\n") for name in ("corpus", "more")]
        sentiment = read_lines(bench / "goemotions/train.jsonl")
        abuse = self.abusive()
        intents = self.intents(bench)
        if saved is None:
            common = [t for t, _, part in intents if part == "train"]
            saved = [fnv1a(t) for t in make_vocabulary([(self.texts, 1), (common, 5)], VOCABULARY // 2)]
        hurtful = make_vocabulary([([x["text"] for x in abuse if x.get("part") == "train"], 1)], VOCABULARY)
        asked = make_vocabulary([(self.texts, 1), (more, 2)], VOCABULARY)
        for wanted, size in ((hurtful, len(saved) + RESERVED), (asked, VOCABULARY)):
            taken = set(saved)
            saved = (saved + [h for h in map(fnv1a, wanted) if h not in taken])[: min(size, VOCABULARY)]
        self.hashes = saved
        forms = Forms(Vocabulary(saved), WordTable())
        self.texts += more
        self.rows = forms.sentences(self.texts)
        self.lengths = (self.rows > 0).sum(1)
        self.taught = np.concatenate([np.load(DATA / f"{name}teacher.npy") for name in ("", "more-")])
        self.clusters = clusters(self.taught)
        self.sentiment = {p: self.labelled(forms, [x for x in sentiment if x["part"] == p], lambda x: [s in x["labels"] for s in SENTIMENTS]) for p in ("train", "dev")}
        self.abuse = {p: self.labelled(forms, [x for x in abuse if x.get("part", "train") == p], lambda x: [x[a] for a in ABUSE]) for p in ("train", "val")}
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
    def labelled(forms: Forms, lines: list[dict], labels):
        rows = forms.sentences([x["text"] for x in lines])
        return torch.from_numpy(rows), torch.tensor([labels(x) for x in lines], dtype=torch.float32)

    @staticmethod
    def classed(forms: Forms, lines: list[tuple[str, str | None, str]]):
        names = sorted({label for _, label, _ in lines if label})
        index = {name: i for i, name in enumerate(names)}
        rows = torch.from_numpy(forms.sentences([text for text, _, _ in lines]))
        return rows, torch.tensor([index[label] if label else -1 for _, label, _ in lines]), names


def clusters(taught: np.ndarray) -> list[np.ndarray]:
    """Rows of like matter, by k-means on the teacher's vectors: only beside each other are they hard to tell apart."""
    path = DATA / "clusters.npy"
    if path.exists() and len(found := np.load(path)) == len(taught):
        nearest = found
    else:
        rng = np.random.default_rng(5)
        sample = torch.from_numpy(taught[rng.permutation(len(taught))[:40_000]].astype(np.float32))
        centres = sample[:CLUSTERS].clone()
        for _ in range(5):
            mine = (sample @ centres.T).argmax(1)
            centres = F.normalize(torch.zeros_like(centres).index_add_(0, mine, sample) + 1e-3 * centres, dim=1)
        parts = [(torch.from_numpy(taught[i : i + 8192].astype(np.float32)) @ centres.T).argmax(1) for i in range(0, len(taught), 8192)]
        nearest = torch.cat(parts).numpy()
        np.save(path, nearest)
    order = np.argsort(nearest, kind="stable")
    groups = np.split(order, np.searchsorted(nearest[order], np.arange(1, CLUSTERS)))
    return [group for group in groups if len(group) >= 24]


def ranks(said: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """Which of the others is nearest, as the teacher has it."""
    target = (wanted @ wanted.T / RANKED).softmax(1)
    return -(target * (said @ wanted.T / RANKED).log_softmax(1)).sum(1).mean() + (target * target.clamp_min(1e-9).log()).sum(1).mean()


def relations(said: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """The similarities within the batch matter more than the directions themselves."""
    return ((said @ said.T - wanted @ wanted.T) ** 2).mean()


def contrast(said: torch.Tensor, classes: torch.Tensor) -> torch.Tensor:
    """Supervised contrast: each is nearer to those of its class than to all others; class -1 has no friends."""
    scores = said @ said.T / TEMPERATURE
    scores = scores - 1e4 * torch.eye(len(said))
    friends = (classes.unsqueeze(0) == classes.unsqueeze(1)) & (classes >= 0).unsqueeze(0) & ~torch.eye(len(said), dtype=torch.bool)
    logs = scores.log_softmax(1)
    counts = friends.sum(1)
    return -((logs * friends).sum(1) / counts.clamp_min(1))[counts > 0].mean()


class Sampler:
    def __init__(self, corpus: Corpus, seed: int):
        self.corpus = corpus
        self.rng = np.random.default_rng(seed)
        rows, classes, names = corpus.intent["train"]
        self.members = [torch.nonzero(classes == i).flatten().numpy() for i in range(len(names))]
        self.strangers = torch.nonzero(classes < 0).flatten().numpy()
        # Classes of one set beside each other: only within a set are they hard to tell apart.
        sets = [name.split("/")[0] for name in names]
        self.sets = {s: [i for i, n in enumerate(sets) if n == s] for s in dict.fromkeys(sets)}

    def sentences(self, size: int, alike: int = 5, each: int = 16):
        """Of like length, so that little is padding: some at random, and from a few clusters `each`."""
        corpus, rest = self.corpus, size - alike * each
        pool = self.rng.integers(len(corpus.texts), size=8 * rest)
        start = self.rng.integers(7 * rest)
        picked = [pool[np.argsort(corpus.lengths[pool])[start : start + rest]]]
        typical = int(corpus.lengths[picked[0]].max())
        for c in self.rng.integers(len(corpus.clusters), size=alike):
            members = corpus.clusters[c]
            members = members[self.rng.permutation(len(members))[: 5 * each]]
            over = np.maximum(corpus.lengths[members] - typical, 0) + np.maximum(typical - corpus.lengths[members], 0) / 4
            picked.append(members[np.argsort(over, kind="stable")[:each]])
        rows = np.concatenate(picked)
        kept = corpus.rows[rows].copy()
        kept[:, max(12, typical + 4) :] = 0
        return torch.from_numpy(kept), torch.from_numpy(corpus.taught[rows].astype(np.float32))

    def labelled(self, pair, size: int, longest: int):
        """No longer than the rest of the batch."""
        pool = self.rng.integers(len(pair[0]), size=6 * size)
        picked = pool[(pair[0][pool, longest:] == 0).all(1).numpy()][:size]
        return pair[0][picked], pair[1][picked]

    def intents(self, classes: int, each: int, longest: int):
        name = self.rng.choice(list(self.sets), p=self.chances())
        chosen = self.rng.permutation(self.sets[name])[:classes]
        picked = [self.rng.choice(self.members[c], each) for c in chosen]
        labels = np.repeat(chosen, each)
        if name == "clinc150" and len(self.strangers):
            picked.append(self.rng.choice(self.strangers, 3))
            labels = np.concatenate([labels, [-1] * 3])
        rows = self.corpus.intent["train"][0][np.concatenate(picked)].clone()
        rows[:, longest:] = 0
        return rows, torch.tensor(labels)

    def chances(self) -> np.ndarray:
        weights = np.array([{"clinc150": 4, "banking77": 4}.get(s, 1) for s in self.sets], float)
        return weights / weights.sum()


def abuse_loss(said: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Whether hate insults someone in person is not labelled with care: there only the hate counts."""
    cares = torch.stack([torch.ones(len(labels)), (labels[:, 0] < 0.5).float()], 1)
    return F.binary_cross_entropy_with_logits(said, labels, cares, reduction="sum") / cares.sum()


def loss_of(model: SentenceEncoder, sampler: Sampler, tables, weights: dict) -> dict[str, torch.Tensor]:
    """One pass for all that is learnt, since a pass costs as much as its overhead."""
    corpus = sampler.corpus
    taught_rows, wanted = sampler.sentences(152)
    longest = max(12, int((taught_rows > 0).sum(1).max()))
    felt_rows, felt = sampler.labelled(corpus.sentiment["train"], 48, longest)
    asked_rows, classes = sampler.intents(20, 3, longest)
    abuse_rows, abused = sampler.labelled(corpus.abuse["train"], 56, longest) if len(corpus.abuse["train"][0]) else (felt_rows[:0], None)
    parts = [taught_rows, felt_rows, asked_rows, abuse_rows]
    said, feeling, abuse = model(*tables.feeds(torch.cat(parts), 0.3, 0.03))
    taught, _, asked, _ = said.float().split([len(p) for p in parts])
    felt_at, abuse_at = len(taught_rows), len(taught_rows) + len(felt_rows) + len(asked_rows)
    losses = {
        "direct": 1 - (taught * wanted).sum(1).mean(),
        "relations": 8 * relations(taught, wanted),
        "ranks": weights["ranks"] * ranks(taught, wanted),
        "contrast": weights["contrast"] * contrast(asked, classes),
        "sentiment": weights["sentiment"]
        * F.binary_cross_entropy_with_logits(feeling[felt_at : felt_at + len(felt)].float(), felt),
    }
    if abused is not None:
        losses["abuse"] = weights["abuse"] * abuse_loss(abuse[abuse_at:].float(), abused)
    return losses


@torch.no_grad()
def encode(model: SentenceEncoder, tables, rows: torch.Tensor):
    outs = [model(*tables.feeds(rows[i : i + 256])) for i in range(0, len(rows), 256)]
    return [torch.cat([o[k].float() for o in outs]) for k in range(3)]


@torch.no_grad()
def evaluate(model: SentenceEncoder, corpus: Corpus) -> dict[str, float]:
    model.eval()
    out = {}
    rows, classes, names = corpus.intent["train"]
    asked_rows, asked, asked_names = corpus.intent["val"]
    known, queries = encode(model, corpus.tables, rows)[0], encode(model, corpus.tables, asked_rows)[0]
    for name in INTENT_SETS:
        mine = torch.tensor([c >= 0 and names[c].startswith(name) for c in classes.tolist()])
        test = torch.tensor([c >= 0 and asked_names[c].startswith(name) for c in asked.tolist()])
        nearest = (queries[test] @ known[mine].T).argmax(1)
        found = [names[c] for c in classes[mine][nearest].tolist()]
        out[name] = float(np.mean([f == asked_names[c] for f, c in zip(found, asked[test].tolist())]))
    rows, labels = corpus.sentiment["dev"]
    chosen = encode(model, corpus.tables, rows)[1].sigmoid() > 0.4
    hit = (chosen & (labels > 0)).sum(0)
    out["sentiment F1"] = float((2 * hit / (chosen.sum(0) + labels.sum(0)).clamp_min(1)).mean())
    if len(corpus.abuse["val"][0]):
        rows, labels = corpus.abuse["val"]
        said, bad = encode(model, corpus.tables, rows)[2].sigmoid() > 0.5, labels > 0.5
        out["hate"] = float((said[:, 0] == bad[:, 0]).float().mean())
        out["abuse"] = float((said.any(1) == bad.any(1)).float().mean())
    model.train()
    return out


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bench", type=pathlib.Path, required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rate", type=float, default=8e-4)
    parser.add_argument("--contrast", type=float, default=0.1)
    parser.add_argument("--ranks", type=float, default=0.1)
    parser.add_argument("--sentiment", type=float, default=0.3)
    parser.add_argument("--abuse", type=float, default=0.3)
    parser.add_argument("--fresh", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(5)
    saved = None if args.fresh or not RUN.exists() else torch.load(RUN, weights_only=True)
    corpus = Corpus(args.bench, saved and saved["hashes"])
    model = SentenceEncoder(len(corpus.hashes))
    if saved:
        resume(model, saved["weights"])
    print("parameters", sum(p.numel() for p in model.parameters()), "forms", len(corpus.tables.ids), flush=True)
    optimiser = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98))
    sampler = Sampler(corpus, 5 + (saved["steps"] if saved else 0))
    weights = vars(args)
    start, step, said = time.time(), 0, {}
    while (gone := (time.time() - start) / 60 / args.minutes) < 1:
        optimiser.param_groups[0]["lr"] = args.rate * min(1, (step + 1) / 300) * max(0.02, 1 - gone)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = loss_of(model, sampler, corpus.tables, weights)
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        step += 1
        for name, value in losses.items():
            said[name] = 0.99 * said.get(name, value.item()) + 0.01 * value.item()
        if step % 200 == 0:
            print(step, f"{(time.time() - start) / step:.3f} s", {k: round(v, 4) for k, v in said.items()}, flush=True)
        if step % 2000 == 0:
            print(evaluate(model, corpus), flush=True)
            save(model, corpus, step + (saved["steps"] if saved else 0))
    print(evaluate(model, corpus), flush=True)
    save(model, corpus, step + (saved["steps"] if saved else 0))


def resume(model: SentenceEncoder, weights: dict[str, torch.Tensor]) -> None:
    """From an earlier checkpoint: a head that it lacks starts afresh, words that it lacks from the vector of unknown ones."""
    rows = weights.pop("tokens.weight")
    lacking = model.tokens.num_embeddings - len(rows)
    kept = {name: value for name, value in weights.items() if name in model.state_dict()}
    model.load_state_dict({**model.state_dict(), **kept, "tokens.weight": torch.cat([rows, rows[:1].repeat(lacking, 1)])})


def save(model: SentenceEncoder, corpus: Corpus, steps: int) -> None:
    torch.save({"shape": model.shape, "weights": model.state_dict(), "hashes": corpus.hashes, "steps": steps}, RUN)


if __name__ == "__main__":
    main()

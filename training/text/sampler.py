"""What each step sees of the corpora."""
import numpy as np
import torch

from corpora import Corpus

MATTERS = 18
MATTERS_OF_A_SHOP = 10
WEIGHTS = {"clinc150": 4, "banking77": 3, "hint3-curekart": 1.5, "hint3-sofmattress": 1.5}


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
        sizes = np.array([len(g) for g in corpus.groups])
        self.large = np.flatnonzero(sizes > 8)
        cluster = corpus.cluster_of[[g[0] for g in corpus.groups]]
        order = np.argsort(cluster, kind="stable")
        order = order[sizes[order] <= 8]
        # Groups in a row are of one cluster, or of the next.
        self.near = [order[i : i + 40] for i in range(0, len(order) - 40, 20)]

    def sentences(self, size: int, alike: int = 5, each: int = 16):
        """Of like length, so that little is padding: some at random, from a few clusters `each`, and wordings of one matter.
        [S, LONGEST] rows, the teacher's vectors, which matter each says (-1: none that others say, too)."""
        corpus, rest = self.corpus, size - alike * each
        pool = corpus.free[self.rng.integers(len(corpus.free), size=8 * rest)]
        start = self.rng.integers(7 * rest)
        picked = [pool[np.argsort(corpus.lengths[pool])[start : start + rest]]]
        typical = int(corpus.lengths[picked[0]].max())
        for c in self.rng.integers(len(corpus.clusters), size=alike):
            members = corpus.clusters[c]
            members = members[self.rng.permutation(len(members))[: 5 * each]]
            over = np.maximum(corpus.lengths[members] - typical, 0) + np.maximum(typical - corpus.lengths[members], 0) / 4
            picked.append(members[np.argsort(over, kind="stable")[:each]])
        matters = np.full(size, -1)
        rows = np.concatenate(picked)
        said, of = self.wordings()
        rows, matters = np.concatenate([rows, said]), np.concatenate([matters[: len(rows)], of])
        kept = corpus.rows[rows].copy()
        kept[:, max(12, typical + 4) :] = 0
        return torch.from_numpy(kept), torch.from_numpy(corpus.taught[rows].astype(np.float32)), torch.from_numpy(matters)

    def wordings(self):
        """Two wordings each of matters that are near each other, and of some of a shop."""
        chosen = list(self.rng.choice(self.large, MATTERS_OF_A_SHOP, replace=False))
        for c in self.rng.integers(len(self.near), size=3):
            group = self.near[c]
            chosen += list(group[self.rng.permutation(len(group))[: MATTERS // 3]])
        rows = [self.rng.choice(self.corpus.groups[g], 2, replace=False) for g in chosen]
        return np.concatenate(rows), np.repeat(np.array(chosen), 2)

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
        weights = np.array([WEIGHTS[s] for s in self.sets])
        return weights / weights.sum()

"""Which entities the last line is about, as one set: the twin of src/model/chosenSet.ts (a test compares both on fixtures).

Each entity's own probability says which; the distribution of the set's size says how many. Of all sets the likeliest
is taken: p(size) times that of the set among those of its size, entities taken as independent.
"""
import numpy as np

# Below this an entity is in no set.
UNLIKELY = 0.01


def chosen(p: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Probabilities [E] and those of the sizes 0, 1 … "so many or more" [K]; bool [E]."""
    most = len(sizes) - 1
    order = np.argsort(-p, kind="stable")
    likely = np.clip(p[order[p[order] >= UNLIKELY]].astype(np.float64), None, 1 - 1e-6)
    counts = np.ones(1)
    for one in likely:
        counts = np.append(counts, 0) * (1 - one) + np.append(0, counts) * one
    counts = np.append(counts[:most], counts[most:].sum())
    odds = np.append(0, np.cumsum(np.log(likely) - np.log1p(-likely)))
    at = np.minimum(np.arange(len(odds)), most)
    scores = odds + np.log(np.maximum(sizes[at], 1e-9)) - np.log(np.maximum(counts[at], 1e-30))
    out = np.zeros(len(p), bool)
    out[order[: int(scores.argmax())]] = True
    return out

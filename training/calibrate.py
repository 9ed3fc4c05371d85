"""Makes the probabilities honest: fits a temperature on validation episodes and writes it into the checkpoint.

python calibrate.py [--data data/observed] [--out attention] [--caution 1]
Prints the expected calibration error (15 bins) before and after, on val (fitted) and test (not), and what
thresholds of the referents reach on val; src/model/decode.ts takes the best of them. Val's kinds of scene are those of
training, people's are not: --caution is the share of the fitted scale that is kept for them (MODEL_CARD.md: whence).
"""
import argparse
import json

import numpy as np
import torch

from data import Records, batches, collate
from export import layout
from model import AttentionModel
from train import HERE, RUNS, records_of


@torch.no_grad()
def answers(model: AttentionModel, records: Records) -> list[dict]:
    """Per observation its logits and what is right."""
    model.eval()
    out = []
    for chunk in batches(records, 128, np.random.default_rng(0)):
        feeds, target = collate([records.read(i) for i in chunk])
        told = model(feeds)
        for b, i in enumerate(chunk):
            e = records.size(i)[1]
            out.append({
                "logits": told["logits"][b, 0, : 1 + e], "focus": target["focus"][b, : 1 + e],
                "said": told["referents"][b, 0, :e], "referents": target["referents"][b, :e],
                "decided": bool(target["decided"][b]), "known": bool(target["referentsKnown"][b]),
            })
    return out


def minimise(parameters: torch.Tensor, loss) -> torch.Tensor:
    optimiser = torch.optim.LBFGS([parameters], max_iter=60, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        value = loss()
        value.backward()
        return value

    optimiser.step(closure)
    return parameters.detach()


def fit(cases: list[dict]) -> torch.Tensor:
    """Scale of the focus logits; scale and shift of the referents'."""
    focus = torch.ones(1, requires_grad=True)
    decided = [c for c in cases if c["decided"] and c["focus"].sum() == 1]

    def likelihood():
        terms = [(c["logits"] * focus)[c["focus"] > 0].logsumexp(0) - (c["logits"] * focus).logsumexp(0) for c in decided]
        return -torch.stack(terms).mean()

    said = torch.tensor([1.0, 0.0], requires_grad=True)
    known = [c for c in cases if c["known"]]
    x, y = torch.cat([c["said"] for c in known]), torch.cat([c["referents"] for c in known])
    entropy = lambda: torch.nn.functional.binary_cross_entropy_with_logits(x * said[0] + said[1], y)
    return torch.cat([minimise(focus, likelihood), minimise(said, entropy)])


def calibration_error(sure: np.ndarray, right: np.ndarray, bins: int = 15) -> float:
    """Mean gap between how sure and how often right, over equal bins of sureness."""
    at = np.minimum((sure * bins).astype(int), bins - 1)
    return float(sum(abs(sure[at == b].mean() - right[at == b].mean()) * (at == b).mean() for b in range(bins) if (at == b).any()))


def report(cases: list[dict], scales: torch.Tensor) -> dict[str, float]:
    # Where several are right, the sureness of one says nothing of being right.
    single = [c for c in cases if c["decided"] and c["focus"].sum() == 1]
    focus = [((c["logits"] * scales[0]).softmax(0), c["focus"]) for c in single]
    best = [(float(p.max()), float(right[p.argmax()])) for p, right in focus]
    known = [c for c in cases if c["known"]]
    said = torch.cat([(c["said"] * scales[1] + scales[2]).sigmoid() for c in known]).numpy()
    meant = torch.cat([c["referents"] for c in known]).numpy()
    return {
        "focus ECE": round(calibration_error(*map(np.array, zip(*best))), 4),
        "referents ECE": round(calibration_error(said, meant), 4),
    }


def thresholds(cases: list[dict], scales: torch.Tensor) -> list[tuple[float, float, float, float]]:
    """(threshold, least for the likeliest alone, F1, exact), best mean first."""
    known = [((c["said"] * scales[1] + scales[2]).sigmoid().numpy(), c["referents"].numpy()) for c in cases if c["known"]]
    rows = []
    for threshold in np.arange(0.3, 0.66, 0.05):
        for least in (0.1, 0.15, 0.2, 0.25, 0.3):
            f1, exact = [], []
            for p, meant in known:
                said = p >= threshold
                if not said.any() and p.max() >= least:
                    said = p >= p.max()
                marked = said.sum() + meant.sum()
                f1.append(2 * (said * meant).sum() / marked if marked else 1.0)
                exact.append((said == (meant > 0)).all())
            rows.append((round(float(threshold), 2), least, round(float(np.mean(f1)), 4), round(float(np.mean(exact)), 4)))
    return sorted(rows, key=lambda r: -(r[2] + r[3]))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", default="data/observed")
    parser.add_argument("--out", default="attention")
    parser.add_argument("--caution", type=float, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    path = RUNS / f"{args.out}.pt"
    saved = torch.load(path, weights_only=True)
    model = AttentionModel(layout(), **saved["shape"])
    model.load_state_dict(saved["weights"])
    val, test = (answers(model, records_of(HERE / args.data, name)) for name in ("val", "test"))
    plain = torch.tensor([1.0, 1.0, 0.0])
    scales = fit(val) * torch.tensor([args.caution, 1.0, 1.0])
    print("scale of the focus, scale and shift of the referents:", [round(float(s), 3) for s in scales])
    for name, cases in (("val", val), ("test", test)):
        print(name, "before", json.dumps(report(cases, plain)), "after", json.dumps(report(cases, scales)))
    for row in thresholds(val, scales)[:5]:
        print("threshold %.2f, alone from %.2f: F1 %.4f exact %.4f" % row)
    saved["weights"]["calibration"] = scales
    torch.save(saved, path)


if __name__ == "__main__":
    main()

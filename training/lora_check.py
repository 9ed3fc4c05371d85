"""What lora.py promises, checked on a small network of random weights:   python lora_check.py"""
import copy

import torch

from export import layout
from lora import LAYERS, MOST_SHARE, Lora, lend, merge, strayed
from model import SHUT, AttentionModel


def feeds(model: AttentionModel, batch: int = 2, entities: int = 3, sounds: int = 1, words: int = 4) -> dict[str, torch.Tensor]:
    names = model.layout
    text, links = names["wordWidth"], len(names["wordLinks"])
    rows = 1 + entities + sounds + words
    return {
        "patches": torch.rand(batch, 1, names["patchValues"]),
        "patchLinks": torch.zeros(batch, entities, 1),
        "entities": torch.rand(batch, entities, len(names["entity"])),
        "entityText": torch.randn(batch, entities, text),
        "sounds": torch.rand(batch, sounds, len(names["sound"])),
        "soundLinks": torch.zeros(batch, sounds, entities),
        "words": torch.randn(batch, words, len(names["word"]) + text),
        "wordIds": torch.zeros(batch, words, dtype=torch.long),
        "wordLinks": torch.rand(batch, links, entities, words),
        "npcs": torch.rand(batch, 1, len(names["npc"])),
        "pairs": torch.rand(batch, 1, entities, len(names["pair"])) * (torch.arange(len(names["pair"])) != names["pair"].index("self")),
        "present": torch.zeros(batch, rows),
        "gates": torch.zeros(batch, 1, rows),
    }


def distance(a: dict[str, torch.Tensor], b: dict[str, torch.Tensor]) -> float:
    return max((a[name] - b[name]).abs().max().item() for name in ("logits", "referents"))


def check(holds: bool, promise: str) -> None:
    if not holds:
        raise SystemExit(f"broken: {promise}")
    print(f"holds: {promise}")


@torch.no_grad()
def main() -> None:
    torch.manual_seed(3)
    base = AttentionModel(layout()).eval()
    moment = feeds(base)
    was = base(moment)
    lent = copy.deepcopy(base)
    learned = lend(lent, 4, LAYERS)
    whole = sum(p.numel() for p in base.parameters())
    check(learned < MOST_SHARE * whole, f"under {MOST_SHARE:.0%} of the parameters are learned ({learned} of {whole})")
    check(distance(lent(moment), was) < 1e-5, "before it has learned it says what its base says")
    check(strayed(lent(moment), was).abs().item() < 1e-6, "and has not strayed")
    for layer in lent.modules():
        if isinstance(layer, Lora):
            torch.nn.init.normal_(layer.up.weight, std=0.2)
    changed = lent(moment)
    check(distance(changed, was) > 1e-3, "what is learned changes what it says")
    check(strayed(changed, was).item() > 1e-4, "and counts as strayed")
    merge(lent)
    check(not any(isinstance(layer, Lora) for layer in lent.modules()), "merged, it has the layers of its base")
    check(lent.state_dict().keys() == base.state_dict().keys(), "and the names of its weights")
    check(distance(lent(moment), changed) < 1e-4, "and says what it said before merging")
    moment["present"][:, 2] = SHUT
    check(bool(strayed(lent(moment), base(moment)).isfinite()), "a shut entity does no harm")


if __name__ == "__main__":
    main()

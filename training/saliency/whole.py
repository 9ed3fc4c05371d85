"""How a finder's maps of whole held-out pictures agree with the teachers' labels, and what looking twice adds.

python whole.py finder.pt --known pictures.json --things things.json        the fifth of the pictures that training leaves out

For faces, writing, things and all of them as saliency.ts weighs them: correlation with the labels, cell by cell, and the
standardised map's mean at the labels' peaks, in deviations. Means over the pictures that have such a label.
"""
import argparse
import json

import cv2
import numpy as np
import torch

import labels
from model import WEIGHT, Finder

#: As the product looks: pixels and cells of a picture of 4 to 3.
SIZE = (256, 192)
CELLS = (64, 48)
#: Looks for each label: weightOf in src/model/saliency/saliency.ts.
LOOKS = [share / (1 - share) * 1.5 / (area * label) for share, area, label in ((0.332, 0.02, 0.22), (0.222, 0.02, 0.41), (0.188, 0.047, 0.15))]
NAMES = ("faces", "writing", "things", "all")
#: Sides across at which the picture, or its mirror image, is looked at.
WAYS = {
    "once": [(256, False)],
    "mirrored": [(256, False), (256, True)],
    "larger too": [(256, False), (384, False)],
    "larger mirrored": [(256, False), (384, True)],
    "larger alone, mirrored": [(384, False), (384, True)],
    "all four": [(256, False), (256, True), (384, False), (384, True)],
}


def truth(known):
    labels.W, labels.H = SIZE
    label = np.zeros((3, SIZE[1], SIZE[0]), np.float32)
    place = lambda x, y: (x * SIZE[0], y * SIZE[1])
    labels.teach(label, known, place)
    labels.teach_things(label, known, place)
    return np.stack([cv2.resize(np.clip(c, 0, 1), CELLS, interpolation=cv2.INTER_AREA) for c in label])


@torch.no_grad()
def seen(net, image, across):
    small = cv2.resize(image, (across, across * 3 // 4), interpolation=cv2.INTER_AREA if across <= image.shape[1] else cv2.INTER_LINEAR)[..., ::-1].copy()
    x = torch.from_numpy(small).permute(2, 0, 1)[None].float() / 255 - 0.5
    maps = torch.sigmoid(net(x) - torch.tensor(WEIGHT).log().reshape(1, 3, 1, 1))[0].numpy()
    return np.stack([cv2.resize(m, CELLS, interpolation=cv2.INTER_AREA) for m in maps])


def looked(net, image, views):
    maps = [seen(net, image[:, ::-1], side)[..., ::-1] if mirror else seen(net, image, side) for side, mirror in views]
    return np.mean(maps, 0)


def whole(maps):
    """The three maps and their weighted sum."""
    return [*maps, sum(w * m for w, m in zip(LOOKS, maps))]


def peaks(label):
    """Cells that no neighbour exceeds, of at least half the highest."""
    return (label >= cv2.dilate(label, np.ones((5, 5)))) & (label > label.max() / 2)


def agreement(found, label):
    spread = (found - found.mean()) / max(found.std(), 1e-9)
    return np.corrcoef(found.ravel(), label.ravel())[0, 1], spread[peaks(label)].mean()


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("finders", nargs="+")
    ask.add_argument("--known", required=True, help="JSON of teach.py, at least over those held out")
    ask.add_argument("--things", required=True, help="JSON of things.mjs over the same pictures")
    ask.add_argument("--shrunk", action="store_true", help="pictures that have no more than 256 pixels across, as frames do")
    a = ask.parse_args()
    torch.set_num_threads(1)
    things = json.load(open(a.things))
    known = json.load(open(a.known))
    held_out = [(p, {**known[p], **things[p]}) for p in sorted(things)[4::5]]
    load = lambda p: cv2.resize(cv2.imread(p), SIZE, interpolation=cv2.INTER_AREA) if a.shrunk else cv2.imread(p)
    pictures = [(load(p), whole(truth(k))) for p, k in held_out]
    print(len(pictures), "held-out pictures; correlation and deviations at peaks:", ", ".join(NAMES))
    for path in a.finders:
        net = Finder().eval()
        net.load_state_dict(torch.load(path, weights_only=True))
        for way, views in WAYS.items():
            both = [(whole(looked(net, image, views)), label) for image, label in pictures]
            figures = [np.mean([agreement(f[c], t[c]) for f, t in both if t[c].max() > 0.02], 0) for c in range(len(NAMES))]
            print(path, way, " ".join(f"{r:.3f} {z:.2f}" for r, z in figures), flush=True)


if __name__ == "__main__":
    main()

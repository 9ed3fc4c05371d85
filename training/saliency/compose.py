"""Training samples without a hand label: pictures with teachers' faces, writing and things, and what is pasted into views.

What is pasted is known, so its place is its label: stamps (things), portraits (faces), signs (writing). Scraps of
other pictures are pasted too, as nothing, so that a cut edge alone does not pass for a thing.
"""
import argparse, glob, json, os
import cv2
import numpy as np

from labels import CELL, FACE, H, THING, W, add, looks, teach, teach_things
from signs import typefaces, write

#: Share of samples that are pictures with teachers' labels; the others are composed.
REAL = 0.7
REAL_THINGS = 70


def load_cut(path, side=200):
    """RGBA with its alpha, cut to what is opaque; None where there is nothing to cut."""
    image = cv2.imread(path, cv2.IMREAD_UNCHANGED)
    if image is None or image.ndim < 3 or image.shape[2] < 4:
        return None
    ys, xs = np.where(image[..., 3] > 40)
    if len(ys) < 100:
        return None
    image = image[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    scale = min(1, side / max(image.shape[:2]))
    return cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def load_picture(path, side=480):
    image = cv2.imread(path)
    if image is None:
        return None
    scale = side / max(image.shape[:2])
    return cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else image


def crop(rng, image, low):
    """A random crop of 4:3, as a function of places and as pixels."""
    h, w = image.shape[:2]
    share = rng.uniform(low, 1) ** 0.5
    cw = min(w, h * 4 / 3) * share
    ch = cw * 3 / 4
    x, y = rng.uniform(0, w - cw), rng.uniform(0, h - ch)
    flip = rng.random() < 0.5
    out = cv2.warpAffine(image, np.float32([[W / cw, 0, -x * W / cw], [0, H / ch, -y * H / ch]]), (W, H), flags=cv2.INTER_AREA)
    sx, sy = W / cw, H / ch

    def place(px, py):
        u, v = (px * w - x) * sx, (py * h - y) * sy
        return (W - u if flip else u), v

    return (out[:, ::-1].copy() if flip else out), place


def paste(rng, canvas, label, cut, face=None, thing=True, size=(0.12, 0.6)):
    side = np.exp(rng.uniform(*np.log(size))) * H
    scale = side / max(cut.shape[:2])
    cut = cv2.resize(cut, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    flip = rng.random() < 0.5
    cut = cut[:, ::-1] if flip else cut
    h, w = cut.shape[:2]
    x, y = int(rng.uniform(-w * 0.2, W - w * 0.8)), int(rng.uniform(-h * 0.2, H - h * 0.8))
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + w, W), min(y + h, H)
    if x1 - x0 < 3 or y1 - y0 < 3:
        return
    part = cut[y0 - y : y1 - y, x0 - x : x1 - x].astype(np.float32)
    alpha = cv2.GaussianBlur(part[..., 3] / 255, (0, 0), rng.uniform(0.3, 0.9))
    light = rng.uniform(0.6, 1.25)
    area = canvas[y0:y1, x0:x1]
    area[:] = area * (1 - alpha[..., None]) + np.clip(part[..., :3] * light, 0, 255) * alpha[..., None]
    for channel in label:
        channel[y0:y1, x0:x1] *= 1 - alpha
    if thing:
        add(label, THING, looks(x + w / 2, y + h / 2, w, h))
    if face is not None:
        fx, fy, fw, fh = face[:4]
        cx = fx + fw / 2
        add(label, FACE, looks(x + (1 - cx if flip else cx) * w, y + (fy + fh / 2) * h, fw * w, fh * h))


def scrap(rng, image):
    """A ragged piece of a picture, as RGBA."""
    h, w = image.shape[:2]
    s = int(rng.integers(30, 100))
    x, y = rng.integers(0, max(1, w - s)), rng.integers(0, max(1, h - s))
    piece = image[y : y + s, x : x + s]
    noise = cv2.resize(rng.random((4, 4)).astype(np.float32), piece.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    return np.dstack([piece, ((noise > 0.5) * 255).astype(np.uint8)])


def finish(rng, canvas):
    """Light, colour, blur and noise of other cameras; sometimes no colour at all."""
    image = canvas.astype(np.float32) / 255
    image = image ** np.exp(rng.uniform(-0.4, 0.4)) * np.exp(rng.uniform(-0.12, 0.12, 3))
    if rng.random() < 0.15:
        grey = image.mean(2, keepdims=True)
        image = grey + (image - grey) * rng.uniform(0, 0.6)
    if rng.random() < 0.3:
        image = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.3, 1))
    if rng.random() < 0.3:
        image = image + rng.normal(0, rng.uniform(0.005, 0.04), image.shape)
    return (np.clip(image, 0, 1) * 255).astype(np.uint8)


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--known", nargs="+", required=True, help="JSON of teach.py over pictures; a fifth of each is val")
    ask.add_argument("--things", nargs="+", default=[], help="JSON of things.mjs over the same pictures")
    ask.add_argument("--portraits", help="JSON of teach.py over pictures with alpha")
    ask.add_argument("--stamps", required=True, help="folder of PNG with alpha")
    ask.add_argument("--views", required=True, nargs="+", help="folders of pictures without people")
    ask.add_argument("--fonts", required=True, nargs="+", help="folders of .ttf")
    ask.add_argument("--count", type=int, default=8000)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--part", choices=["train", "val"], default="train")
    ask.add_argument("--out", required=True)
    a = ask.parse_args()
    cv2.setNumThreads(1)
    rng = np.random.default_rng(a.seed)
    mine = lambda i: (i % 5 == 4) == (a.part == "val")
    known = [kv for name in a.known for i, kv in enumerate(sorted(json.load(open(name)).items())) if mine(i)]
    things_of = {path: known for name in a.things for path, known in json.load(open(name)).items()}
    pictures = [(load_picture(p), {**k, **things_of.get(p, {})}) for p, k in known]
    walk = lambda folder: sorted(f for e in ("png", "jpg", "webp") for f in glob.glob(f"{folder}/**/*.{e}", recursive=True))
    stamps = [c for i, p in enumerate(walk(a.stamps)) if mine(i) and (c := load_cut(p)) is not None]
    people = []
    if a.portraits:
        for i, (p, k) in enumerate(sorted(json.load(open(a.portraits)).items())):
            faces = [f for f in k["faces"] if f[4] > 0.6]
            if mine(i) and len(faces) == 1 and (c := cv2.imread(p, cv2.IMREAD_UNCHANGED)) is not None and c.shape[2] == 4:
                s = 220 / max(c.shape[:2])
                people.append((cv2.resize(c, None, fx=s, fy=s, interpolation=cv2.INTER_AREA), faces[0]))
    views = [v for i, p in enumerate(p for f in a.views for p in walk(f)) if mine(i) and (v := load_picture(p)) is not None]
    views = [v for v in views if min(v.shape[:2]) >= 100]
    print(f"{len(pictures)} pictures, {len(stamps)} stamps, {len(people)} portraits, {len(views)} views", flush=True)
    fonts = [f for i, f in enumerate(typefaces(a.fonts)) if mine(i)]
    images = np.zeros((a.count, H, W, 3), np.uint8)
    labels = np.zeros((a.count, 3, H // CELL, W // CELL), np.uint8)
    things = np.zeros(a.count, np.uint8)
    for n in range(a.count):
        label = np.zeros((3, H, W), np.float32)
        real = rng.random() < REAL
        if real:
            picture, k = pictures[rng.integers(len(pictures))]
            canvas, place = crop(rng, picture, 0.15)
            teach(label, k, place)
            if "things" in k:
                teach_things(label, k, place)
        else:
            canvas, _ = crop(rng, views[rng.integers(len(views))], 0.05)
            for _ in range(rng.integers(0, 3)):
                paste(rng, canvas, label, scrap(rng, views[rng.integers(len(views))]), thing=False)
            for _ in range(rng.integers(0, 4)):
                paste(rng, canvas, label, stamps[rng.integers(len(stamps))])
        if people and rng.random() < (0.15 if real else 0.45):
            for _ in range(rng.integers(1, 3)):
                cut, face = people[rng.integers(len(people))]
                paste(rng, canvas, label, cut, face=face, size=(0.2, 1.4))
        if rng.random() < (0.3 if real else 0.5):
            write(rng, canvas, label, fonts)
        images[n] = finish(rng, canvas)[..., ::-1]
        labels[n] = [cv2.resize(np.clip(c, 0, 1), (W // CELL, H // CELL), interpolation=cv2.INTER_AREA) * 255 for c in label]
        # In percent, how surely what is not labelled is no thing: the teacher knows 80 kinds only.
        things[n] = 100 if not real else REAL_THINGS if "things" in k else 0
    np.savez(a.out, images=images, labels=labels, things=things)


if __name__ == "__main__":
    main()

"""What the finder learns: where people look at the faces, writing and things of a picture, 0..1 for each pixel.

A thing is looked at about its middle, spread by 0.3 of its width and height (the preferred viewing location of Nuthmann &
Henderson, Journal of Vision 2010). A small one gets fewer looks than a large one, but more for each of its pixels: looks
are taken to go by the root of its area, down to what the eye takes in at once. src/model/saliency/saliency.ts says how
much a label of 1 weighs.
"""
import cv2
import numpy as np

W, H, CELL = 192, 144, 4
FACE, TEXT, THING = 0, 1, 2
#: Pixels of a whole picture as the product looks at it; what is composed here is a part of one.
WHOLE = 256 * 192
#: Share of the picture that the eye takes in at once, one degree around: below it, smaller is not denser.
LEAST = 0.004
SPREAD = 0.3


def density(area):
    """Looks for each pixel of what covers so many pixels."""
    return np.sqrt(LEAST / (LEAST + area / WHOLE))


def looks(x, y, width, height):
    """At what has this middle and these sides, in pixels."""
    across = (np.arange(W) + 0.5 - x) / max(1.0, SPREAD * width)
    down = (np.arange(H) + 0.5 - y) / max(1.0, SPREAD * height)
    peak = density(width * height * np.pi / 4)
    return (peak * np.exp(-(across[None] ** 2 + down[:, None] ** 2) / 2)).astype(np.float32)


def add(label, channel, map):
    label[channel] = np.maximum(label[channel], map)


def box_of(place, x, y, w, h):
    """Middle and sides in pixels of a box in shares of the picture."""
    (x0, y0), (x1, y1) = place(x, y), place(x + w, y + h)
    return (x0 + x1) / 2, (y0 + y1) / 2, abs(x1 - x0), abs(y1 - y0)


def teach(label, known, place):
    """The teacher's faces and lines of writing. Writing is looked at all along the line."""
    for *box, _score, votes in known["faces"]:
        add(label, FACE, looks(*box_of(place, *box)) * (1 if votes >= 2 else 0.4))
    for quad in known["text"]:
        points = np.array([place(px, py) for px, py in quad], np.float32)
        mask = np.zeros((H, W), np.float32)
        cv2.fillPoly(mask, [points.astype(np.int32)], float(density(cv2.contourArea(points))))
        add(label, TEXT, mask)


def teach_things(label, known, place):
    """The teacher's things and people, heads by their features where no face was found."""
    kept = []
    for box in sorted(known["things"], key=lambda b: -b[4]):
        if box[4] > 0.35 and box[2] * box[3] < 0.5 and all(overlap(box, k) < 0.6 for k in kept):
            kept.append(box)
    for *box, score in [*(k[:5] for k in kept), *([*p["box"], p["score"]] for p in known["people"])]:
        add(label, THING, looks(*box_of(place, *box)) * min(1, 0.4 + score))
    for person in known["people"]:
        head = head_of(person["points"], place)
        if head and label[FACE, int(np.clip(head[1], 0, H - 1)), int(np.clip(head[0], 0, W - 1))] < 0.05:
            add(label, FACE, looks(*head) * 0.6)


def head_of(points, place):
    """Middle and sides in pixels, from nose, eyes, ears and shoulders."""
    seen = [place(x, y) for x, y, sure in points[:5] if sure > 0.3]
    if len(seen) < 2:
        return None
    ears = [place(x, y) for x, y, _ in points[3:5]]
    shoulders = [place(x, y) for x, y, _ in points[5:7]]
    x, y = np.mean(seen, 0)
    radius = max(0.6 * np.hypot(*np.subtract(*ears)), 0.35 * np.hypot(*(np.mean(shoulders, 0) - (x, y))))
    return x, y, 2 * radius, 2.4 * radius


def overlap(a, b):
    """Shared by their union."""
    across = max(0, min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]))
    down = max(0, min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]))
    return across * down / max(1e-9, a[2] * a[3] + b[2] * b[3] - across * down)

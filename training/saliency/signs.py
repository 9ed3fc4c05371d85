"""Writing as it stands on signs and prints: one to three lines in a real typeface, on a plate or not, seen askew."""
import glob

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from labels import H, TEXT, W, add, density

SYLLABLES = [c + v for c in "bcdfghjklmnprstvwz" for v in ("a", "e", "i", "o", "u", "ar", "en", "is", "ot")]


def typefaces(folders):
    return sorted(f for folder in folders for f in glob.glob(f"{folder}/**/*.ttf", recursive=True))


def word(rng):
    if rng.random() < 0.15:
        return str(rng.integers(1, 10 ** int(rng.integers(1, 5))))
    text = "".join(rng.choice(SYLLABLES, rng.integers(1, 4)))
    return [text, text.capitalize(), text.upper()][rng.integers(3)]


def printed(rng, fonts):
    """RGBA, and left, top, right and bottom of each line in it."""
    size = float(np.exp(rng.uniform(np.log(24), np.log(64))))
    font = ImageFont.truetype(str(rng.choice(fonts)), int(size))
    lines = [" ".join(word(rng) for _ in range(rng.integers(1, 4))) for _ in range(rng.integers(1, 4))]
    boxes = [font.getbbox(line) for line in lines]
    pad, pitch = int(size * rng.uniform(0.2, 0.9)), size * rng.uniform(1.1, 1.5)
    width = max(right for _, _, right, _ in boxes) + 2 * pad
    height = int(pitch * (len(lines) - 1) + boxes[-1][3]) + 2 * pad
    ink, plate = rng.integers(0, 256, (2, 3))
    if abs(ink.mean() - plate.mean()) < 60:
        plate = 255 - ink if abs(ink.mean() - 127) > 40 else np.full(3, 255)
    alpha = 255 if rng.random() < 0.6 else 0
    image = Image.new("RGBA", (width, height), (*map(int, plate), alpha))
    draw = ImageDraw.Draw(image)
    places = []
    for i, (line, (left, top, right, bottom)) in enumerate(zip(lines, boxes)):
        x = pad + (width - 2 * pad - right) * rng.choice([0, 0.5])
        y = pad + i * pitch
        draw.text((x, y), line, font=font, fill=(*map(int, ink), 255))
        places.append((x + left, y + top, x + right, y + bottom))
    return np.array(image), places


def write(rng, canvas, label, fonts):
    """Draws a sign somewhere on the canvas and labels each of its lines."""
    image, places = printed(rng, fonts)
    h, w = image.shape[:2]
    across = float(np.exp(rng.uniform(np.log(0.12), np.log(0.9)))) * W
    down = min(across * h / w, 0.8 * H)
    x, y = rng.uniform(-0.1 * across, W - 0.9 * across), rng.uniform(-0.1 * down, H - 0.9 * down)
    corners = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
    askew = rng.normal(0, 0.06, (4, 2)) * down + (rng.normal(0, 0.06) * across * np.float32([[0, -1], [0, 1], [0, 1], [0, -1]]))
    seen = np.float32([[x, y], [x + across, y], [x + across, y + down], [x, y + down]]) + askew.astype(np.float32)
    move = cv2.getPerspectiveTransform(corners, seen)
    # Shrinking by a perspective skips pixels: blurred first.
    shrunk = max(1.0, w / across)
    soft = cv2.GaussianBlur(image, (0, 0), shrunk / 3) if shrunk > 1.3 else image
    drawn = cv2.warpPerspective(soft, move, (W, H), flags=cv2.INTER_LINEAR).astype(np.float32)
    alpha = drawn[..., 3:] / 255
    canvas[:] = canvas * (1 - alpha) + drawn[..., 2::-1] * alpha
    for channel in label:
        channel *= 1 - alpha[..., 0]
    for left, top, right, bottom in places:
        quad = cv2.perspectiveTransform(np.float32([[[left, top], [right, top], [right, bottom], [left, bottom]]]), move)[0]
        line = np.zeros((H, W), np.float32)
        cv2.fillPoly(line, [quad.astype(np.int32)], float(density(cv2.contourArea(quad))))
        add(label, TEXT, line)

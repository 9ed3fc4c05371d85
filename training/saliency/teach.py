"""Faces and writing in pictures, as two free teachers find them: MediaPipe's face detectors and RapidOCR's (both Apache-2.0).

python teach.py OUT.json PICTURE…       --faces-only for drawings
A face: [x, y, width, height, score, votes], a line of writing: four corners; all as shares of the picture.
"""
import argparse
import json

import cv2
import mediapipe as mp
import numpy as np
from rapidocr_onnxruntime import RapidOCR

detection = mp.solutions.face_detection.FaceDetection
DETECTORS = [detection(model_selection=1, min_detection_confidence=0.4), detection(model_selection=0, min_detection_confidence=0.5)]


def found(detector, image):
    for one in detector.process(image).detections or []:
        box = one.location_data.relative_bounding_box
        yield box.xmin, box.ymin, box.width, box.height, float(one.score[0])


def tiles(w, h, whole_only):
    """The whole picture, then six overlapping parts of it, where small faces are large enough."""
    yield 0, 0, w, h
    if not whole_only:
        tw, th = int(w * 0.6), int(h * 0.6)
        for y in (0, h - th):
            for x in (0, (w - tw) // 2, w - tw):
                yield x, y, tw, th


def overlap(a, b):
    """Of the smaller one."""
    across = max(0, min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]))
    down = max(0, min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]))
    return across * down / min(a[2] * a[3], b[2] * b[3])


def faces(image, whole_only):
    h, w = image.shape[:2]
    every = []
    for x, y, tw, th in tiles(w, h, whole_only):
        part = np.ascontiguousarray(image[y : y + th, x : x + tw])
        for detector in DETECTORS:
            for bx, by, bw, bh, score in found(detector, part):
                every.append([(x + bx * tw) / w, (y + by * th) / h, bw * tw / w, bh * th / h, score])
    kept = []
    for box in sorted(every, key=lambda b: -b[4]):
        same = next((k for k in kept if overlap(box, k) > 0.4), None)
        if same:
            same[5] += 1
        else:
            kept.append([*box, 1])
    return kept


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("out")
    ask.add_argument("pictures", nargs="+")
    ask.add_argument("--faces-only", action="store_true")
    a = ask.parse_args()
    cv2.setNumThreads(1)
    reader = None if a.faces_only else RapidOCR(intra_op_num_threads=1)
    known = {}
    for path in a.pictures:
        image = cv2.imread(path, cv2.IMREAD_UNCHANGED)
        if image is None or image.ndim < 3:
            continue
        if image.shape[2] == 4:
            alpha = image[..., 3:] / 255
            image = (image[..., :3] * alpha + 128 * (1 - alpha)).astype(np.uint8)
        scale = min(1, 1024 / max(image.shape[:2]))
        image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        h, w = image.shape[:2]
        lines = reader.text_det(image)[0] if reader else None
        text = [] if lines is None else [[[float(x) / w, float(y) / h] for x, y in line] for line in lines]
        known[path] = {"faces": faces(cv2.cvtColor(image, cv2.COLOR_BGR2RGB), a.faces_only), "text": text}
    json.dump(known, open(a.out, "w"))


if __name__ == "__main__":
    main()

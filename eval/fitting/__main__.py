"""``python -m eval.fitting DATA``: fits the sentence weights on question sets and prints them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from eval.fitting.passages import PassageSet
from eval.fitting.sentences import accuracy, examples, fit
from rag.answering.evidence import Features

POOL = ("cmrc2018", "drcd_s", "xquad_zh")
TRAIN = ("cmrc2018/questions_train", "drcd_s/questions_dev", "xquad_zh/questions_test")
CHECK = ("cmrc2018/questions_dev",)


def main() -> None:
    """Reads the sets, fits, and prints the weights with the accuracy on questions not fitted to."""
    parser = argparse.ArgumentParser(description="fit the weights by which sentences are chosen")
    parser.add_argument("data", type=Path, help="folder with the question sets")
    parser.add_argument("--questions", type=int, default=4000, help="how many to fit to")
    parser.add_argument("--passages", type=int, default=8, help="how many retrieved passages to read")
    given = parser.parse_args()
    passages = [given.data / name / "passages.jsonl.gz" for name in POOL]
    parts = {}
    for part, names in (("train", TRAIN), ("check", CHECK)):
        pool = PassageSet.read(passages, [given.data / f"{name}.jsonl.gz" for name in names])
        order = np.random.default_rng(0).permutation(len(pool.questions))[: given.questions]
        parts[part] = list(examples(pool, [pool.questions[i] for i in order], given.passages))
        sys.stderr.write(f"{part}: {len(parts[part])} questions\n")
    weights = fit(parts["train"])
    for name, weight in zip(Features._fields, weights, strict=True):
        sys.stdout.write(f"    {weight:.2f},  # {name}\n")
    for part, data in parts.items():
        sys.stdout.write(f"best sentence holds the answer, {part}: {accuracy(data, weights):.3f}\n")


if __name__ == "__main__":
    main()

"""``python -m eval.fitting``: fits the weights of sentences, lists, doubt and confidence, and prints them.

    python -m eval.fitting --set QUESTIONS.jsonl INDEX [--set …] [--passages FOLDER]

``--set`` gives question sets over indexes of their corpora; ``--passages`` a folder with the public reading
comprehension sets (``cmrc2018``, ``drcd_s``, ``xquad_zh``), of which CMRC's trial questions are added for the sentences.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from eval.fitting import confidence, doubt, lists, sentences
from eval.fitting.dev_sets import Found, found_for
from eval.fitting.listwise import Example, accuracy, fit
from eval.fitting.passages import PassageSet
from eval.fitting.withheld import withheld_for
from rag.answering.evidence import Features
from rag.answering.lists.features import ListFeatures
from rag.answering.settings import AnswerSettings

POOL = ("cmrc2018", "drcd_s", "xquad_zh")

OWN_WEIGHT = 4
"""What a question of the kind that is asked here weighs beside one on an encyclopaedia."""

TRAIN = ("cmrc2018/questions_trial",)
"""Not those that the reader was taught with: it knows their answers too well."""


def main() -> None:
    """Fits and prints."""
    parser = argparse.ArgumentParser(prog="python -m eval.fitting", description=__doc__)
    parser.add_argument("--set", nargs=2, action="append", required=True, metavar=("QUESTIONS", "INDEX"))
    parser.add_argument("--passages", type=Path, help="folder with the public reading comprehension sets")
    parser.add_argument("--questions", type=int, default=800, help="how many of their questions")
    given = parser.parse_args()
    found = [one for questions, index in given.set for one in found_for(Path(questions), Path(index))]
    public = list(_public(given.passages, given.questions)) if given.passages else []
    own = list(sentences.from_dev_set(found))
    _print("sentences", Features._fields, [*public, *(own * OWN_WEIGHT)], own, sentences.RIDGE)
    listed = list(lists.examples(found))
    _print("lists", ListFeatures._fields, listed, listed, lists.RIDGE)
    withheld = [one for questions, index in given.set for one in withheld_for(Path(questions), Path(index))]
    _print_doubt(found, withheld)
    _print_confidence(found)


def _public(folder: Path, most: int) -> list[Example]:
    passages = [folder / name / "passages.jsonl.gz" for name in POOL]
    pool = PassageSet.read(passages, [folder / f"{name}.jsonl.gz" for name in TRAIN])
    order = np.random.default_rng(0).permutation(len(pool.questions))[:most]
    chosen = [pool.questions[i] for i in order]
    return list(sentences.from_passages(pool, chosen, AnswerSettings().passages_read))


def _print(
    name: str, fields: Sequence[str], data: Sequence[Example], check: Sequence[Example], ridge: float
) -> None:
    weights = fit(data, ridge)
    sys.stdout.write(f"{name}: {len(data)} examples, right first in {accuracy(check, weights):.3f}\n")
    sys.stdout.writelines(f"    {w:.2f},  # {field}\n" for field, w in zip(fields, weights, strict=True))


def _print_doubt(found: Sequence[Found], withheld: Sequence[Found]) -> None:
    fitted = doubt.fit(found, withheld, AnswerSettings().refusal_threshold)
    sys.stdout.write(f"doubt: caught {fitted.caught:.3f}, refused {fitted.refused:.3f}\n")
    sys.stdout.writelines(f"    {name}: {weight:.2f}\n" for name, weight in fitted.weights._asdict().items())
    sys.stdout.write(f"    bias: {fitted.bias:.2f}\n")


def _print_confidence(found: Sequence[Found]) -> None:
    fitted = confidence.fit(found)
    sys.stdout.write(
        f"confidence: {fitted.n} answers, right {fitted.right:.3f}; cross-validated: calibration error "
        f"{fitted.error:.3f}, area {fitted.area or 0.0:.3f}\n"
    )
    sys.stdout.writelines(f"    {name}: {weight:.2f}\n" for name, weight in fitted.weights._asdict().items())
    sys.stdout.write(f"    bias: {fitted.bias:.2f}\n")


if __name__ == "__main__":
    main()

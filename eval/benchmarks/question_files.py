"""How do public questions become a question set of our own, so that all that reads one can read them?"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from eval.benchmarks.pool import CORPUS, Pool, rows
from eval.errors import QuestionSetError, no_such_file
from eval.questions import QuestionSet, read_questions

SEED = 11
"""Of the sample: the same questions every time."""


def question_set(data: Path, name: str, pool: Pool, most: int, out: Path) -> QuestionSet:
    """``most`` of the development questions of a set, sampled, in their order; all of them for 0.

    Written to ``NAME.questions.jsonl`` in the folder ``out``, for ``wenju eval score`` and ``compare`` too. A gold
    answer has its place in the pool, where the set says where it stands; the cluster of a question is its passage.
    Raises ``QuestionSetError`` where the set has no such questions.
    """
    path = data / name / "questions_dev.jsonl.gz"
    if not path.is_file():
        raise no_such_file(QuestionSetError, path)
    asked = sampled(list(rows(path)), most)
    written = out / f"{name}.questions.jsonl"
    lines = (json.dumps(_question(name, row, pool), ensure_ascii=False) + "\n" for row in asked)
    written.write_text("".join(lines), encoding="utf-8", newline="\n")
    return read_questions(written)


def sampled(asked: list[dict[str, Any]], most: int) -> Iterable[dict[str, Any]]:
    """So many of them by chance, in their order; all for 0."""
    if not 0 < most < len(asked):
        return asked
    chosen = random.Random(SEED).sample(range(len(asked)), most)
    return [asked[at] for at in sorted(chosen)]


def _question(name: str, row: dict[str, Any], pool: Pool) -> dict[str, Any]:
    record = pool.records[row["pid"]]
    own = (
        record == row["pid"]
    )  # the places of a text that another passage stands for may differ by white space
    return {
        "qid": f"{name}-{row['qid']}",
        "question": row["question"],
        "type": "span",
        "mode": "any",
        "answers": [_answer(answer, record if own else None) for answer in row["answers"]],
        "article_ids": [record],
    }


def _answer(answer: dict[str, Any], record: str | None) -> dict[str, Any]:
    text, start = answer["text"], answer["start"]
    if start < 0 or record is None:
        return {"text": text}
    return {"text": text, "file": CORPUS, "record": record, "start": start, "end": start + len(text)}

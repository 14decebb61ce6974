"""Which article of which law do people ask for, in words that are not the law's?

The questions are those of our own that are kept from the training of the encoder
(``embeddings.training.own_questions``); every article of every law that is asked about is a record of the corpus.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from embeddings.training.own_questions import placed_questions
from embeddings.training.sections import sections
from eval.benchmarks.pool import rows
from eval.benchmarks.question_files import sampled
from eval.benchmarks.retrieval.distractors import LAWS
from eval.questions import QuestionSet, read_questions

EVERYDAY = "everyday"
"""The questions, and their corpus."""


class Everyday(NamedTuple):
    """A corpus, written, and the questions about it."""

    corpus: Path
    questions: QuestionSet


def everyday(data: Path, most: int, out: Path) -> Everyday | None:
    """The questions, ``most`` of them sampled (0: all), and the laws; ``None`` where no law that is asked about is there."""
    asked = list(placed_questions("laws"))
    records = {record["id"]: record for record in _articles(data, {one.document for one in asked})}
    kept = [
        _question(one.question, found) for one in asked if one.kept and (found := records.get(_id(*one[:2])))
    ]
    if not kept:
        return None
    corpus, questions = out / f"{EVERYDAY}.jsonl", out / f"{EVERYDAY}.questions.jsonl"
    _write(corpus, records.values())
    _write(questions, sampled(kept, most))
    return Everyday(corpus, read_questions(questions))


def _articles(data: Path, documents: set[str]) -> Iterator[Mapping[str, str]]:
    """The articles of the laws, each text once, as records of a corpus."""
    for path in (data / name / "docs.jsonl.gz" for name in LAWS):
        for row in rows(path) if path.is_file() else ():
            if row["id"] in documents:
                for section in sections(row["title"], row["text"]):
                    start, end = section.sentences[0][0], section.sentences[-1][1]
                    yield {
                        "id": _id(row["id"], start),
                        "title": section.heading,
                        "text": row["text"][start:end].strip(),
                    }


def _id(document: str, start: int) -> str:
    return f"{document}:{start}"


def _question(question: str, record: Mapping[str, str]) -> dict[str, Any]:
    return {
        "qid": f"{EVERYDAY}-{record['id']}-{question}",
        "question": question,
        "type": "span",
        "mode": "any",
        "answers": [{"text": record["text"]}],
        "article_ids": [record["id"]],
    }


def _write(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), encoding="utf-8", newline="\n")

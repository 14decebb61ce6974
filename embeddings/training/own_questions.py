"""Which questions were written for this project, and for which passages?

The files of ``questions/`` hold no text of others: a question, and the place of the passage that answers it, as the id
of a document and an offset in its text. An empty cell means the same as the line above. ``everyday.tsv`` holds
questions with answers that were written for them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("questions")

PLACED = ("laws", "news", "encyclopedia")
"""Files of questions with the places of their passages."""

EVERYDAY = "everyday"
"""The file of questions with their answers in full."""

KEPT_PART = 10
"""One passage in so many is kept for measuring: none of its questions are learnt from."""


class PlacedQuestion(NamedTuple):
    """A question and the place of the passage that answers it."""

    document: str
    """The id of a document or passage of the training sets."""
    start: int
    """Where the passage begins in the document's text."""
    question: str

    @property
    def kept(self) -> bool:
        """Whether it is kept for measuring."""
        return is_kept(f"{self.document}:{self.start}")


class AnsweredQuestion(NamedTuple):
    """A question and its answer, both written for the training."""

    question: str
    answer: str

    @property
    def kept(self) -> bool:
        """Whether it is kept for measuring."""
        return is_kept(self.answer)


def is_kept(passage: str) -> bool:
    """Whether the passage known by these words is among those kept for measuring; the same on every machine."""
    return zlib.crc32(passage.encode()) % KEPT_PART == 0


def placed_questions(name: str) -> Iterator[PlacedQuestion]:
    """The questions of one of ``PLACED``, in the order of the file."""
    document, start = "", 0
    for line in (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        named, offset, question = line.split("\t")
        document = named or document
        start = int(offset) if offset else start
        yield PlacedQuestion(document, start, question)


def everyday_questions() -> Iterator[AnsweredQuestion]:
    """The questions of ``EVERYDAY``, in the order of the file."""
    for line in (FOLDER / f"{EVERYDAY}.tsv").read_text(encoding="utf-8").splitlines():
        yield AnsweredQuestion(*line.split("\t"))

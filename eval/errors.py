"""The faults of a question set, a run or a gold that a person can mend."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rag.errors import UserError, Words

SHOWN_FAULTS = 20
"""Faults listed in one message; the rest are counted: a wholly wrong file must not fill the screen."""


class QuestionSetError(UserError):
    """A question set cannot be read, or some of its lines are not questions."""


class RunError(UserError):
    """A run cannot be read, or some of its lines are not replies."""


class GoldError(UserError):
    """A gold segmentation cannot be read, or does not fit the pages that were read."""


class LineFault(Exception):
    """What is wrong with one line; gathered with the others before anything is said."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words = Words(zh, en)


def gathered(what: Words, faults: Sequence[tuple[int, Words]]) -> Words:
    """All faults of a file as one message, each with its line.

    >>> gathered(Words("题集有误", "faulty question set"), [(3, Words("没有 qid", "no qid"))]).zh
    '题集有误（第 3 行：没有 qid）'
    """
    more = len(faults) - SHOWN_FAULTS
    zh = "；".join(f"第 {line} 行：{words.zh}" for line, words in faults[:SHOWN_FAULTS])
    en = "; ".join(f"line {line}: {words.en}" for line, words in faults[:SHOWN_FAULTS])
    if more > 0:
        zh, en = f"{zh}；另有 {more} 处", f"{en}; and {more} more"
    return Words(f"{what.zh}（{zh}）", f"{what.en} ({en})")


def no_such_file(kind: type[UserError], path: Path) -> UserError:
    """The fault of a file that is not there."""
    mend = Words("检查路径", "check the path")
    return kind(Words("找不到文件", "no such file"), where=str(path), mend=mend)

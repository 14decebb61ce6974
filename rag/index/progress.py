"""What is a refresh doing, and how far is it?"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from rag.errors import Words


class Stage(Enum):
    """The stages of a refresh, in their order; one in which nothing is to do is left out."""

    FINDING = Words("查找文件", "looking at files")
    READING = Words("读取文章", "reading articles")
    WRITING = Words("写入文章", "writing articles")
    REPRINTS = Words("查找重复刊载", "looking for reprints")
    WORDS = Words("建立词语索引", "indexing words")
    VECTORS = Words("计算向量", "encoding passages")
    VERIFYING = Words("核对新索引", "checking the new index")
    PUBLISHING = Words("发布", "publishing")


class Progress(NamedTuple):
    """How far a stage is."""

    stage: Stage
    done: int
    """Files, articles, chunks or passages; ``total`` at the end of the stage."""
    total: int


ProgressListener = Callable[[Progress], None]
"""Told at the beginning, the end and now and then between; what it raises ends the refresh."""


def unheard(_: Progress) -> None:
    """The listener of a refresh that nobody watches."""

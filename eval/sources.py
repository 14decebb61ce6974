"""What does a file of the corpus say at a place? The corpus as the measures look things up in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from eval.measures.citations import SourceOf
from eval.places import Place
from rag.corpus.page import SourceFile
from rag.corpus.readers import read_pages
from rag.errors import Unreadable


def corpus_at(root: Path) -> SourceOf:
    """Looks places up in the files below ``root``, the folder that ``wenju refresh`` was given; reads each once."""

    @cache
    def pages(file: str) -> dict[str | None, str]:
        try:
            return {page.record: page.text for page in read_pages(SourceFile(root / file, file)).pages}
        except Unreadable:
            return {}

    def source_of(place: Place) -> str | None:
        return pages(place.file).get(place.record)

    return source_of

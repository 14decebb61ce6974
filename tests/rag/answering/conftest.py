"""Articles made in memory, where a test is about one rule and not about the way from the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from rag.corpus.article import Article, ArticleKind, Section, SourceText
from rag.text.numbering import heading_marker
from rag.text.spans import SourceMap, Span

MakeArticle = Callable[..., Article]


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """Makes an article of lines; a numbered line is a heading."""

    def make(*lines: str, article_id: str = "甲", **labels: str) -> Article:
        text = "\n".join(lines)
        return Article(
            article_id=article_id,
            kind=ArticleKind.ARTICLE,
            file=f"{article_id}.txt",
            record=None,
            title=_label(labels.get("title")),
            author=_label(labels.get("author")),
            affiliation=_label(labels.get("affiliation")),
            text=text,
            source_map=SourceMap.of([(0, len(text))], text),
            sections=tuple(_sections(lines)),
            body=Span(0, len(text)),
        )

    return make


def _label(text: str | None) -> SourceText | None:
    return SourceText(text, ()) if text else None


def _sections(lines: Sequence[str]) -> list[Section]:
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines) + 1)]
    marked = [(at, marker) for at, line in enumerate(lines) if (marker := heading_marker(line))]
    sections: list[Section] = []
    path: tuple[str, ...] = ()
    nexts = [*(at for at, _ in marked), len(lines)][1:]
    for (at, marker), following in zip(marked, nexts, strict=True):
        level = marker.level or 1
        path = (*path[: level - 1], lines[at])
        heading = Span(starts[at], starts[at] + len(lines[at]))
        end = max(heading.end, starts[following] - 1)
        body = Span(min(heading.end + 1, end), end)
        sections.append(Section(level, heading, body, path, run_in=False))
    return sections

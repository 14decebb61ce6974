"""What should be read off a page? The gold articles, with every place taken from the ink itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from eval.pages.clean import Article
from eval.pages.ink import Placed, Role

Span = list[int]


def gold_of(article: Article, file: str, inks: Sequence[Placed], kinds: Iterable[str]) -> dict[str, Any]:
    """One article as the gold has it; ``kinds`` are the kinds of mess of its page.

    Offsets are code points of the decoded file without its byte-order mark. Keys beyond those of a hand-made
    gold: ``mess``, ``kicker_span``, and ``accepted``: other values of a label that are right as well.
    """
    mine = [placed for placed in inks if placed.ink.article == article.name]
    title, author = _spans(mine, Role.TITLE), _spans(mine, Role.AUTHOR)
    unit = _spans(mine, Role.AFFILIATION)
    names = article.author.names if article.author and author else ()
    starts = _places(mine)
    printed = (("title", title), ("author", author or not article.author))
    missing = [*(what for what, found in printed if not found), *article.lost]
    return {
        "id": article.name,
        "file": file,
        "title": article.full_title if title else None,
        "author": "、".join(names) or None,
        "affiliation": _unit(article) if unit else None,
        "kind": article.kind,
        "complete": not missing,
        "missing": missing,
        "topic": article.topic or None,
        "spans": body_spans(mine, inks),
        "title_span": _extent(title),
        "byline_span": _byline(mine),
        "author_span": _extent(author),
        "affiliation_span": _extent(unit),
        "bio_span": _extent(_spans(mine, Role.BIO)),
        "kicker_span": _extent(_spans(mine, Role.KICKER)),
        "intrusions": [
            {"span": [placed.start, placed.end], "copy_of": placed.ink.copy_of, "why": "repeated by the page"}
            for placed in mine
            if placed.ink.role is Role.INTRUSION
        ],
        "headings": _headings(article, starts),
        "paragraphs": _paragraphs(article, mine, inks),
        "unheaded_conclusion": None
        if article.conclusion is None
        else starts[article.starts[article.conclusion]],
        "accepted": _accepted(article) if unit else {},
        "mess": sorted(kinds),
        "note": None,
    }


def body_spans(mine: Iterable[Placed], inks: Sequence[Placed]) -> list[Span]:
    """The body in reading order, in as few spans as have only layout and intrusions between them."""
    body = sorted((p for p in mine if p.ink.role is Role.BODY), key=lambda placed: placed.ink.place)
    return _merged(body, inks)


def _merged(body: Iterable[Placed], inks: Sequence[Placed], *, over: bool = True) -> list[Span]:
    """``over`` intrusions too, or over layout only."""
    loose = (Role.LAYOUT, Role.INTRUSION) if over else (Role.LAYOUT,)
    walls = sorted(p.start for p in inks if p.ink.role not in loose)
    spans: list[Span] = []
    for placed in body:
        if spans and spans[-1][1] <= placed.start and not _between(walls, spans[-1][1], placed.start):
            spans[-1][1] = placed.end
        else:
            spans.append([placed.start, placed.end])
    return spans


def _between(walls: Sequence[int], start: int, end: int) -> bool:
    return any(start <= wall < end for wall in walls)


def _places(mine: Iterable[Placed]) -> dict[int, int]:
    """For each place of the body the place in the file."""
    return {
        placed.ink.place + step: placed.start + step
        for placed in mine
        if placed.ink.role is Role.BODY
        for step in range(len(placed.ink.text))
    }


def _headings(article: Article, starts: dict[int, int]) -> list[dict[str, Any]]:
    return [
        {
            "level": mark.level,
            "text": paragraph.text[mark.start : mark.end],
            "start": starts[start + mark.start],
            "run_in": not paragraph.alone,
        }
        for start, paragraph in zip(article.starts, article.paragraphs, strict=True)
        for mark in paragraph.marks
    ]


def _paragraphs(article: Article, mine: Sequence[Placed], inks: Sequence[Placed]) -> list[dict[str, Any]]:
    found = []
    for start, paragraph in zip(article.starts, article.paragraphs, strict=True):
        own = [
            placed
            for placed in mine
            if placed.ink.role is Role.BODY and start <= placed.ink.place < start + len(paragraph.text)
        ]
        own.sort(key=lambda placed: placed.ink.place)
        found.append({"pieces": _merged(own, inks, over=False), "heading": paragraph.alone})
    return found


def _spans(mine: Iterable[Placed], role: Role) -> list[Span]:
    return [[placed.start, placed.end] for placed in mine if placed.ink.role is role]


def _extent(spans: Sequence[Span]) -> Span | None:
    return [min(start for start, _ in spans), max(end for _, end in spans)] if spans else None


def _byline(mine: Sequence[Placed]) -> Span | None:
    """From the first to the last character of the lines with the name, or with a byline's words."""
    lines = {placed.line for placed in mine if placed.ink.role in (Role.AUTHOR, Role.BYLINE)}
    return _extent(
        [[p.start, p.end] for p in mine if p.line in lines and p.ink.role not in (Role.BODY, Role.LAYOUT)]
    )


def _unit(article: Article) -> str:
    author = article.author
    return author.unit + author.post if author else ""


def _accepted(article: Article) -> dict[str, list[str]]:
    """A unit may be given with its author's post or without."""
    return {"affiliation": [article.author.unit]} if article.author and article.author.post else {}

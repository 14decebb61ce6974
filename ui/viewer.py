"""How is one article shown beside the chat, with a quotation lit?

Pure: an article and a place in, HTML out. What stands inside ``.wj-text`` is the article's text, character for
character.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rag.corpus.article import Article, ArticleKind
from rag.errors import Language, Words
from rag.place import place_of
from rag.text.spans import Span
from ui import wording
from ui.imprint import imprint_line
from ui.markup import escaped, joined, tag
from ui.reading import reading_fold
from ui.reference import Label, Place


@dataclass(frozen=True)
class Block:
    """One paragraph or heading of the text, without its line break."""

    span: Span
    level: int | None
    """Of a heading that fills its line; ``None`` for a paragraph."""
    run_in: Span | None
    """The heading that shares its line with the paragraph."""


def article_pane(article: Article, place: Place | None, language: Language) -> str:
    """The whole article as HTML: head and text, the first lit element with the id ``lit``.

    A place outside the text lights nothing.
    """
    light = _Light(place)
    shown = tag(
        "article", _head(article, light, language) + _text(article, light), class_="wj-article", lang="zh-CN"
    )
    return _bar(language) + shown + reading_fold(article, language)


def gone_pane(language: Language) -> str:
    """What stands in the pane when the article is no longer in the index."""
    return _bar(language) + tag(
        "p", escaped(wording.ARTICLE_GONE.say(language)), class_="wj-gone", role="status"
    )


def _bar(language: Language) -> str:
    """What stays in sight: the way to the other citations, and out. ``pane.js`` binds the buttons."""
    steps = (
        _button("wj-previous", wording.PREVIOUS_CITATION, language)
        + tag("span", class_="wj-position", aria_live="polite")
        + _button("wj-next", wording.NEXT_CITATION, language)
    )
    close = _button("wj-close", wording.CLOSE, language)
    return tag("nav", tag("span", steps, class_="wj-steps") + close, class_="wj-bar")


def _button(name: str, words: Words, language: Language) -> str:
    return tag("button", escaped(words.say(language)), class_=name, type="button")


class _Light:
    """Puts marks around the lit place; only the first mark carries the id."""

    def __init__(self, place: Place | None) -> None:
        self.place = place
        self._used = False

    def mark(self, html: str) -> str:
        first, self._used = not self._used, True
        return tag("mark", html, id="lit" if first else None, tabindex="-1" if first else None)

    def label(self, label: Label, html: str) -> str:
        return self.mark(html) if self.place is label else html

    @property
    def span(self) -> Span:
        return self.place if isinstance(self.place, Span) else Span(0, 0)


def _head(article: Article, light: _Light, language: Language) -> str:
    heading = (
        tag("h2", light.label(Label.TITLE, escaped(article.title.text)))
        if article.title
        else tag("h2", escaped(wording.UNTITLED.say(language)), class_="wj-none")
    )
    notice = tag("span", escaped(wording.NOTICE.say(language)), class_="wj-kind")
    return tag(
        "header",
        (notice if article.kind is ArticleKind.NOTICE else "")
        + heading
        + tag("p", _byline(article, light, language), class_="wj-byline")
        + _imprint(article, light)
        + tag("p", _origin(article, light.place, language), class_="wj-origin"),
    )


def _byline(article: Article, light: _Light, language: Language) -> str:
    author = (
        light.label(Label.AUTHOR, escaped(article.author.text))
        if article.author
        else tag("span", escaped(wording.UNSIGNED.say(language)), class_="wj-none")
    )
    unit = light.label(Label.AFFILIATION, escaped(article.affiliation.text)) if article.affiliation else ""
    return joined((author, unit), tag("span", "·", class_="wj-dot"))


def _imprint(article: Article, light: _Light) -> str:
    line = imprint_line(article, escaped, lambda date: light.label(Label.DATE, escaped(date)))
    return tag("p", line, class_="wj-imprint") if line else ""


def _origin(article: Article, place: Place | None, language: Language) -> str:
    """The file, the record in it, and the page that the lit place is on."""
    turn_to = place_of(article, _lit_pieces(article, place))
    where = joined((article.file, article.record or "", turn_to.say(language) if turn_to else ""), " · ")
    return escaped(f"{wording.FILE.say(language)} {where}")


def _lit_pieces(article: Article, place: Place | None) -> tuple[Span, ...]:
    if isinstance(place, Span):
        return article.pieces(Span(place.start, min(place.end, len(article.text))))
    words = place.of(article) if place else None
    return words.pieces if words else ()


def _text(article: Article, light: _Light) -> str:
    shown = [_block(article, block, light) for block in blocks(article)]
    return tag("div", "\n".join(shown), class_="wj-text")


def blocks(article: Article) -> Iterator[Block]:
    """The lines of the text in order, headings known from the sections; with the breaks they are all of it."""
    sections = {section.heading.start: section for section in article.sections}
    at = 0
    for line in article.text.split("\n"):
        span = Span(at, at + len(line))
        section = next((sections[start] for start in range(*span) if start in sections), None)
        if section is None:
            yield Block(span, None, None)
        elif section.heading.start == span.start and section.heading.end >= span.end:
            yield Block(span, section.level, None)
        else:
            yield Block(span, None, section.heading)
        at = span.end + 1


def _block(article: Article, block: Block, light: _Light) -> str:
    inner = "".join(_stretch(article.text, part, block, light) for part in _parts(block, light.span))
    if block.level is not None:
        return tag(f"h{min(block.level, 3) + 2}", inner)
    biography = article.biography.length and block.span.start >= article.biography.start
    return tag("p", inner, class_="wj-bio" if biography else None)


def _parts(block: Block, lit: Span) -> Iterator[Span]:
    """The block cut wherever light or a run-in heading begins or ends."""
    run_in = block.run_in or Span(block.span.start, block.span.start)
    inside = {cut for cut in (*lit, *run_in) if block.span.start < cut < block.span.end}
    cuts = sorted({*block.span, *inside})
    for start, end in pairwise(cuts):
        yield Span(start, end)


def _stretch(text: str, part: Span, block: Block, light: _Light) -> str:
    html = escaped(part.slice(text))
    if light.span.overlap(part):
        html = light.mark(html)
    if block.run_in and block.run_in.overlap(part):
        html = tag("strong", html)
    return html

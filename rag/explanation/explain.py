"""How was a page understood: what was dropped, which articles were found, how were they put together, what is doubtful?

Pure: a ``PageReading`` in, an ``Explanation`` out. It stands beside ``rag.corpus`` and not in it: its words shape
no index.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from rag.corpus.article import Article, SourceText
from rag.corpus.articles import articles_read
from rag.corpus.page import Page
from rag.corpus.page_reading import PageReading, read_page
from rag.explanation.doubts import doubts_of
from rag.explanation.dropped import dropped_of
from rag.explanation.entries import ArticleFound, Explanation, Stretch
from rag.explanation.foreign import foreign_of
from rag.explanation.joints import beginning_of, seams_of
from rag.explanation.marks import marks_found
from rag.explanation.setting import setting_of
from rag.explanation.whereabouts import SIDE, Whereabouts
from rag.text.spans import Span, without_layout


def explain_page(page: Page) -> Explanation:
    """Read a page, and tell how it was understood."""
    return explanation_of(read_page(page))


def page_of(article: Article, source: str) -> Page:
    """The page that an article was read from, its text given; fields beside the text are told by having no place."""
    fields = (article.title, article.author, article.affiliation)
    title, author, unit = (label.text if label and not label.pieces else None for label in fields)
    return Page(article.file, article.record, source, title, author, unit, landmarks=article.landmarks)


def explanation_of(reading: PageReading) -> Explanation:
    """How a page was understood; its articles are those of ``articles_read``, in their order."""
    articles = articles_read(reading)
    where = Whereabouts(reading, articles)
    seams = reading.order.seams
    goes_on = {beginning_of(reading.pieces[seam.right]).kept[0].start for seam in seams}
    return Explanation(
        file=reading.page.file,
        record=reading.page.record,
        length=len(reading.page.text),
        style=reading.style,
        setting=setting_of(reading.style),
        dropped=tuple(dropped_of(reading, where)),
        articles=tuple(_found(n, article, where, goes_on) for n, article in enumerate(articles, start=1)),
        marks=tuple(marks_found(where)),
        seams=tuple(seams_of(where)),
        foreign=tuple(foreign_of(where)),
        doubts=doubts_of(where),
    )


def _found(number: int, article: Article, where: Whereabouts, goes_on: Set[int]) -> ArticleFound:
    return ArticleFound(
        number=number,
        article_id=article.article_id,
        kind=article.kind,
        title=_words(article.title),
        author=_words(article.author),
        affiliation=_words(article.affiliation),
        stretches=tuple(_stretches(article, where, goes_on)),
    )


def _stretches(article: Article, where: Whereabouts, goes_on: Set[int]) -> Iterator[Stretch]:
    for span in article.pieces(Span(0, len(article.text))):
        words = without_layout(span.slice(where.text))
        begins, ends = (words[:SIDE], words[-SIDE:]) if len(words) > 2 * SIDE else (words, "")
        yield Stretch(where.place((span,)), begins, ends, span.start in goes_on)


def _words(label: SourceText | None) -> str | None:
    return label.text if label else None

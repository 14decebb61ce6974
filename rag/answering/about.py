"""Who wrote it, which unit, which article: answers that stand in titles, bylines and unit lines."""

from __future__ import annotations

from collections.abc import Sequence

from rag.answering.about_table import FIELDS, FieldRow
from rag.answering.answer import AboutAnswer
from rag.answering.articles_meant import articles_meant
from rag.answering.asked import Asked
from rag.answering.items import Draft, numbered
from rag.answering.quote import Quote, quote_body, quote_label
from rag.corpus.article import Article, ArticleKind, SourceText
from rag.errors import Words
from rag.text.sentences import sentences
from rag.text.spans import Span


def about(asked: Asked) -> AboutAnswer | None:
    """The fields asked for, of the articles meant; ``None`` where no article is meant plainly enough.

    Without a field in the question the title is given; where the page has none of the fields, the first that
    it does have, with a note of what is missing.
    """
    articles = articles_meant(asked)
    fields = _fields_asked(asked.question.folded)
    quoted = [(row, _quoted(article, row.field)) for article in articles for row in fields]
    quotes = [quote for _, quote in quoted if quote]
    missing = [row for row, quote in quoted if quote is None]
    quotes += [q for article in articles for q in (_told(article) or ([] if quotes else _instead(article)))]
    drafts = [Draft(quote, 1.0) for quote in quotes]
    return AboutAnswer(numbered(drafts), _note(missing)) if drafts else None


def _fields_asked(folded: str) -> Sequence[FieldRow]:
    return [row for row in FIELDS if row.pattern.search(folded)] or FIELDS[:1]


def _quoted(article: Article, field: str) -> Quote | None:
    """One field of an article as the page prints it; ``None`` where it does not."""
    if field == "date":
        return _date(article)
    label: SourceText | None = getattr(article, field)
    return quote_label(article, label) if label else None


def _date(article: Article) -> Quote | None:
    """The date where the page or a field of the record gives it; what a file is called is nobody's words."""
    date = article.imprint.date
    if date is None or not (date.pieces or article.record):
        return None
    at = article.text.find(date.text)
    place = Span(at, at + len(date.text))
    if at >= 0 and date.pieces in ((), article.pieces(place)):
        return quote_body(article, place)
    return quote_label(article, date)


def _instead(article: Article) -> list[Quote]:
    """The first field that the page does give, where it gives none of those asked for."""
    labels = (article.title, article.author, article.affiliation)
    return [quote_label(article, label) for label in labels if label][:1]


def _told(article: Article) -> list[Quote]:
    """What is quoted besides: of a notice its first sentence, which says whose it is."""
    if article.kind is not ArticleKind.NOTICE:
        return []
    spans = (span for span in sentences(article.text) if span.slice(article.text).strip())
    return [quote_body(article, span) for span in spans][:1]


def _note(missing: Sequence[FieldRow]) -> Words | None:
    if not missing:
        return None
    names = dict.fromkeys(row.name for row in missing)
    return Words(
        "原文没有给出" + "、".join(name.zh for name in names),
        "the page does not give " + ", ".join(name.en for name in names),
    )

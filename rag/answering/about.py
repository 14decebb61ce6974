"""Who wrote it, which unit, which article: answers that stand in titles, bylines and unit lines."""

from __future__ import annotations

from collections.abc import Sequence

from rag.answering.about_table import COUNTED, FIELDS, SAME_UNIT, FieldRow
from rag.answering.answer import AboutAnswer
from rag.answering.articles_meant import Meant, meant
from rag.answering.asked import Asked
from rag.answering.items import Draft, numbered
from rag.answering.passages import sentence_around
from rag.answering.quote import Quote, quote_body, quote_label
from rag.corpus.article import Article, ArticleKind, SourceText
from rag.errors import Words
from rag.text.normalise import fold
from rag.text.sentences import sentences
from rag.text.spans import Span


def about(asked: Asked) -> AboutAnswer | None:
    """The fields asked for, of the articles meant; ``None`` where no article is meant plainly enough.

    Without a field in the question the title is given; where an article has none of the fields, the first that
    it does have, with a note of what is missing. Where articles are asked for that mention something, the sentence
    that does stands behind each.
    """
    folded = asked.question.folded
    articles = meant(asked)
    fields = _fields_asked(folded)
    quotes, missing = [], []
    for one in articles:
        quoted = [(row, _quoted(one.article, row.field)) for row in fields]
        given = [quote for _, quote in quoted if quote]
        missing += [row for row, quote in quoted if quote is None]
        quotes += given + (_told(one) or ([] if given else _instead(one.article, fields)))
    drafts = [Draft(quote, 1.0) for quote in _new(_once(quotes), folded)]
    notes = (_slip(articles), _note(missing), _count(folded, len(articles)))
    return AboutAnswer(numbered(drafts), _together(notes)) if drafts else None


def _fields_asked(folded: str) -> Sequence[FieldRow]:
    """The rows that the question asks for; the unit is not asked for where others of the same unit are."""
    known = "affiliation" if SAME_UNIT.pattern.search(folded) else ""
    return [row for row in FIELDS if row.field != known and row.pattern.search(folded)] or FIELDS[:1]


def _once(quotes: Sequence[Quote]) -> list[Quote]:
    """Each quotation without those that say the same, as the unit of two articles does."""
    return list({quote.text: quote for quote in reversed(quotes)}.values())[::-1]


def _new(quotes: Sequence[Quote], folded: str) -> Sequence[Quote]:
    """The quotations that tell more than the question does, if there are any: not the name that was asked about."""
    return [quote for quote in quotes if fold(quote.text) not in folded] or quotes


IMPRINT = frozenset({"newspaper", "edition", "column"})


def _quoted(article: Article, field: str) -> Quote | None:
    """One field of an article as the page prints it; ``None`` where it does not."""
    if field == "date":
        return _date(article)
    label: SourceText | None = getattr(article.imprint if field in IMPRINT else article, field)
    if label is None or (field in IMPRINT and not (label.pieces or article.record)):
        return None
    return quote_label(article, label)


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


def _instead(article: Article, fields: Sequence[FieldRow]) -> list[Quote]:
    """A field that the page does give, where it gives none of those asked for: of an unsigned article its unit."""
    labels = [article.title, article.author, article.affiliation]
    if fields[0].field == "author":
        labels = [article.affiliation, article.title]
    return [quote_label(article, label) for label in labels if label][:1]


def _told(one: Meant) -> list[Quote]:
    """What is quoted besides: the sentence that mentions it; of a notice its first one, which says whose it is."""
    if one.says:
        return [quote_body(one.article, sentence_around(one.says))]
    if one.article.kind is not ArticleKind.NOTICE:
        return []
    text = one.article.text
    return [quote_body(one.article, span) for span in sentences(text) if span.slice(text).strip()][:1]


def _slip(articles: Sequence[Meant]) -> Words | None:
    """That the author is called a little otherwise than the question says: it may be somebody else."""
    for one in articles:
        if one.slip and one.article.author:
            said, name = one.slip, one.article.author.text
            return Words(
                f"没有署名“{said}”的文章，相近的署名是“{name}”",
                f"nobody signs as {said}; the nearest name is {name}",
            )
    return None


def _note(missing: Sequence[FieldRow]) -> Words | None:
    if not missing:
        return None
    names = dict.fromkeys(row.name for row in missing)
    return Words(
        "原文没有给出" + "、".join(name.zh for name in names),
        "the page does not give " + ", ".join(name.en for name in names),
    )


def _count(folded: str, found: int) -> Words | None:
    return Words(f"共找到 {found} 篇", f"{found} articles found") if COUNTED.pattern.search(folded) else None


def _together(notes: Sequence[Words | None]) -> Words | None:
    said = [note for note in notes if note]
    return Words("；".join(n.zh for n in said), "; ".join(n.en for n in said)) if said else None

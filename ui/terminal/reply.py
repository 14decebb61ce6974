"""How does a reply look in a terminal? The answer with its numbers, and below it where each number stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from rich.text import Text

from rag.answering.answer import (
    AboutAnswer,
    Abstention,
    AnswerItem,
    DefinitionAnswer,
    FactAnswer,
    ListAnswer,
    OutlineAnswer,
    PassageAnswer,
    SeveralAnswer,
)
from rag.answering.citation import Citation
from rag.answering.quote import Quote
from rag.corpus.article import Article
from rag.errors import Language, Words
from rag.place import place_of
from rag.reply import Reply
from rag.text.spans import Span
from ui import wording
from ui.answered import corrections_said, is_short, items_said, unnamed_words, verdict
from ui.confidence import confidence_said, is_unsure
from ui.headings import NUMBERING
from ui.imprint import imprint_line
from ui.reference import label_of
from ui.reprints import elsewhere, where_printed
from ui.terminal.safe import printable

UNTITLED = Words("（原页无标题）", "(no title on the page)")

COLON, COMMA = Words("：", ": "), Words("、", ", ")

MOST_PRINTINGS = 5
"""Other files named under a source; ``--json`` names them all."""

QUIET = "dim"
"""For what is beside the matter: places and numbers."""
WARNING = "yellow"
LIT = "bold"
"""For the words that answer, inside the sentence that is quoted."""


def reply_text(reply: Reply, language: Language) -> Text:
    """The whole of a reply, styled; its plain text says everything too."""
    lines = [
        *_understood(reply, language),
        *_answer(reply, language),
        *_sure(reply, language),
        *_sources(reply, language),
    ]
    return Text("\n").join(lines)


def _understood(reply: Reply, language: Language) -> Iterator[Text]:
    if reply.understood_as.strip() != reply.question.strip():
        yield Text(wording.UNDERSTOOD_AS.say(language) + printable(reply.understood_as), QUIET)
    if corrected := corrections_said(reply.corrections, language):
        yield Text(printable(corrected), QUIET)


def _sure(reply: Reply, language: Language) -> Iterator[Text]:
    """How likely the answer is right, where it is likelier wrong: else it would only be in the way."""
    if not reply.abstained and reply.confidence is not None and is_unsure(reply.confidence):
        yield Text(confidence_said(reply.confidence, language), WARNING)


def _answer(reply: Reply, language: Language) -> Iterator[Text]:
    answer = reply.answer
    match answer:
        case FactAnswer() | DefinitionAnswer() | PassageAnswer():
            yield from map(_item, answer.items)
        case ListAnswer():
            yield from _list(answer, language)
        case AboutAnswer():
            yield from (_label(item, reply, language) + _item(item) for item in answer.items)
            if answer.note:
                yield Text(answer.note.say(language))
        case SeveralAnswer():
            yield from _by_article(answer, reply, language)
        case OutlineAnswer():
            yield from _outline(answer)
        case Abstention():
            yield from _abstention(answer, reply, language)
        case _:
            assert_never(answer)


def _list(answer: ListAnswer, language: Language) -> Iterator[Text]:
    if answer.lead:
        yield Text(printable(answer.lead.text))
    yield Text(items_said(answer, language), WARNING if is_short(answer) else QUIET)
    yield from _numbered(answer.items)


def _numbered(items: tuple[AnswerItem, ...]) -> Iterator[Text]:
    """The items one under the other, numbered where they bring no number of their own."""
    numbered = all(NUMBERING.match(item.quote.text) for item in items)
    for number, item in enumerate(items, start=1):
        yield Text("  " if numbered else f"{number:>3}. ") + _item(item)


def _outline(answer: OutlineAnswer) -> Iterator[Text]:
    if len(set(answer.levels)) == 1:
        yield from _numbered(answer.items)  # as 第二部分 counts them
        return
    for item, level in zip(answer.items, answer.levels, strict=True):
        yield Text("  " * (level - 1)) + _item(item)


def _by_article(answer: SeveralAnswer, reply: Reply, language: Language) -> Iterator[Text]:
    """The sentences under the name of their article."""
    for article_id, items in groupby(answer.items, lambda item: item.quote.article_id):
        article = next(c.article for c in reply.citations if c.article.article_id == article_id)
        unit = f" {printable(article.affiliation.text)}" if article.affiliation else ""
        yield Text(_name(article, language) + unit, QUIET)
        for item in items:
            yield Text("  ") + _item(item)


def _item(item: AnswerItem) -> Text:
    """The quotation, what answers in it set bold, and the number of its source."""
    text, lit = item.quote.text, item.lit or Span(0, 0)
    return Text.assemble(
        printable(text[: lit.start]),
        (printable(lit.slice(text)), LIT),
        printable(text[lit.end :]),
        (f" [{item.citation}]", QUIET),
    )


def _label(item: AnswerItem, reply: Reply, language: Language) -> Text:
    """Which part of its article a quotation is, where it is one that has a name."""
    article = next((one.article for one in reply.citations if one.number == item.citation), None)
    label = label_of(item.quote, article) if article else None
    return Text(wording.LABELS[label].say(language) + COLON.say(language) if label else "", QUIET)


def _abstention(answer: Abstention, reply: Reply, language: Language) -> Iterator[Text]:
    yield Text.assemble((verdict(answer, language), LIT), answer.reason.say(language))
    missing = unnamed_words(answer, language)
    if missing:
        yield Text(wording.MISSING_WORDS.say(language) + printable("、".join(missing)))
    yield Text(wording.MENDS[answer.kind].say(language), QUIET)
    if not answer.nearest:
        return
    yield Text("\n" + wording.NEAREST.say(language))
    articles = {passage.article.article_id: passage.article for passage in reply.passages}
    for quote in answer.nearest:
        article = articles.get(quote.article_id)
        yield Text("  · " + printable(quote.text))
        name = _name(article, language) + "  " if article else ""
        yield Text(
            "    " + name + _place(quote) + (_page(article, quote, language) if article else ""), QUIET
        )


def _sources(reply: Reply, language: Language) -> Iterator[Text]:
    """Where each number stands; numbers of one section that follow each other share its lines."""
    if reply.citations:
        yield Text("\n" + wording.SOURCES.say(language))
    for _, group in groupby(reply.citations, key=lambda citation: _stands(citation, language)):
        yield from _section(tuple(group), language)


def _stands(citation: Citation, language: Language) -> tuple[object, ...]:
    return citation.article.article_id, citation.path, _page(citation.article, citation.quote, language)


def _section(cited: tuple[Citation, ...], language: Language) -> Iterator[Text]:
    first = cited[0]
    numbers = " ".join(f"[{citation.number}]" for citation in cited)
    yield Text.assemble((numbers + " ", QUIET), _source(first, language))
    printed = imprint_line(first.article, printable)
    if printed:
        yield Text("    " + printed, QUIET)
    places = " · ".join(_offsets(citation.quote) for citation in cited if citation.quote.pieces)
    where = " ".join(part for part in (_file(first.quote), places) if part)
    yield Text("    " + where + _page(first.article, first.quote, language), QUIET)
    if first.printed_in:
        yield Text("    " + _elsewhere(first.printed_in, language), QUIET)


def _source(citation: Citation, language: Language) -> str:
    """The article, who wrote it, and the headings above the quotation."""
    article = citation.article
    signed = " ".join(label.text for label in (article.affiliation, article.author) if label)
    named = _name(article, language) + (f" {printable(signed)}" if signed else "")
    return " › ".join((named, *map(printable, citation.path)))


def _elsewhere(printings: tuple[Article, ...], language: Language) -> str:
    files = [printable(where_printed(printing)) for printing in printings[:MOST_PRINTINGS]]
    more = "…" if len(printings) > MOST_PRINTINGS else ""
    return elsewhere(len(printings), language) + COLON.say(language) + COMMA.say(language).join(files) + more


def _name(article: Article, language: Language) -> str:
    return f"《{printable(article.title.text)}》" if article.title else UNTITLED.say(language)


def _page(article: Article, quote: Quote, language: Language) -> str:
    """The page of the document, where it has pages."""
    turn_to = place_of(article, quote.pieces)
    return f"  {turn_to.say(language)}" if turn_to else ""


def _place(quote: Quote) -> str:
    """File, record and code points, as the JSON reply counts them."""
    return " ".join(part for part in (_file(quote), _offsets(quote)) if part)


def _file(quote: Quote) -> str:
    return printable(f"{quote.file}#{quote.record}" if quote.record else quote.file)


def _offsets(quote: Quote) -> str:
    return " ".join(f"{piece.start}–{piece.end}" for piece in quote.pieces)

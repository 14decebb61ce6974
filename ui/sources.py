"""Where does an answer come from? The cards under it, one an article, and the other passages that were found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rag.answering.citation import Citation
from rag.corpus.article import Article
from rag.errors import Language
from rag.place import place_of
from rag.reply import Passage, Reply
from ui import wording
from ui.imprint import imprint_line
from ui.markup import escaped, joined, shortened, tag
from ui.reference import Reference, label_of, reference_to
from ui.reprints import elsewhere, place_in, where_printed
from ui.why import why_fold

MOST_PASSAGES = 5
"""Other passages offered under an answer: past the fifth they seldom say anything of the matter."""

MOST_SHOWN_OF_A_PASSAGE = 90
"""Characters of such a passage: two lines on the page."""

PATH_MARK = " › "


def article_name(article: Article) -> str:
    """How an article is called in a line: its title in 《》, else its file.

    A title that has 《》 of its own keeps them inside 〈〉, as Chinese typesetting asks.
    """
    if article.title is None:
        return article.file
    return f"《{article.title.text.replace('《', '〈').replace('》', '〉')}》"


def byline(article: Article) -> str:
    """Author and unit in a line; empty where the page names neither."""
    return joined((label.text for label in (article.author, article.affiliation) if label), " · ")


def source_cards(citations: Sequence[Citation], language: Language, reply: Reply | None = None) -> str:
    """One card an article, in the order of their first citation; empty without citations.

    With the ``reply`` that cites them, each card can tell why its passage was found.
    """
    if not citations:
        return ""
    by_article: dict[str, list[Citation]] = {}
    for citation in citations:
        by_article.setdefault(citation.article.article_id, []).append(citation)
    heading = tag("p", escaped(wording.SOURCES.say(language)), class_="wj-heading")
    cards = "".join(_card(cited, reply, language) for cited in by_article.values())
    return tag("div", heading + cards, class_="wj-sources")


def _card(cited: Sequence[Citation], reply: Reply | None, language: Language) -> str:
    article = cited[0].article
    hanging = "" if article.title is None else " wj-hanging"
    head = tag("span", escaped(article_name(article)), class_="wj-title" + hanging)
    if byline(article):
        head += tag("span", escaped(byline(article)), class_="wj-byline")
    printed = imprint_line(article, escaped)
    if printed:
        head += tag("span", printed, class_="wj-imprint")
    lines = "".join(_line(where, group) for where, group in groupby(cited, key=lambda c: _where(c, language)))
    foot = tag("span", escaped(article.file), class_="wj-file") + _proof(cited, language)
    parts = (
        tag("div", head, class_="wj-card-head"),
        lines,
        tag("div", foot, class_="wj-card-foot"),
        _reprints(cited[0], language),
        _why(cited, reply, language) if reply else "",
    )
    return tag("div", joined(parts), class_="wj-card")


def _why(cited: Sequence[Citation], reply: Reply, language: Language) -> str:
    """Why the best passage that is quoted was found, else the best of the article: a heading stands in none."""
    own = [passage for passage in reply.passages if passage.article == cited[0].article]
    best = next((passage for passage in own if _is_quoted(passage, cited)), own[0] if own else None)
    return why_fold(reply, best, language) if best else ""


def _reprints(citation: Citation, language: Language) -> str:
    """The other printings of the article, folded away; each opens at the quotation where it has it."""
    printings = citation.printed_in
    if not printings:
        return ""
    summary = tag("summary", escaped(elsewhere(len(printings), language)))
    links = "".join(tag("li", _printing(printing, citation)) for printing in printings)
    return tag("details", summary + tag("ul", links), class_="wj-passages wj-reprints")


def _printing(printing: Article, citation: Citation) -> str:
    place = place_in(printing, citation.quote)
    href = Reference(printing.article_id, citation.number, place).href
    name = tag("span", escaped(article_name(printing)), class_="wj-said")
    where = joined((imprint_line(printing), where_printed(printing)), " · ")
    where = tag("span", escaped(where), class_="wj-from")
    return tag("a", name + where, class_="cite wj-place", href=href, title=article_name(printing))


def _proof(cited: Sequence[Citation], language: Language) -> str:
    """The sign that every quotation was held against the file; a field of a record stands in no text."""
    if not all(citation.quote.pieces for citation in cited):
        return ""
    sign = escaped(wording.PROVED.say(language))
    return tag("span", sign, class_="wj-proof", title=wording.PROVED_HOW.say(language))


def _where(citation: Citation, language: Language) -> str:
    """The headings above a quotation or, without any, which part of the article it is; and the page it is on."""
    turn_to = place_of(citation.article, citation.quote.pieces)
    return joined((_part(citation, language), turn_to.say(language) if turn_to else ""), " · ")


def _part(citation: Citation, language: Language) -> str:
    if citation.path:
        return PATH_MARK.join(citation.path)
    label = label_of(citation.quote, citation.article)
    return (wording.LABELS[label] if label else wording.BODY_TEXT).say(language)


def _line(where: str, cited: Iterable[Citation]) -> str:
    """The numbers that stand in one place, and that place."""
    numbers = "".join(_number(citation) for citation in cited)
    return tag("div", numbers + tag("span", escaped(where), class_="wj-path"), class_="wj-card-line")


def _number(citation: Citation) -> str:
    reference = reference_to(citation.quote, citation.article, citation.number)
    words = shortened(citation.quote.text, MOST_SHOWN_OF_A_PASSAGE)
    return tag("a", escaped(f"[{citation.number}]"), class_="cite", href=reference.href, title=words)


def passage_links(reply: Reply, language: Language) -> str:
    """The passages found that the answer does not quote, folded away; empty when there are none.

    An abstention offers its nearest places itself.
    """
    others = (
        []
        if reply.abstained
        else [p for p in reply.passages if not _is_quoted(p, reply.citations)][:MOST_PASSAGES]
    )
    if not others:
        return ""
    summary = tag("summary", escaped(wording.filled(wording.PASSAGES, language, count=len(others))))
    links = "".join(tag("li", _passage(passage) + why_fold(reply, passage, language)) for passage in others)
    return tag("details", summary + tag("ul", links), class_="wj-passages")


def _is_quoted(passage: Passage, citations: Iterable[Citation]) -> bool:
    chunk = passage.hit.chunk
    return any(
        chunk.article_id == citation.article.article_id
        and citation.quote.span is not None
        and chunk.span.overlap(citation.quote.span) > 0
        for citation in citations
    )


def _passage(passage: Passage) -> str:
    chunk = passage.hit.chunk
    reference = Reference(chunk.article_id, passage.hit.rank, chunk.span)
    name = PATH_MARK.join((article_name(passage.article), *chunk.path[-1:]))
    words = tag("span", escaped(shortened(chunk.text, MOST_SHOWN_OF_A_PASSAGE)), class_="wj-said")
    content = words + tag("span", escaped(name), class_="wj-from")
    return tag("a", content, class_="cite wj-place", href=reference.href, title=name)

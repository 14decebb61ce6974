"""How does a reply look in the chat?

Pure: a ``Reply`` in, one HTML block out. Every place is a link ``a.cite`` that the article pane understands.
"""

from __future__ import annotations

from itertools import groupby
from typing import assert_never

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
from rag.answering.quote import Quote
from rag.corpus.article import Article
from rag.errors import Language
from rag.reply import Reply
from ui import wording
from ui.filtering import described
from ui.headings import NUMBERING
from ui.markup import escaped, joined, shortened, tag
from ui.reference import label_of, reference_to
from ui.sources import article_name, passage_links, source_cards

MOST_SHOWN_OF_A_QUESTION = 600
"""Characters of a typed question that stand in the chat: longer ones are pasted texts, and nobody rereads them."""

MOST_SHOWN_OF_A_PLACE = 160
"""Characters of a place that is offered and not claimed: enough to judge whether to open it."""


def question_message(question: str) -> str:
    """A typed question as it stands in the chat: text alone, whatever was typed."""
    return tag(
        "div", escaped(shortened(question.strip(), MOST_SHOWN_OF_A_QUESTION)) or "…", class_="wj-question"
    )


def trouble_message(words: str) -> str:
    """What is said in place of a reply when asking failed."""
    return tag("div", tag("p", escaped(words), class_="wj-trouble"), class_="wj-reply")


def reply_message(reply: Reply, language: Language, *, newest: bool = True) -> str:
    """The whole of a reply: how it was understood, the answer, its sources, other passages.

    Only the ``newest`` of a visit offers to be asked again without its filters.
    """
    parts = (
        _understood(reply, language),
        _filtered(reply, language),
        tag("div", _answer(reply, language), class_="wj-answer"),
        _unfiltered(reply, language) if newest else "",
        source_cards(reply.citations, language),
        passage_links(reply, language),
        _foot(reply, language),
    )
    return tag("div", joined(parts), class_="wj-reply")


def _understood(reply: Reply, language: Language) -> str:
    if reply.understood_as.strip() == reply.question.strip():
        return ""
    label = escaped(wording.UNDERSTOOD_AS.say(language))
    return tag("p", label + tag("span", escaped(reply.understood_as)), class_="wj-understood")


def _filtered(reply: Reply, language: Language) -> str:
    if not reply.filters:
        return ""
    label = escaped(wording.FILTERED_BY.say(language))
    return tag("p", label + tag("span", escaped(described(reply.filters, language))), class_="wj-filtered")


def _unfiltered(reply: Reply, language: Language) -> str:
    """The way to the answer that the filters hold back; ``pane.js`` binds it."""
    if not (isinstance(reply.answer, Abstention) and reply.answer.held_back):
        return ""
    words = escaped(wording.UNFILTERED.say(language))
    return tag("p", tag("a", words, class_="wj-unfilter", href="#unfilter"), class_="wj-offer")


def _answer(reply: Reply, language: Language) -> str:
    answer = reply.answer
    match answer:
        case FactAnswer() | DefinitionAnswer() | PassageAnswer():
            return "".join(tag("p", _item(item, reply), class_="wj-quote") for item in answer.items)
        case ListAnswer():
            return _list(answer, reply, language)
        case AboutAnswer():
            return _about(answer, reply, language)
        case SeveralAnswer():
            return _by_article(answer, reply)
        case OutlineAnswer():
            return _outline(answer, reply)
        case Abstention():
            return _abstention(answer, reply, language)
        case _:
            assert_never(answer)


def _list(answer: ListAnswer, reply: Reply, language: Language) -> str:
    lead = tag("p", escaped(answer.lead.text), class_="wj-lead") if answer.lead else ""
    items = "".join(tag("li", _item(item, reply)) for item in answer.items)
    numbered = all(NUMBERING.match(item.quote.text) for item in answer.items)
    return (
        lead
        + _count(answer, language)
        + tag("ol", items, class_="wj-list wj-numbered" if numbered else "wj-list")
    )


def _count(answer: ListAnswer, language: Language) -> str:
    found = len(answer.items)
    if answer.promised is not None and answer.promised > found:
        words = wording.filled(wording.ITEMS_MISSING, language, found=found, promised=answer.promised)
        return tag("p", escaped(words), class_="wj-count wj-warning")
    return tag("p", escaped(wording.filled(wording.ITEMS_FOUND, language, found=found)), class_="wj-count")


def _about(answer: AboutAnswer, reply: Reply, language: Language) -> str:
    note = tag("p", escaped(answer.note.say(language)), class_="wj-note") if answer.note else ""
    return "".join(_fact_about(item, reply, language) for item in answer.items) + note


def _fact_about(item: AnswerItem, reply: Reply, language: Language) -> str:
    label = label_of(item.quote, _article_of(item, reply))
    name = tag("span", escaped(wording.LABELS[label].say(language)), class_="wj-label") if label else ""
    return tag("p", name + _item(item, reply), class_="wj-quote")


def _by_article(answer: SeveralAnswer, reply: Reply) -> str:
    """The sentences under the name of their article."""
    groups = []
    for _, items in groupby(answer.items, lambda item: item.quote.article_id):
        said = list(items)
        article = _article_of(said[0], reply)
        unit = f" · {article.affiliation.text}" if article.affiliation else ""
        groups.append(tag("p", escaped(article_name(article) + unit), class_="wj-from"))
        groups += [tag("p", _item(item, reply), class_="wj-quote") for item in said]
    return "".join(groups)


def _outline(answer: OutlineAnswer, reply: Reply) -> str:
    lines = (
        tag("li", _item(item, reply), class_=f"wj-level-{min(level, 3)}")
        for item, level in zip(answer.items, answer.levels, strict=True)
    )
    return tag("ul", "".join(lines), class_="wj-outline")


def _item(item: AnswerItem, reply: Reply) -> str:
    """The quotation, what answers in it set bold, and the link to its place."""
    return _lit(item) + _number_link(item.quote, _article_of(item, reply), item.citation)


def _lit(item: AnswerItem) -> str:
    text, lit = item.quote.text, item.lit
    if lit is None or not 0 <= lit.start < lit.end <= len(text):
        return escaped(text)
    return escaped(text[: lit.start]) + tag("strong", escaped(lit.slice(text))) + escaped(text[lit.end :])


def _number_link(quote: Quote, article: Article, number: int) -> str:
    reference = reference_to(quote, article, number)
    return _link(reference.href, f"[{number}]", title=article_name(article))


def _link(href: str, text: str, title: str) -> str:
    return tag("a", escaped(text), class_="cite", href=href, title=title)


def _article_of(item: AnswerItem, reply: Reply) -> Article:
    return reply.citations[item.citation - 1].article


def _abstention(answer: Abstention, reply: Reply, language: Language) -> str:
    parts = (
        tag("p", escaped(answer.reason.say(language)), class_="wj-reason"),
        _missing(answer, language),
        tag("p", escaped(wording.MENDS[answer.kind].say(language)), class_="wj-mend"),
        _nearest(answer.nearest, reply, language),
    )
    return tag("div", joined(parts), class_="wj-abstention")


def _missing(answer: Abstention, language: Language) -> str:
    """The words that the library does not know, unless the reason names them all already."""
    reason = answer.reason.say(language)
    if all(word in reason for word in answer.missing):
        return ""
    words = "".join(tag("span", escaped(word), class_="wj-word") for word in answer.missing)
    return tag("p", escaped(wording.MISSING_WORDS.say(language)) + words, class_="wj-missing")


def _nearest(quotes: tuple[Quote, ...], reply: Reply, language: Language) -> str:
    articles = {passage.article.article_id: passage.article for passage in reply.passages}
    places = [
        tag("li", _place(quote, articles[quote.article_id], number))
        for number, quote in enumerate(quotes, start=1)
        if quote.article_id in articles
    ]
    if not places:
        return ""
    heading = tag("p", escaped(wording.NEAREST.say(language)), class_="wj-heading")
    return heading + tag("ol", "".join(places), class_="wj-nearest")


def _place(quote: Quote, article: Article, number: int) -> str:
    name = tag("span", escaped(article_name(article)), class_="wj-from")
    words = tag("span", escaped(shortened(quote.text, MOST_SHOWN_OF_A_PLACE)), class_="wj-said")
    href = reference_to(quote, article, number).href
    return tag("a", words + name, class_="cite wj-place", href=href, title=article_name(article))


def _foot(reply: Reply, language: Language) -> str:
    seconds = wording.filled(wording.SECONDS, language, seconds=f"{reply.seconds:.2f}")
    copy = (
        ""
        if reply.abstained
        else tag("a", escaped(wording.COPY.say(language)), class_="wj-copy", href="#copy")
    )
    return tag("p", copy + tag("span", escaped(seconds)), class_="wj-foot")

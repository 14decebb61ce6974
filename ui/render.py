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
from rag.errors import Language, Words
from rag.reply import Reply
from ui import wording
from ui.answered import corrections_said, is_short, items_said
from ui.confidence import confidence_said, is_unsure
from ui.filtering import described
from ui.headings import NUMBERING
from ui.markup import escaped, joined, shortened, tag
from ui.reference import label_of, reference_to
from ui.refusal import refusal
from ui.sources import article_name, passage_links, source_cards

MOST_SHOWN_OF_A_QUESTION = 600
"""Characters of a typed question that stand in the chat: longer ones are pasted texts, and nobody rereads them."""

LONGEST_UNBROKEN = 12
"""Characters of a lit place that stay together on a line: a figure torn apart is misread."""


def question_message(question: str) -> str:
    """A typed question as it stands in the chat: text alone, whatever was typed."""
    return tag(
        "div", escaped(shortened(question.strip(), MOST_SHOWN_OF_A_QUESTION)) or "…", class_="wj-question"
    )


def trouble_message(words: str) -> str:
    """What is said in place of a reply when asking failed."""
    return tag("div", tag("p", escaped(words), class_="wj-trouble"), class_="wj-reply")


def reply_message(
    reply: Reply, language: Language, *, newest: bool = True, offered: tuple[Words, ...] = ()
) -> str:
    """The whole of a reply: how it was understood, the answer, its sources, other passages, what to ask next.

    Only the ``newest`` of a visit offers to be mended, and to be asked again without its filters.
    """
    parts = (
        _understood(reply, language, newest=newest),
        _corrected(reply, language),
        _filtered(reply, language),
        tag("div", _answer(reply, language), class_="wj-answer"),
        _unfiltered(reply, language) if newest else "",
        source_cards(reply.citations, language, reply),
        passage_links(reply, language),
        _foot(reply, language),
        _onward(offered, language),
    )
    return tag("div", joined(parts), class_="wj-reply")


def _understood(reply: Reply, language: Language, *, newest: bool) -> str:
    """The question as it was searched, where that is not what was typed; the newest can be mended."""
    if reply.understood_as.strip() == reply.question.strip():
        return ""
    label = tag("span", escaped(wording.UNDERSTOOD_AS.say(language)))
    said = tag("span", escaped(reply.understood_as), class_="wj-said")
    if not newest:
        return tag("p", label + said, class_="wj-understood")
    return tag("div", tag("p", label + _edit(said, language)) + _mending(language), class_="wj-understood")


def _corrected(reply: Reply, language: Language) -> str:
    said = corrections_said(reply.corrections, language)
    return tag("p", escaped(said), class_="wj-corrected") if said else ""


def _edit(said: str, language: Language) -> str:
    words = tag("span", escaped(wording.MEND.say(language)), class_="wj-do")
    how = wording.MEND_HOW.say(language)
    # A button would not flow with the line it stands in.
    return tag("a", said + words, class_="wj-edit", href="#mend", role="button", title=how)


def _mending(language: Language) -> str:
    """The form in which the question is mended; ``mending.js`` puts the line to edit into it and shows it."""
    ask = tag("button", escaped(wording.ASK_MENDED.say(language)), type="submit")
    cancel = tag("button", escaped(wording.CANCEL.say(language)), type="button", class_="wj-cancel")
    return tag("form", ask + cancel, class_="wj-mending", hidden="")


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
            return refusal(answer, reply, language)
        case _:
            assert_never(answer)


def _list(answer: ListAnswer, reply: Reply, language: Language) -> str:
    lead = tag("p", escaped(answer.lead.text), class_="wj-lead") if answer.lead else ""
    return lead + _count(answer, language) + _numbered(answer.items, reply)


def _numbered(items: tuple[AnswerItem, ...], reply: Reply) -> str:
    """The items one under the other, numbered where they bring no number of their own."""
    numbered = all(NUMBERING.match(item.quote.text) for item in items)
    lines = "".join(tag("li", _item(item, reply)) for item in items)
    return tag("ol", lines, class_="wj-list wj-numbered" if numbered else "wj-list")


def _count(answer: ListAnswer, language: Language) -> str:
    short = is_short(answer)
    return tag(
        "p", escaped(items_said(answer, language)), class_="wj-count wj-warning" if short else "wj-count"
    )


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
    if len(set(answer.levels)) == 1:
        return _numbered(answer.items, reply)  # as 第二部分 counts them
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
    whole = "wj-whole" if lit.length <= LONGEST_UNBROKEN else None
    words = tag("strong", escaped(lit.slice(text)), class_=whole)
    return escaped(text[: lit.start]) + words + escaped(text[lit.end :])


def _number_link(quote: Quote, article: Article, number: int) -> str:
    reference = reference_to(quote, article, number)
    return _link(reference.href, f"[{number}]", title=article_name(article))


def _link(href: str, text: str, title: str) -> str:
    return tag("a", escaped(text), class_="cite", href=href, title=title)


def _article_of(item: AnswerItem, reply: Reply) -> Article:
    return reply.citations[item.citation - 1].article


def _foot(reply: Reply, language: Language) -> str:
    seconds = wording.filled(wording.SECONDS, language, seconds=f"{reply.seconds:.2f}")
    copy = (
        ""
        if reply.abstained
        else tag("a", escaped(wording.COPY.say(language)), class_="wj-copy", href="#copy")
    )
    return tag("p", copy + _sure(reply, language) + tag("span", escaped(seconds)), class_="wj-foot")


def _sure(reply: Reply, language: Language) -> str:
    """How likely the answer is right; nothing beside a refusal."""
    if reply.abstained or reply.confidence is None:
        return ""
    words = escaped(confidence_said(reply.confidence, language))
    return tag("span", words, class_="wj-warning" if is_unsure(reply.confidence) else "wj-sure")


def _onward(offered: tuple[Words, ...], language: Language) -> str:
    """What may be asked next, each with one click; what is asked is Chinese, as the articles are."""
    if not offered:
        return ""
    label = tag("span", escaped(wording.ASK_ON.say(language)))
    buttons = (
        tag("button", escaped(words.say(language)), type="button", class_="wj-ask", value=words.zh)
        for words in offered
    )
    return tag("p", label + "".join(buttons), class_="wj-onward")

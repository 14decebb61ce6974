"""How does a refusal look in the chat? Why there is no answer, what would help, and the places that come nearest."""

from __future__ import annotations

from rag.answering.answer import Abstention
from rag.answering.quote import Quote
from rag.corpus.article import Article
from rag.errors import Language
from rag.reply import Reply
from ui import wording
from ui.answered import unnamed_words, verdict
from ui.markup import escaped, joined, shortened, tag
from ui.reference import reference_to
from ui.shared_words import with_shared_words
from ui.sources import article_name

MOST_SHOWN_OF_A_PLACE = 160
"""Characters of a place that is offered and not claimed: enough to judge whether to open it."""


def refusal(answer: Abstention, reply: Reply, language: Language) -> str:
    """The refusal as one block; its nearest places are links ``a.cite`` that the article pane understands."""
    parts = (
        tag("p", _verdict(answer, language) + escaped(answer.reason.say(language)), class_="wj-reason"),
        _missing(answer, language),
        tag("p", escaped(wording.MENDS[answer.kind].say(language)), class_="wj-mend"),
        _nearest(answer.nearest, reply, language),
    )
    return tag("div", joined(parts), class_="wj-abstention")


def _verdict(answer: Abstention, language: Language) -> str:
    said = verdict(answer, language)
    return tag("span", escaped(said), class_="wj-verdict") if said else ""


def _missing(answer: Abstention, language: Language) -> str:
    missing = unnamed_words(answer, language)
    if not missing:
        return ""
    words = "".join(tag("span", escaped(word), class_="wj-word") for word in missing)
    return tag("p", escaped(wording.MISSING_WORDS.say(language)) + words, class_="wj-missing")


def _nearest(quotes: tuple[Quote, ...], reply: Reply, language: Language) -> str:
    articles = {passage.article.article_id: passage.article for passage in reply.passages}
    places = [
        tag("li", _place(quote, articles[quote.article_id], number, reply.understood_as))
        for number, quote in enumerate(quotes, start=1)
        if quote.article_id in articles
    ]
    if not places:
        return ""
    heading = tag("p", escaped(wording.NEAREST.say(language)), class_="wj-heading")
    return heading + tag("ol", "".join(places), class_="wj-nearest")


def _place(quote: Quote, article: Article, number: int, question: str) -> str:
    name = tag("span", escaped(article_name(article)), class_="wj-from")
    shown = with_shared_words(question, shortened(quote.text, MOST_SHOWN_OF_A_PLACE))
    words = tag("span", shown, class_="wj-said")
    href = reference_to(quote, article, number).href
    return tag("a", words + name, class_="cite wj-place", href=href, title=article_name(article))

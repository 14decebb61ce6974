"""Where else is a cited article printed, and where does the quotation stand there?"""

from __future__ import annotations

from rag.answering.quote import Quote
from rag.corpus.article import Article
from rag.errors import Language, Words
from rag.text.normalise import Normalised, normalise
from ui.reference import Label, Place

ELSEWHERE = Words("另有 {count} 处刊载", "also printed in {count} other places")
ELSEWHERE_ONCE = Words("另有 1 处刊载", "also printed in 1 other place")


def elsewhere(count: int, language: Language) -> str:
    """The words for so many other printings; empty for none.

    >>> elsewhere(0, "zh"), elsewhere(2, "zh"), elsewhere(1, "en")
    ('', '另有 2 处刊载', 'also printed in 1 other place')
    """
    words = ELSEWHERE_ONCE if count == 1 else ELSEWHERE
    return words.say(language).format(count=count) if count else ""


def where_printed(article: Article) -> str:
    """The file of a printing, and the record in it, in one line."""
    return f"{article.file}#{article.record}" if article.record else article.file


def place_in(printing: Article, quote: Quote) -> Place:
    """Where the words of a quotation stand in another printing, whatever their punctuation and writing there.

    The title where they do not: an abridged printing may lack them.
    """
    said, text = normalise(quote.text), normalise(printing.text)
    kept = _kept(text)
    words = "".join(said.text[at] for at in _kept(said))
    start = "".join(text.text[at] for at in kept).find(words) if words and quote.span else -1
    return text.span(kept[start], kept[start + len(words) - 1] + 1) if start >= 0 else Label.TITLE


def _kept(text: Normalised) -> list[int]:
    """The places of the letters and digits in folded text."""
    return [at for at, character in enumerate(text.text) if character.isalnum()]

"""How is it said where an article was printed: “《工人日报》2025年3月12日 第3版 · 理论园地”?"""

from __future__ import annotations

from collections.abc import Callable

from rag.corpus.article import Article, SourceText

Show = Callable[[str], str]


def imprint_line(article: Article, shown: Show = str, date_shown: Show | None = None) -> str:
    """Newspaper, date, page and column in a line, what is not known left out; empty where nothing is.

    ``shown`` makes each of the words what the place wants, as HTML; ``date_shown`` those of the date.
    """
    imprint = article.imprint
    newspaper = f"《{shown(imprint.newspaper.text.strip('《》'))}》" if imprint.newspaper else ""
    date = (date_shown or shown)(imprint.date.text) if imprint.date else ""
    printed = " ".join(part for part in (newspaper + date, _said(imprint.edition, shown)) if part)
    return " · ".join(part for part in (printed, _said(imprint.column, shown)) if part)


def _said(words: SourceText | None, shown: Show) -> str:
    return shown(words.text) if words else ""

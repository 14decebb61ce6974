"""How does a terminal show why passages were found? A sentence for each, the parts of its score and the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.cells import cell_len
from rich.text import Text

from rag.corpus.article import Article
from rag.errors import Language
from rag.reply import Reply
from rag.retrieval.explained import Explained
from rag.retrieval.found_because import found_because
from ui import wording
from ui.found import (
    SCATTERED,
    SCORE,
    WHY_THESE,
    parts_said,
    rarity_said,
    times_said,
    word_said,
)
from ui.terminal.safe import printable

BAR_CELLS = 20
"""The longest bar: the table stays within 80 columns."""

EIGHTHS = " ▏▎▍▌▋▊▉█"

QUIET, BAR = "dim", "cyan"


def explained_text(reply: Reply, explained: Iterable[Explained], language: Language) -> Text:
    """Each explained passage of a reply, styled; empty where nothing was found."""
    articles = {passage.article.article_id: passage.article for passage in reply.passages}
    blocks = [Text("\n").join(_passage(one, articles, language)) for one in explained]
    if not blocks:
        return Text("")
    return Text("\n\n").join([Text("\n" + WHY_THESE.say(language), "bold"), *blocks])


def _passage(one: Explained, articles: Mapping[str, Article], language: Language) -> Iterator[Text]:
    score = SCORE.say(language).format(score=one.hit.score)
    yield Text.assemble(f"{one.hit.rank:>2}. ", _name(one, articles, language), ("  " + score, QUIET))
    yield Text("    " + printable(found_because(one).say(language)))
    parts = parts_said(one, language)
    names = _aligned([part.name for part in parts])
    for name, part in zip(names, parts, strict=True):
        yield Text.assemble(("    " + name + "  ", QUIET), f"{part.points:>6.1f}  ", (bar(part.bar), BAR))
    yield from _words(one, language)


def _words(one: Explained, language: Language) -> Iterator[Text]:
    """What gave the passage's part of the score: each with its share of the whole."""
    counts = _aligned([times_said(word, language) for word in one.words])
    rows = [
        (printable(word_said(word, language)), word.share, f"  {count}  {rarity_said(word, language)}")
        for word, count in zip(one.words, counts, strict=True)
    ]
    if one.scattered and one.hit.score > 0:
        rows.append((SCATTERED.say(language), one.scattered / one.hit.score, ""))
    names = _aligned([name for name, _, _ in rows])
    for name, (_, share, rest) in zip(names, rows, strict=True):
        yield Text.assemble("      " + name, (f"{share:>6.0%}{rest}", QUIET))


def _name(one: Explained, articles: Mapping[str, Article], language: Language) -> str:
    article = articles.get(one.hit.chunk.article_id)
    title = article.title.text if article and article.title else None
    name = f"《{printable(title)}》" if title else wording.UNTITLED.say(language)
    return " › ".join((name, *map(printable, one.hit.chunk.path[-1:])))


def _aligned(words: list[str]) -> list[str]:
    """The words filled up with spaces to the same width; a Chinese character is two cells wide."""
    width = max(map(cell_len, words), default=0)
    return [word + " " * (width - cell_len(word)) for word in words]


def bar(share: float) -> str:
    """A bar of ``share`` of the longest, to an eighth of a cell.

    >>> bar(0.5), bar(0.03), bar(0)
    ('██████████', '▋', '')
    """
    eighths = round(share * BAR_CELLS * 8)
    return ("█" * (eighths // 8) + EIGHTHS[eighths % 8]).strip()

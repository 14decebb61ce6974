"""``wenju articles``: which articles does the index hold, what do offsets count in, how was a file read?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.errors import UserError, Words
from ui.cli.explaining import explain_file
from ui.cli.filter_options import takes_filters
from ui.cli.options import IndexOption, JsonOption
from ui.cli.output import result, result_object, result_verbatim, word
from ui.cli.session import Session, session_of

if TYPE_CHECKING:
    from rag.corpus.article import Article
    from rag.index.snapshot import Snapshot
    from rag.retrieval.filters import Filters


class ArticleNotFound(UserError):
    """The index holds no article of this id."""


@takes_filters
def articles(
    context: typer.Context,
    index: IndexOption = None,
    text: Annotated[
        str | None,
        typer.Option(
            "--text",
            metavar="ID",
            help="输出该文所在文件的文本（位置以它为准） · print the text offsets count in",
        ),
    ] = None,
    explain: Annotated[
        Path | None,
        typer.Option(
            "--explain",
            metavar="FILE",
            help="说明一个文件是怎样读成文章的，不需要索引 · tell how a file was cut into articles; needs no index",
        ),
    ] = None,
    *,
    filters: Filters,
    json: JsonOption = False,
) -> None:
    """列出索引中的文章。 List the articles."""
    session = session_of(context)
    if explain is not None:
        explain_file(explain, session, json=json)
        return
    from rag.article_json import article_object
    from rag.index.snapshot import open_snapshot

    snapshot = open_snapshot(session.index(index), session.settings.generations)
    if text is not None:
        result_verbatim(source_text(snapshot, text))
        return
    counts, printings = snapshot.chunk_counts(), snapshot.printings
    passing = [article for article in snapshot.articles() if filters.passes(article)]
    if filters and not passing:
        word(session.say(Words("没有文章符合筛选条件", "no article passes the filters")))
    for article in passing:
        if json:
            reprint_of = printings.cited_for(article.article_id)
            result_object(article_object(article, counts.get(article.article_id, 0), reprint_of))
        else:
            result(line(article, session))


def source_text(snapshot: Snapshot, article_id: str) -> str:
    """The decoded text of the article's file or record. Raises ``ArticleNotFound``."""
    try:
        return snapshot.source(snapshot.article(article_id))
    except KeyError:
        raise ArticleNotFound(
            Words("索引中没有这篇文章", "the index holds no such article"),
            where=article_id,
            mend=Words("用 wenju articles 查看编号", "see the ids with wenju articles"),
        ) from None


def line(article: Article, session: Session) -> str:
    """One article as a line for people: id, place, title, author, where it was printed."""
    from ui.imprint import imprint_line

    untitled = session.say(Words("（无题）", "(untitled)"))
    title = article.title.text if article.title else untitled
    author = article.author.text if article.author else ""
    place = f"{article.file}#{article.record}" if article.record else article.file
    return "\t".join((article.article_id, place, title, author, imprint_line(article))).rstrip()

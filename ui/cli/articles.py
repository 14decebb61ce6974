"""``wenju articles``: which articles does the index hold, and what is the text that offsets count in?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from rag.errors import UserError, Words
from ui.cli.options import IndexOption, JsonOption
from ui.cli.output import result, result_object, result_verbatim
from ui.cli.session import Session, session_of

if TYPE_CHECKING:
    from rag.corpus.article import Article
    from rag.index.snapshot import Snapshot


class ArticleNotFound(UserError):
    """The index holds no article of this id."""


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
    json: JsonOption = False,
) -> None:
    """列出索引中的文章。 List the articles."""
    session = session_of(context)
    from rag.article_json import article_object
    from rag.index.snapshot import open_snapshot

    snapshot = open_snapshot(session.index(index), session.settings.generations)
    if text is not None:
        result_verbatim(source_text(snapshot, text))
        return
    counts, printings = snapshot.chunk_counts(), snapshot.printings
    for article in snapshot.articles():
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
    """One article as a line for people: id, place, title, author."""
    untitled = session.say(Words("（无题）", "(untitled)"))
    title = article.title.text if article.title else untitled
    author = article.author.text if article.author else ""
    place = f"{article.file}#{article.record}" if article.record else article.file
    return "\t".join((article.article_id, place, title, author)).rstrip()

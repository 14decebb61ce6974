"""The options that keep a command to some of the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

if TYPE_CHECKING:
    from rag.corpus.article import ArticleKind
    from rag.retrieval.filters import Filters

NewspaperOption = Annotated[
    str | None,
    typer.Option("--newspaper", metavar="NAME", help="只看这份报刊 · of this newspaper or journal"),
]
AuthorOption = Annotated[
    str | None, typer.Option("--author", metavar="NAME", help="只看这位作者 · by this author")
]
AffiliationOption = Annotated[
    str | None,
    typer.Option("--affiliation", metavar="WORDS", help="单位含这些字 · whose unit has these words"),
]
TitleOption = Annotated[
    str | None, typer.Option("--title", metavar="WORDS", help="题目含这些字 · whose title has these words")
]
FileOption = Annotated[
    str | None,
    typer.Option("--file", metavar="PATTERN", help="文件名，可用 * 和 ? · whose file is like this"),
]
ColumnOption = Annotated[
    str | None, typer.Option("--column", metavar="NAME", help="只看这个栏目 · of this column")
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="从哪天起，如 2025-01 · printed on this date or later"),
]
UntilOption = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", help="到哪天为止（含） · printed on this date or earlier"),
]
KindOption = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="article 或 notice · article or notice")
]


def filters_of(
    *,
    newspaper: str | None,
    author: str | None,
    affiliation: str | None,
    title: str | None,
    file: str | None,
    column: str | None,
    since: str | None,
    until: str | None,
    kind: str | None,
) -> Filters:
    """The filters of a command line. Raises ``FilterNotUnderstood``."""
    from rag.retrieval.filters import Filters

    known = cast("ArticleKind | None", kind)  # any other word is refused by the filters themselves
    return Filters(newspaper, author, affiliation, title, file, column, since, until, known)

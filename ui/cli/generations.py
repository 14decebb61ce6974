"""``wenju status``, ``generations``, ``rollback``: what is published, and what can be gone back to?"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from rag.errors import Words
from ui.cli.options import IndexOption, JsonOption
from ui.cli.output import result, result_object
from ui.cli.session import Session, session_of

STATUS = (
    # Key of the status object -> how it is called.
    ("generation", Words("版本", "generation")),
    ("created", Words("建立时间", "created")),
    ("articles", Words("文章", "articles")),
    ("reprints", Words("其中重复刊载", "of them reprints")),
    ("chunks", Words("段", "chunks")),
    ("files", Words("文件", "files")),
    ("encoder", Words("编码模型", "encoder")),
    ("reranker", Words("重排模型", "reranker")),
    ("corpus", Words("文章来源", "corpus")),
    ("skipped", Words("跳过", "skipped")),
    ("bytes", Words("大小", "size")),
    ("generations", Words("保留版本数", "generations kept")),
)


def status(context: typer.Context, index: IndexOption = None, json: JsonOption = False) -> None:
    """当前发布的索引。 What is published."""
    session = session_of(context)
    from rag.index.status import status as look

    report = look(session.index(index)).to_object()
    reranker = session.settings.retrieval.reranker
    if reranker:
        report["reranker"] = reranker
    if json:
        result_object(report)
        return
    for key, name in STATUS:
        if key in report:
            result(f"{session.say(name)}\t{_figure(key, report[key])}")


def generations(context: typer.Context, index: IndexOption = None, json: JsonOption = False) -> None:
    """保留的各版索引，旧的在前。 The generations that are kept, oldest first."""
    session = session_of(context)
    from rag.index.status import generations as look

    for one in look(session.index(index)):
        if json:
            result_object(one.to_object())
        else:
            result(_line(one.to_object(), session))


def rollback(
    context: typer.Context,
    generation: Annotated[
        str | None,
        typer.Argument(metavar="[GENERATION]", help="退回哪一版（缺省：上一版） · default: the one before"),
    ] = None,
    index: IndexOption = None,
    json: JsonOption = False,
) -> None:
    """退回保留的一版索引。 Publish a kept generation again."""
    session = session_of(context)
    from rag.index.status import rollback as go_back

    report = go_back(session.index(index), generation, session.settings.generations).to_object()
    if json:
        result_object(report)
        return
    now, before = report["generation"], report["replaced"] or "–"
    result(session.say(Words(f"已退回 {now}（原为 {before}）", f"went back to {now} (it was {before})")))


def _figure(key: str, value: Any) -> str:  # noqa: ANN401 - whatever the status object holds
    if key == "bytes":
        return f"{value / 1e6:.1f} MB"
    if key == "encoder":
        return f"{value['name']}"
    if key == "corpus":
        return "  ".join(value)
    if key == "skipped":
        return str(len(value))
    return str(value)


def _line(one: dict[str, Any], session: Session) -> str:
    mark = "*" if one["published"] else " "
    if one["damaged"]:
        return f"{mark} {one['generation']}\t{session.say(Words('已损坏', 'damaged'))}"
    figures = Words(
        f"{one['articles']} 篇，{one['chunks']} 段", f"{one['articles']} articles, {one['chunks']} chunks"
    )
    return f"{mark} {one['generation']}\t{one['created']}\t{session.say(figures)}"

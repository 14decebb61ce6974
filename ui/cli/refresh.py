"""``wenju refresh``: brings the index to exactly the state of the files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.errors import Words
from ui.cli.options import IndexOption, JsonOption
from ui.cli.output import result, result_object, word
from ui.cli.progress import showing_progress
from ui.cli.session import Session, session_of

if TYPE_CHECKING:
    from rag.index.request import RefreshReport, RefreshRequest

DONE = Words(
    "{generation}：{articles} 篇文章，{chunks} 段（新编码 {encoded}，沿用 {reused}）；"
    "新增 {added}，改动 {changed}，移除 {removed} 篇；跳过 {skipped} 个文件；用时 {seconds:.1f} 秒",
    "{generation}: {articles} articles, {chunks} chunks ({encoded} encoded, {reused} reused); "
    "{added} added, {changed} changed, {removed} removed; {skipped} files skipped; {seconds:.1f} s",
)


def refresh(
    context: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="文件和文件夹 · files and folders, recursively")
    ],
    index: IndexOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="只说明会做什么 · say what would be done, write nothing")
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="全部重做 · do everything anew")] = False,
    encoder: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="编码模型的名称或文件夹 · encoder by name or folder"),
    ] = None,
    json: JsonOption = False,
) -> None:
    """建立索引，或使它与文件一致。 Bring the index to exactly the state of these files."""
    session = session_of(context)
    from rag.index.request import RefreshRequest

    settings = session.settings
    request = RefreshRequest(
        paths=tuple(paths),
        index=session.index(index),
        encoder=encoder or settings.encoder,
        full=full,
        dry_run=dry_run,
        chunks=settings.chunks,
        reading=settings.reading,
        reprints=settings.reprints,
        settings=settings.generations,
    )
    report = run_refresh(session, request)
    if json:
        result_object(report.to_object())
    else:
        result(summary(report, session))


def run_refresh(session: Session, request: RefreshRequest) -> RefreshReport:
    """Refresh with the progress shown, and say what else a person should hear."""
    from rag.index.refresh import refresh as bring_up

    with showing_progress() as advance:
        report = bring_up(request, lambda now: advance(session.say(now.stage.value), now.done, now.total))
    for note in report.notes:
        word(session.say(note))
    tell_skipped(report, session)
    return report


def tell_skipped(report: RefreshReport, session: Session) -> None:
    """Name every file that could not be read, with its reason."""
    for one in report.skipped:
        skipped = Words(f"跳过 {one.file}：{one.reason.zh}", f"skipped {one.file}: {one.reason.en}")
        word(session.say(skipped))


def summary(report: RefreshReport, session: Session) -> str:
    """The report in one line."""
    figures = {**report.to_object(), "skipped": len(report.skipped), "generation": report.generation or "–"}
    return session.say(DONE).format(**figures)

"""What becomes of a fault? One clear message and an exit status, whatever happens inside a command."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from pathlib import Path

from rag.errors import UserError, Words
from ui.cli.output import ReaderGone, prepare_streams, word
from ui.cli.session import Session, WrongUsage, open_session

DONE, MEND, USAGE, INTERRUPTED = 0, 1, 2, 130
"""The exit statuses that scripts may rely on."""


def run_guarded(arguments: list[str]) -> int:
    """Run one command line; every fault becomes words on standard error and a status."""
    prepare_streams()
    session = Session()
    try:
        session, rest = open_session(arguments)
        return _run(session, rest)
    except WrongUsage as fault:
        word(session.say(fault.words))
        return USAGE
    except UserError as error:
        word(error.say(session.language))
        return MEND
    except KeyboardInterrupt:
        word(session.say(Words("已中断", "interrupted")))
        return INTERRUPTED
    except ReaderGone:
        # Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        word(_files_at_fault(session, error) if error.filename else _unexpected(session, error))
        return MEND
    except Exception as error:
        word(_unexpected(session, error))
        return MEND


def _run(session: Session, arguments: list[str]) -> int:
    import typer

    from ui.cli.commands import build_app

    try:
        status = build_app()(args=arguments, prog_name="wenju", standalone_mode=False, obj=session)
    except typer.TyperException as error:
        raise WrongUsage(_usage(error)) from error
    except typer.Abort:
        raise KeyboardInterrupt from None
    if status == INTERRUPTED:  # typer turns Ctrl-C into a status
        raise KeyboardInterrupt
    return status if isinstance(status, int) else DONE


def _usage(error: Exception) -> Words:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "wenju"
    said = error.format_message() if hasattr(error, "format_message") else str(error)
    return Words(f"用法有误：{said}\n用法见 {command} --help", f"wrong usage: {said}\nsee {command} --help")


def _files_at_fault(session: Session, error: OSError) -> str:
    """A folder that may not be written, a full disk, a file where a folder should be: the system says which."""
    if session.debug:
        return "".join(traceback.format_exception(error))
    why = error.strerror or type(error).__name__
    return session.say(
        Words(f"无法读写 {error.filename}：{why}", f"cannot read or write {error.filename}: {why}")
    )


def _unexpected(session: Session, error: Exception) -> str:
    details = "".join(traceback.format_exception(error))
    if session.debug:
        return details
    summary = f"{type(error).__name__}: {error}".splitlines()[0]
    log = _log(details)
    return session.say(
        Words(
            f"程序出错，这是我们的问题（{summary}）。详情已记入 {log}，请附上它反馈",
            f"a fault of ours ({summary}). The details are in {log}; please report it with them",
        )
    )


def _log(details: str) -> Path:
    handle, name = tempfile.mkstemp(prefix="wenju-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(details)
    return Path(name)

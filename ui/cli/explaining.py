"""``wenju articles --explain FILE``: how were the pages of a file understood? It needs no index."""

from __future__ import annotations

from pathlib import Path

from rag.corpus.page import Page
from rag.corpus.readers.read_file import ReadFile
from rag.errors import Unreadable, UserError, Words
from ui.cli.output import result_object, result_text, word
from ui.cli.session import Session

MOST_RECORDS = 10
"""Records or chapters of a file that are explained, the first ones: a screen or two each."""

MEND = Words("请给出一个能读的文章文件", "name one file that can be read")


class FileNotExplained(UserError):
    """The file cannot be read as articles."""


def explain_file(path: Path, session: Session, *, json: bool) -> None:
    """Print how the file was understood, as words or as one JSON object.

    Of a file with many records the first ``MOST_RECORDS`` are explained, and it is said that there are more.
    Raises ``CorpusNotFound`` or ``FileNotExplained``.
    """
    read = pages_of(path, session)
    pages = read.pages[:MOST_RECORDS]
    if len(pages) < len(read.pages):
        word(session.say(_first_only(len(pages), len(read.pages))))
    for skip in read.skipped:
        skipped = Words(f"跳过 {skip.file}：{skip.reason.zh}", f"skipped {skip.file}: {skip.reason.en}")
        word(session.say(skipped))
    if json:
        _print_object(read, pages)
    else:
        _print_words(pages, session)


def pages_of(path: Path, session: Session) -> ReadFile:
    """The pages of one file. Raises ``CorpusNotFound`` or ``FileNotExplained``."""
    from rag.corpus.files import find_files
    from rag.corpus.readers import close_readers, read_pages

    if path.is_dir():
        raise FileNotExplained(Words("这是文件夹", "this is a folder"), where=str(path), mend=MEND)
    found = find_files((path,))
    for skip in found.skipped:
        raise FileNotExplained(skip.reason, where=str(path), mend=MEND)
    try:
        return read_pages(found.files[0], session.settings.reading)
    except Unreadable as error:
        raise FileNotExplained(error.reason, where=str(path), mend=MEND) from error
    finally:
        close_readers()


def _first_only(shown: int, records: int) -> Words:
    return Words(
        f"文件里有 {records} 篇，这里解释前 {shown} 篇",
        f"the file holds {records} texts; the first {shown} of them are explained",
    )


def _print_object(read: ReadFile, pages: tuple[Page, ...]) -> None:
    from rag.explanation.explain import explain_page
    from rag.explanation.explanation_json import explanation_object

    explained = [explanation_object(explain_page(page)) for page in pages]
    skipped = [{"file": skip.file, "reason": skip.reason.zh} for skip in read.skipped]
    result_object(
        {"file": read.pages[0].file, "pages": len(read.pages), "skipped": skipped, "explained": explained}
    )


def _print_words(pages: tuple[Page, ...], session: Session) -> None:
    from rich.text import Text

    from rag.explanation.explain import explain_page
    from ui.terminal.explanation import explanation_text

    for number, page in enumerate(pages):
        if number:
            result_text(Text(""))
        result_text(explanation_text(explain_page(page), session.language))

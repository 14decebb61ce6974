"""Where is the dictionary of phrases, and what does it say now?

The bundled entries always hold. The reader's own stand in ``phrases.txt`` in the folder of the index, or in the file
that the settings name. A change counts from the next question on. Nobody but the reader ever takes a line out.
"""

from __future__ import annotations

import logging
import os
import tempfile
import threading
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path

from rag.errors import Words
from rag.wording.dictionary import Dictionary, PhrasesUnreadable, dictionary_of
from rag.wording.thesaurus import thesaurus

PHRASES_FILE = "phrases.txt"
"""In the folder of the index: it stays there through every refresh."""

BUNDLED = ("abbreviations.txt", "everyday.txt")

HEAD = """\
# 提法词典：一行一条，# 后面是说明。改后下一个问题就生效，不用重建索引。
# A line an entry; what follows # is for the reader. A change counts from the next question on.
#
# 三会一课                   固定提法，整个算一个词 · a set phrase, one word
# 职代会 = 职工代表大会        简称与全称，问哪个都找两个 · the same thing
# 打配合 ~ 协同、配合          口语 ~ 书面语，问左边也找右边 · an everyday word ~ written ones
"""

log = logging.getLogger(__name__)


class CurrentDictionary:
    """The bundled entries with the reader's own, read again when their file changes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        """The reader's own file, which need not be there."""
        self._seen: tuple[int, int] | None = None
        self._held: Dictionary | None = None

    def get(self) -> Dictionary:
        """What holds now.

        Raises ``PhrasesUnreadable`` for a file that was never readable; after that, one that can no longer be
        read leaves what it said before, and the log says so.
        """
        stamp = _stamp(self.path)
        held = self._held
        if held is None or stamp != self._seen:
            try:
                held = bundled().with_more(read_phrases(self.path)) if stamp else bundled()
            except PhrasesUnreadable as fault:
                if held is None:
                    raise
                log.warning("%s", fault)
            self._held, self._seen = held, stamp
        return held


def _stamp(path: Path) -> tuple[int, int] | None:
    """When a file was written and how long it is; ``None`` where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=1)
def bundled() -> Dictionary:
    """The entries that come with the program."""
    whole = thesaurus()
    for name in BUNDLED:
        text = resources.files("rag.wording").joinpath(name).read_text(encoding="utf-8")
        whole = whole.with_more(dictionary_of(text.splitlines(), name))
    return whole


def read_phrases(path: Path) -> Dictionary:
    """What a file says; nothing where there is none. Raises ``PhrasesUnreadable``."""
    return dictionary_of(_text(path).splitlines(), str(path))


def add_phrases(path: Path, lines: Sequence[str]) -> int:
    """Writes entries behind what the file says, which stays as it is; makes the file where there is none.

    Lines that stand there already are not written again; the answer is how many were. Raises ``PhrasesUnreadable``
    where the lines or the file cannot be read; then nothing is written.
    """
    with _writing:
        before = _text(path) or HEAD
        standing = set(before.splitlines())
        new = [line for line in dict.fromkeys(lines) if line not in standing]
        whole = before + ("" if before.endswith("\n") else "\n") + "".join(f"{line}\n" for line in new)
        dictionary_of(whole.splitlines(), str(path))
        if new:
            _replace(path, whole)
    return len(new)


_writing = threading.Lock()
"""Two people on one page may write at once, and neither's entries may be lost."""


def _replace(path: Path, whole: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(whole)
        os.replace(beside, path)
    except OSError:
        os.unlink(beside)
        raise


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as fault:
        raise PhrasesUnreadable(
            Words("提法词典不是 UTF-8 文本", "the dictionary of phrases is no UTF-8 text"),
            where=str(path),
            mend=Words("另存为 UTF-8", "save it as UTF-8"),
        ) from fault

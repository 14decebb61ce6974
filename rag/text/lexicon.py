"""How often does a word stand in jieba's dictionary, without reading half a million words first?

jieba takes 0.6 s to load its dictionary, most of the time a cold question has. A question needs the few words
that begin with its own characters, so a file of the same figures, parted by first character, is made once and
then read by part.
"""

from __future__ import annotations

import marshal
import mmap
import os
import tempfile
from pathlib import Path

MAGIC = b"wenju lexicon 1\n"


class Lexicon:
    """Word → frequency for jieba's ``FREQ``, of the words whose first characters were asked for so far."""

    def __init__(self, path: Path) -> None:
        """Opens a file that ``write_lexicon`` made. Raises ``OSError`` or ``ValueError`` if it is none."""
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._bytes[: len(MAGIC)] != MAGIC:
            raise ValueError(f"not a lexicon: {path}")
        try:
            self.total: int
            self._places: dict[str, tuple[int, int]]
            start = int.from_bytes(self._bytes[-8:], "little")
            self.total, self._places = marshal.loads(self._bytes[start:-8])
        except (EOFError, TypeError, ValueError) as fault:
            raise ValueError(f"not a lexicon: {path}") from fault
        self._read: set[str] = set()
        self.words: dict[str, int] = {}
        """Those read so far; beginnings of words are there too, with frequency 0."""

    def read_for(self, text: str) -> dict[str, int]:
        """``words``, now with all words that begin with a character of ``text``."""
        if not self._read.issuperset(text):
            for first in set(text) - self._read:
                start, end = self._places.get(first, (0, 0))
                if end:
                    self.words.update(marshal.loads(self._bytes[start:end]))
                # last, so that another thread never takes for read what is only being read
                self._read.add(first)
        return self.words


def write_lexicon(path: Path, frequencies: dict[str, int], total: int) -> None:
    """Writes the file beside its place and moves it there, so that no reader meets half of it."""
    parts: dict[str, dict[str, int]] = {}
    for word, count in frequencies.items():
        parts.setdefault(word[:1], {})[word] = count
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(MAGIC)
            places: dict[str, tuple[int, int]] = {}
            for first, part in parts.items():
                start = file.tell()
                file.write(marshal.dumps(part))
                places[first] = (start, file.tell())
            start = file.tell()
            file.write(marshal.dumps((total, places)) + start.to_bytes(8, "little"))
        os.replace(beside, path)
    except OSError:
        os.unlink(beside)
        raise

"""What a person is told when something they can mend went wrong.

The tree (``rag.errors`` grows it):

    UserError                 shown without a traceback: what, where, the mend
    ├── EncoderUnavailable    the model asked for cannot be loaded
    ├── RerankerUnavailable   the reranker asked for cannot be loaded
    └── …

A fault of our own is never a ``UserError``: it keeps its traceback.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["zh", "en"]


class Words(NamedTuple):
    """One message in both languages of the program, written side by side."""

    zh: str
    en: str

    def say(self, language: Language) -> str:
        """The message in one language."""
        return self.zh if language == "zh" else self.en


class UserError(Exception):
    """A fault that the user can mend.

    >>> error = UserError(Words("没有索引", "there is no index"), where="库/",
    ...                   mend=Words("先运行 wenju refresh", "run wenju refresh first"))
    >>> error.say("zh")
    '没有索引：库/。先运行 wenju refresh'
    """

    def __init__(self, what: Words, *, where: str = "", mend: Words | None = None) -> None:
        super().__init__(what, where, mend)
        self.what = what
        self.where = where
        self.mend = mend

    def say(self, language: Language) -> str:
        """What, where and the mend, as one line."""
        colon, stop = ("：", "。") if language == "zh" else (": ", ". ")
        line = self.what.say(language)
        if self.where:
            line += colon + self.where
        if self.mend:
            line += stop + self.mend.say(language)
        return line

    def __str__(self) -> str:
        return self.say("en")


class EncoderUnavailable(UserError):
    """The encoder asked for is not on this machine, or cannot be read."""


class RerankerUnavailable(UserError):
    """The reranker asked for is not on this machine, or cannot be read or used."""

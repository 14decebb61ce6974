"""What holds for one run of the program: the language, the settings, and how faults are shown."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from rag.errors import Language, SettingsError, Words

if TYPE_CHECKING:
    import typer

    from rag.assistant import Assistant
    from rag.config import Settings


class WrongUsage(Exception):
    """A command line that cannot be understood."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True)
class Session:
    """One run of the program; settings are read when they are first needed."""

    said_language: Language | None = None
    """What ``--lang`` says, over the settings."""
    debug: bool = False
    """Show the traceback of a fault of ours."""

    @cached_property
    def settings(self) -> Settings:
        """The settings of this folder and environment. Raises ``SettingsError``."""
        from rag.config import load_settings

        return load_settings(os.environ, Path.cwd())

    @cached_property
    def language(self) -> Language:
        """The language of all words; Chinese where the settings or the installation are themselves at fault."""
        if self.said_language:
            return self.said_language
        try:
            return self.settings.language
        except (SettingsError, ImportError):
            return "zh"

    def index(self, option: Path | None) -> Path:
        """The index folder that ``--index`` or the settings name."""
        return option or self.settings.index

    def phrases(self, index: Path | None) -> Path:
        """The dictionary of phrases that the settings name, or the one in the index folder."""
        from rag.wording.dictionary_file import PHRASES_FILE

        return self.settings.phrases or self.index(index) / PHRASES_FILE

    def assistant(self, index: Path) -> Assistant:
        """The assistant over an index, as it is set here."""
        from rag.assistant import Assistant

        settings = self.settings
        return Assistant(index, settings.answers, settings.generations, settings.retrieval, settings.phrases)

    def say(self, words: Words) -> str:
        """A message in the session's language."""
        return words.say(self.language)


def session_of(context: typer.Context) -> Session:
    """The session that a command runs in."""
    return cast("Session", context.obj)


def open_session(arguments: list[str]) -> tuple[Session, list[str]]:
    """Take ``--lang`` and ``--debug`` out of a command line, wherever they stand before ``--``.

    Raises ``WrongUsage`` for a language that there is not.

    >>> session, rest = open_session(["ask", "何时建成？", "--lang", "en"])
    >>> session.said_language, rest
    ('en', ['ask', '何时建成？'])
    """
    language: str | None = None
    debug = False
    kept: list[str] = []
    waiting = iter(arguments)
    for word in waiting:
        name, _, value = word.partition("=")
        if word == "--":
            kept += [word, *waiting]
        elif name == "--lang":
            language = value or next(waiting, "")
        elif word == "--debug":
            debug = True
        else:
            kept.append(word)
    known = get_args(Language)
    if language is not None and language not in known:
        names = "、".join(known)
        raise WrongUsage(Words(f"--lang 应为 {names} 之一", f"--lang must be one of {', '.join(known)}"))
    return Session(cast("Language | None", language), debug), kept

"""Which settings hold here: the defaults beside the code, ``wenju.toml`` over them, ``WENJU_*`` over both.

A part's settings stand beside the code they steer; this module only puts them together. The file
``wenju.toml`` of the working folder (or the one that ``WENJU_CONFIG`` names) has the same shape::

    index = "库/索引"          # relative to the file
    [chunks]
    max_chars = 300

and the environment the same names: ``WENJU_INDEX``, ``WENJU_CHUNKS_MAX_CHARS``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rag.answering.settings import AnswerSettings
from rag.corpus.chunks import ChunkSettings
from rag.corpus.readers.settings import ReadingSettings
from rag.errors import Language, SettingsError, Words
from rag.index.settings import IndexSettings
from rag.reprints.settings import ReprintSettings
from rag.retrieval.search import RetrievalSettings
from rag.settings_reading import Given, Key, build, leaves, unknown

CONFIG_FILE = "wenju.toml"
CONFIG_VARIABLE = "WENJU_CONFIG"
PREFIX = "WENJU_"


@dataclass(frozen=True)
class Settings:
    """Everything that can be set, in one frozen value."""

    index: Path = Path(".wenju/index")
    """The folder of the index when ``--index`` does not name one: hidden in the working folder, and in
    no version control."""
    encoder: str | None = None
    """A folder or a hub name; ``None`` for the one that the index was made with, or else the bundled one,
    which needs neither network nor torch."""
    phrases: Path | None = None
    """The reader's dictionary of phrases; ``None`` for ``phrases.txt`` in the folder of the index."""
    language: Language = "zh"
    """Of what the command line says: the articles are Chinese, so are most of their readers."""
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    """How much reading a file may cost, and whether scans are read."""
    chunks: ChunkSettings = field(default_factory=ChunkSettings)
    """How articles are cut into passages; part of what the index is."""
    reprints: ReprintSettings = field(default_factory=ReprintSettings)
    """When an article counts as a reprint of another."""
    retrieval: RetrievalSettings = field(default_factory=RetrievalSettings)
    answers: AnswerSettings = field(default_factory=AnswerSettings)
    generations: IndexSettings = field(default_factory=IndexSettings)
    """How the index is kept."""


def load_settings(environ: Mapping[str, str], cwd: Path) -> Settings:
    """The settings that hold for a process started in ``cwd`` with this environment.

    Raises ``SettingsError`` that names every key that is unknown (with near ones) and every value of the
    wrong kind, of the file and of the environment together.
    """
    known = [key for key, _ in leaves(Settings)]
    faults: list[Words] = []
    file = _config_file(environ, cwd)
    written = _from_file(file, known, faults) if file else {}
    set_outside = _from_environment(environ, cwd, known, faults)
    return build(Settings, [written, set_outside], faults)


def _config_file(environ: Mapping[str, str], cwd: Path) -> Path | None:
    named = environ.get(CONFIG_VARIABLE)
    if not named:
        file = cwd / CONFIG_FILE
        return file if file.is_file() else None
    file = cwd / named
    if not file.is_file():
        raise SettingsError(
            Words("设置文件不存在", "the settings file does not exist"),
            where=str(file),
            mend=Words(f"改正环境变量 {CONFIG_VARIABLE}", f"correct the variable {CONFIG_VARIABLE}"),
        )
    return file


def _from_file(file: Path, known: list[Key], faults: list[Words]) -> dict[Key, Given]:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            Words("设置文件不是合格的 UTF-8 TOML", "the settings file is no valid UTF-8 TOML"),
            where=f"{file}: {error}",
        ) from error
    given: dict[Key, Given] = {}
    names = [".".join(key) for key in known]
    sections = {leaf[:depth] for leaf in known for depth in range(1, len(leaf))}
    for key, value in _flat(table, sections):
        name = ".".join(key)
        if key in known:
            given[key] = Given(f"{file.name}: {name}", value, file.parent, as_text=False)
        else:
            fault = unknown(name, names)
            faults.append(Words(f"{file.name}：{fault.zh}", f"{file.name}: {fault.en}"))
    return given


def _flat(table: Mapping[str, object], sections: set[Key], above: Key = ()) -> list[tuple[Key, object]]:
    """The values of a nested table with their keys; a table that is no section counts as a value."""
    flat: list[tuple[Key, object]] = []
    for name, value in table.items():
        key = (*above, name)
        if isinstance(value, dict) and key in sections:
            flat += _flat(value, sections, key)
        else:
            flat.append((key, value))
    return flat


def _from_environment(
    environ: Mapping[str, str], cwd: Path, known: list[Key], faults: list[Words]
) -> dict[Key, Given]:
    names = {PREFIX + "_".join(key).upper(): key for key in known}
    given: dict[Key, Given] = {}
    for name, value in sorted(environ.items()):
        if name in names:
            given[names[name]] = Given(name, value, cwd, as_text=True)
        elif name.startswith(PREFIX) and name != CONFIG_VARIABLE:
            faults.append(unknown(name, list(names), PREFIX))
    return given

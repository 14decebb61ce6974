"""How do loosely typed values become frozen settings, and what is said of all that do not fit?

Works over any frozen dataclass whose fields have defaults; a field that is itself such a dataclass is a
section. Every fault of every source is gathered, so that a person mends them in one go.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Annotated, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from embeddings.hub import FOLDER_OR_HUB_NAME, looks_like_a_path
from rag.errors import SettingsError, UserError, Words

Key = tuple[str, ...]
"""Where a setting stands: ``("chunks", "max_chars")``."""

T = TypeVar("T")


@dataclass(frozen=True)
class Given:
    """One value as a person wrote it."""

    name: str
    """As they wrote it: ``wenju.toml: chunks.max_chars`` or ``WENJU_CHUNKS_MAX_CHARS``."""
    value: object
    folder: Path
    """What a relative path in it is relative to."""
    as_text: bool
    """It comes from the environment, where everything is text."""


class Misfit(Exception):
    """A value is not of the kind its setting takes; carries the words for it."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words


def leaves(kind: type, above: Key = ()) -> Iterator[tuple[Key, object]]:
    """Every setting of a settings class with its annotated kind, sections opened, in order."""
    for name, annotated in get_type_hints(kind, include_extras=True).items():
        if isinstance(annotated, type) and is_dataclass(annotated):
            yield from leaves(annotated, (*above, name))
        else:
            yield (*above, name), annotated


def build(kind: type[T], sources: Sequence[Mapping[Key, Given]], faults: list[Words]) -> T:
    """The settings, later sources over earlier ones; what is not given keeps its default.

    ``faults`` may already hold some; raises ``SettingsError`` that tells all of them.
    """
    known = dict(leaves(kind))
    values: dict[Key, object] = {}
    for given in (item for source in sources for item in source.items()):
        key, written = given
        try:
            values[key] = fit(written, known[key])
        except Misfit as misfit:
            faults.append(_fault(written, misfit.words))
    made = _make(kind, (), values, faults)
    if faults or made is None:
        raise _all(faults)
    return made


def fit(given: Given, kind: object) -> object:
    """The value as ``kind``; raises ``Misfit``.

    >>> here = Path("/库")
    >>> fit(Given("WENJU_PORT", "7860", here, as_text=True), int)
    7860
    >>> fit(Given("index", "索引", here, as_text=False), Path).as_posix()
    '/库/索引'
    """
    origin = get_origin(kind)
    if origin is Literal:
        return _one_of(given.value, get_args(kind))
    if origin in (Union, types.UnionType):
        return _optional(given, kind)
    if origin is tuple:
        return _many(given, get_args(kind)[0])
    if origin is Annotated and FOLDER_OR_HUB_NAME in get_args(kind):
        return _model_name(given)
    if kind is Path:
        return given.folder / Path(_text(given.value)).expanduser()
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(_one_of(given.value, tuple(member.value for member in kind)))
    if isinstance(kind, type) and kind in _NAMES:
        return _plain(given, kind)
    raise TypeError(f"no rule reads a setting of kind {kind!r}")


def unknown(name: str, known: Sequence[str], prefix: str = "") -> Words:
    """What is said of a name that no setting has, with the nearest ones.

    ``prefix`` is what every name begins with: it is shown, and makes no two of them alike.

    >>> unknown("chunks.max_char", ["chunks.max_chars", "index"]).en
    'there is no setting chunks.max_char; did you mean chunks.max_chars?'
    """
    bare = [one.removeprefix(prefix) for one in known]
    near = [prefix + one for one in get_close_matches(name.removeprefix(prefix), bare, n=3, cutoff=0.6)]
    if not near:
        return Words(f"没有 {name} 这个设置", f"there is no setting {name}")
    return Words(
        f"没有 {name} 这个设置，是不是 {'、'.join(near)}？",
        f"there is no setting {name}; did you mean {' or '.join(near)}?",
    )


_NAMES: dict[type, Words] = {
    int: Words("整数", "a whole number"),
    float: Words("数", "a number"),
    bool: Words("true 或 false", "true or false"),
    str: Words("文字", "text"),
}

_TRUTH = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def _plain(given: Given, kind: type) -> object:
    value = given.value
    if given.as_text and isinstance(value, str) and kind is not str:
        value = _from_text(value, kind)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not kind:  # bool is an int to isinstance, and no number to a person
        name = _NAMES[kind]
        raise Misfit(Words(f"应为{name.zh}", f"must be {name.en}"))
    return value


def _from_text(text: str, kind: type) -> object:
    if kind is bool:
        return _TRUTH.get(text.strip().lower(), text)
    try:
        return kind(text)
    except ValueError:
        return text


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise Misfit(Words("应为文字", "must be text"))
    return value


def _model_name(given: Given) -> str:
    """A folder as its whole path, one that is not there as well; a name of the hub as it is."""
    name = _text(given.value)
    folder = given.folder / Path(name).expanduser()
    return str(folder) if folder.is_dir() or looks_like_a_path(name) else name


def _one_of(value: object, choices: tuple[object, ...]) -> object:
    if value not in choices:
        said = [str(choice) for choice in choices]
        raise Misfit(Words(f"应为 {'、'.join(said)} 之一", f"must be one of {', '.join(said)}"))
    return value


def _optional(given: Given, kind: object) -> object:
    if given.as_text and given.value == "":
        return None
    (inner,) = (one for one in get_args(kind) if one is not type(None))
    return fit(given, inner)


def _many(given: Given, kind: object) -> tuple[object, ...]:
    values = given.value
    if given.as_text and isinstance(values, str):
        values = [part.strip() for part in values.split(",") if part.strip()]
    if not isinstance(values, list):
        raise Misfit(Words("应为列表", "must be a list"))
    return tuple(fit(Given(given.name, value, given.folder, given.as_text), kind) for value in values)


def _make(kind: type[T], above: Key, values: Mapping[Key, object], faults: list[Words]) -> T | None:
    """One settings value from the leaves below ``above``; ``None`` after adding a fault."""
    parts: dict[str, object] = {}
    for name, annotated in get_type_hints(kind).items():
        key = (*above, name)
        if isinstance(annotated, type) and is_dataclass(annotated):
            part = _make(annotated, key, values, faults)
            if part is not None:
                parts[name] = part
        elif key in values:
            parts[name] = values[key]
    try:
        return kind(**parts)
    except UserError as error:
        faults.append(error.what)
    except ValueError as error:
        section = ".".join(above)
        faults.append(Words(f"{section}：{error}", f"{section}: {error}"))
    return None


def _fault(given: Given, words: Words) -> Words:
    return Words(f"{given.name} = {given.value!r}：{words.zh}", f"{given.name} = {given.value!r}: {words.en}")


def _all(faults: Sequence[Words]) -> SettingsError:
    if len(faults) == 1:
        return SettingsError(
            Words(f"设置不能用：{faults[0].zh}", f"a setting cannot be used: {faults[0].en}"),
        )
    zh = "".join(f"\n  {fault.zh}" for fault in faults)
    en = "".join(f"\n  {fault.en}" for fault in faults)
    return SettingsError(
        Words(f"有 {len(faults)} 处设置不能用：{zh}", f"{len(faults)} settings cannot be used:{en}")
    )

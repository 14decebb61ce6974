"""Loosely typed values become frozen settings, or a clear word."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import pytest

from rag.errors import SettingsError, Words
from rag.settings_reading import Given, Key, Misfit, build, fit, leaves


class Store(StrEnum):
    EXACT = "exact"
    FAISS = "faiss"


@dataclass(frozen=True)
class CuttingSettings:
    max_chars: int = 300
    min_chars: int = 20

    def __post_init__(self) -> None:
        if self.min_chars > self.max_chars:
            raise ValueError("min_chars > max_chars")


@dataclass(frozen=True)
class WholeSettings:
    name: str = "矿报"
    cutting: CuttingSettings = field(default_factory=CuttingSettings)


def given(value: object, *, as_text: bool = False) -> Given:
    return Given("设置", value, Path("/库"), as_text)


def read(**values: object) -> WholeSettings:
    keys: dict[str, Key] = {key[-1]: key for key, _ in leaves(WholeSettings)}
    source = {keys[name]: Given(".".join(keys[name]), value, Path(), False) for name, value in values.items()}
    return build(WholeSettings, [source], [])


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (3, int, 3),
        (3, float, 3.0),
        (True, bool, True),
        ("faiss", Store, Store.FAISS),
        (["煤", "铁"], tuple[str, ...], ("煤", "铁")),
        (5, int | None, 5),
        ("索引", Path, Path("/库/索引")),
        ("/别处", Path, Path("/别处")),
    ],
)
def test_a_value_of_the_right_kind_is_taken(value: object, kind: object, expected: object) -> None:
    assert fit(given(value), kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("3", int, 3),
        ("0.5", float, 0.5),
        ("yes", bool, True),
        ("False", bool, False),
        ("煤, 铁,", tuple[str, ...], ("煤", "铁")),
        ("", int | None, None),
    ],
)
def test_the_text_of_the_environment_is_turned_into_the_kind(
    text: str, kind: object, expected: object
) -> None:
    assert fit(given(text, as_text=True), kind) == expected


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (True, int, "must be a whole number"),
        (2.5, int, "must be a whole number"),
        ("3", int, "must be a whole number"),
        (1, bool, "must be true or false"),
        ("网", Store, "must be one of exact, faiss"),
        ("煤", tuple[str, ...], "must be a list"),
        ("", Path, "must be text"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_what_it_must_be(
    value: object, kind: object, words: str
) -> None:
    with pytest.raises(Misfit) as caught:
        fit(given(value), kind)
    assert caught.value.words.en == words


def test_a_section_is_opened_and_what_is_not_given_keeps_its_default() -> None:
    assert read(max_chars=80) == WholeSettings(cutting=CuttingSettings(max_chars=80))


def test_what_a_part_refuses_is_told_with_its_section() -> None:
    with pytest.raises(SettingsError, match="cutting: min_chars > max_chars"):
        read(min_chars=400)


def test_faults_found_before_are_told_too() -> None:
    with pytest.raises(SettingsError, match="a setting cannot be used: unknown"):
        build(WholeSettings, [], [Words("不认识", "unknown")])

"""Every name that the reading of pages gives has its words, and every row its example."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

import rag.corpus
from rag.corpus.layout.furniture import KINDS, PAGE_AND_PART, RUNNING_HEAD, Furniture, kind_of
from rag.corpus.order.seam_settings import SeamSettings
from rag.corpus.order.seam_words import WordEvidence
from rag.errors import Words
from rag.explanation.doubts import DOUBTS
from rag.explanation.dropped import DROPPED, IMPRINT, LEAD_IN_TEXT
from rag.explanation.marks import MARKS
from rag.explanation.reasons import REASONS

OF_WORDS = ("word", "phrase", "characters", "bracket_closed", "bracket_missing", "continuing_mark")


def test_every_reason_that_a_seam_can_have_is_in_words():
    folder = Path(rag.corpus.__path__[0]) / "order"
    given = {
        name
        for module in folder.glob("*.py")
        for name in re.findall(r'Reason\("(\w+)"', module.read_text(encoding="utf-8"))
    }
    assert set(REASONS) == given
    assert given - {"characters"} <= {field.name for field in fields(SeamSettings)}


@pytest.mark.parametrize("name", OF_WORDS)
def test_the_example_of_a_reason_gives_it(name: str):
    before, behind = (side.strip("\n") for side in REASONS[name].example.split("｜"))
    words = WordEvidence(REASONS[name].example, SeamSettings())
    assert name in {reason.name for reason in words.reasons(before, behind)}


@pytest.mark.parametrize("name", REASONS)
def test_the_example_of_a_reason_shows_the_place(name: str):
    assert REASONS[name].example.count("｜") == 1


def test_every_kind_of_dropped_line_is_in_words():
    names = {kind.name for kind in KINDS}
    assert set(DROPPED) == names | {IMPRINT, LEAD_IN_TEXT, RUNNING_HEAD, PAGE_AND_PART}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_example_of_a_kind_of_line_is_of_that_kind(kind: Furniture):
    assert kind_of(kind.example) == kind.name


@pytest.mark.parametrize("words", [*DROPPED.values(), *MARKS.values()], ids=lambda words: words.en)
def test_both_languages_say_something(words: Words):
    assert words.zh
    assert words.en


@pytest.mark.parametrize("kind", DOUBTS)
def test_both_languages_leave_the_same_blanks_in_a_doubt(kind: str):
    zh, en = (
        sorted(re.findall(r"\{\w+\}", words)) for words in (DOUBTS[kind].words.zh, DOUBTS[kind].words.en)
    )
    assert zh == en
    assert DOUBTS[kind].example

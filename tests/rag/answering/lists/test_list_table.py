from __future__ import annotations

import pytest

from rag.answering.lists.list_table import (
    AFTER_ASKING,
    ANNOUNCED,
    ASPECTS,
    CONCLUDING,
    EXAMPLE,
    Aspect,
    aspects,
)
from rag.text.normalise import fold


@pytest.mark.parametrize("aspect", ASPECTS, ids=lambda aspect: aspect.example)
def test_the_example_of_an_aspect_names_it(aspect: Aspect):
    assert aspect.name in aspects(fold(aspect.example))


def test_a_heading_without_aspect_names_none():
    assert aspects("一、码头夜校") == frozenset()


@pytest.mark.parametrize(
    ("lead", "announced", "example"),
    [
        ("三类证据主要有", True, False),
        ("救生设备包括:", True, False),
        ('提出了"三查",即"', True, False),
        ("救生设备,例如", False, True),
        ("公司更换了", False, False),
    ],
)
def test_the_last_words_before_a_list_announce_it_or_its_examples(lead: str, announced: bool, example: bool):
    assert (bool(ANNOUNCED.search(lead)), bool(EXAMPLE.search(lead))) == (announced, example)


@pytest.mark.parametrize(
    ("question", "noun"),
    [("要收哪三类证据", "证据"), ("有哪些方面的短板", "短板"), ("分几个步骤完成", "步骤完成")],
)
def test_the_noun_stands_behind_the_words_that_ask(question: str, noun: str):
    match = AFTER_ASKING.search(question)
    assert match is not None
    assert match.group(1) == noun


@pytest.mark.parametrize(("heading", "concluding"), [("结语", True), ("总结经验", True), ("渡口总结", False)])
def test_a_conclusion_is_no_point(heading: str, concluding: bool):
    assert bool(CONCLUDING.search(heading)) is concluding

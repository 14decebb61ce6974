from __future__ import annotations

import pytest

from rag.answering.lists.list_table import (
    AFTER_ASKING,
    ANNOUNCED,
    ASPECTS,
    CONCLUDING,
    DENIED,
    EXAMPLE,
    EXPLAINED,
    IMPLIED,
    Aspect,
    Implied,
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


@pytest.mark.parametrize("row", IMPLIED, ids=lambda row: row.example)
def test_the_example_of_a_wording_matches_it(row: Implied):
    assert row.pattern.search(fold(row.example))


@pytest.mark.parametrize(
    "question", ["怎样补齐救生设备?", "第三个要求是什么?", "条例第几条?", "食堂几点关门?", "谁管渡口?"]
)
def test_other_questions_imply_no_list(question: str):
    assert not any(row.pattern.search(fold(question)) for row in IMPLIED)


@pytest.mark.parametrize(
    ("words", "point"),
    [
        ("书证,如合同", "书证"),
        ("救生圈(含绳)", "救生圈"),
        ("夜校:每周开课", "夜校"),
        ("如期开课", "如期开课"),
    ],
)
def test_examples_and_explanations_are_no_part_of_a_point(words: str, point: str):
    found = EXPLAINED.search(words)
    assert words[: found.start() if found else None] == point


@pytest.mark.parametrize(
    ("words", "denied"), [("不得泄露", True), ("严禁夜航", True), ("不断加强", False), ("分别", False)]
)
def test_only_words_that_deny_deny(words: str, denied: bool):
    assert bool(DENIED.search(words)) is denied

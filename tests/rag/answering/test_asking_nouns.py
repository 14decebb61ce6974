from __future__ import annotations

import pytest

from rag.answering.answer import QuestionKind
from rag.answering.asking_nouns import ASKING_NOUNS, AskingNounRow, without_asking_nouns


@pytest.mark.parametrize("row", ASKING_NOUNS, ids=lambda row: row.example)
def test_every_row_leaves_what_its_example_is_about(row: AskingNounRow):
    assert without_asking_nouns(row.example, row.kind) == row.left


@pytest.mark.parametrize("question", ["怎样统一数据的定义?", "什么是以人为本的理念?", "概念股指什么?"])
def test_nouns_that_are_asked_about_stay(question: str):
    assert without_asking_nouns(question, QuestionKind.HOW) == question
    assert without_asking_nouns("概念股指什么?", QuestionKind.DEFINITION) == "概念股指什么?"


def test_a_question_of_nothing_else_stays():
    assert without_asking_nouns("定义", QuestionKind.DEFINITION) == "定义"

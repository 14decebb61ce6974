"""Citations lead to the right article, and quotations are proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eval.measures.citations import check_quotes

if TYPE_CHECKING:
    from tests.eval.conftest import Exam


def test_a_quotation_that_its_place_does_not_say_is_reported(exam: Exam):
    good = exam.shown("测风员8人")
    bad = exam.shown("36次") | {"text": "63次"}
    reply = exam.typed(exam.reply("q1", good, bad, citations=[exam.citation("每旬")]))
    faults = check_quotes([reply], lambda _place: exam.text)
    assert [(fault.text, fault.source) for fault in faults] == [("63次", "36次")]


def test_layout_inside_a_quotation_is_left_out(exam: Exam):
    start = exam.text.index("整改")
    end = exam.text.index("配齐")
    shown = {"text": "整改。二、", "file": "通风.txt", "pieces": [[start, end]]}
    assert check_quotes([exam.typed(exam.reply("q1", shown))], lambda _place: exam.text) == []


def test_a_source_that_cannot_be_read_proves_nothing(exam: Exam):
    reply = exam.typed(exam.reply("q1", exam.shown("每旬")))
    assert [fault.source for fault in check_quotes([reply], lambda _place: None)] == [None]


def test_the_first_citation_must_stand_in_the_gold_article(exam: Exam):
    passages = [exam.passage("36次", "甲"), exam.passage("持证上岗", "乙")]
    right = exam.reply("q1", exam.shown("36次"), citations=[exam.citation("36次", "甲")], passages=passages)
    wrong = exam.reply("q1", exam.shown("持证"), citations=[exam.citation("持证", "乙")], passages=passages)
    question = exam.asked("q1", "36次", type="metadata")
    assert exam.record(question, right).measures["cited_article"] == 1.0
    assert exam.record(question, wrong).measures["metadata_article"] == 0.0

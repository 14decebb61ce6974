"""The report needs nothing from outside, runs nothing, and shows text as text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from eval.report import report_page, write_report
from eval.report.markup import Markup, element
from eval.scoring import score

if TYPE_CHECKING:
    from tests.eval.conftest import Exam


def made_scores(exam: Exam):
    evil = exam.shown("均持证上岗") | {"text": "<script>alert(1)</script>"}
    questions = exam.questions(
        exam.asked("q1", "36次"),
        exam.asked("q2", "8人", alt=["<b>八人</b>"]),
        exam.asked("q3"),
        exam.asked("q4", "每旬"),
    )
    replies = [
        exam.reply("q1", exam.shown("36次"), passages=[exam.passage("36次")]),
        exam.reply("q2", evil),
        exam.reply("q3", understood_as="测风员 & 通风"),
    ]
    return score(questions, exam.run(questions, *replies))


def test_corpus_text_never_becomes_markup(exam: Exam):
    html = report_page(made_scores(exam))
    assert "<script" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_nothing_is_loaded_from_anywhere(exam: Exam):
    assert not re.search(r"https?://|src=|@import|url\(", report_page(made_scores(exam)))


def test_every_question_says_what_became_of_it(exam: Exam):
    html = report_page(made_scores(exam))
    assert 'class="good found" id="q-q1"' in html
    assert 'class="bad retrieval-miss" id="q-q2"' in html
    assert 'class="good caught" id="q-q3"' in html
    assert 'class="bad not-asked" id="q-q4"' in html
    assert "按未答计的问题：q4" in html
    assert "理解为：测风员 &amp; 通风" in html


def test_the_report_stands_in_its_folder_with_the_figures(exam: Exam, tmp_path: Path):
    path = write_report(tmp_path / "报告", made_scores(exam))
    assert path.name == "index.html"
    assert (tmp_path / "报告" / "scores.json").is_file()


def test_a_bar_is_as_long_as_its_mean(exam: Exam):
    html = report_page(made_scores(exam))
    assert re.search(r'<rect x="140" y="5" width="120\.0"', html)


def test_attributes_are_escaped_and_none_is_left_out():
    assert element("a", Markup("<i></i>"), title='"<', id=None) == '<a title="&quot;&lt;"><i></i></a>'

"""Columns break inside words of the subject, and nothing is lost."""

from __future__ import annotations

from random import Random

from eval.pages.clean import Article, Mark, Paragraph
from eval.pages.columns import MARGIN, breakable, columns
from eval.pages.ink import read
from eval.pages.losses import from_place, to_place
from eval.pages.setting import set_in_type
from eval.pages.style import Style
from rag.text.spans import without_layout

SAID = "每逢月初都要对照隐患排查清单逐项检查，发现不符立即停工整改。"
ARTICLE = Article(
    "甲-1",
    "题",
    (
        Paragraph("一、隐患排查清单", (Mark(1, 0, 8),), alone=True),
        Paragraph(SAID),
        Paragraph(f"（一）先看。{SAID}", (Mark(2, 0, 5),)),
    ),
    things=("隐患排查清单",),
)


def test_a_column_breaks_inside_a_word_and_never_in_a_heading():
    places = breakable(ARTICLE)
    assert places
    for place in places:
        assert "隐患排查清单" in ARTICLE.text[place - 5 : place + 5]
        assert place >= ARTICLE.starts[1] or place < 0
    assert MARGIN > 0


def test_columns_joined_again_are_the_body():
    galley = set_in_type(ARTICLE, Style(), Random(1))
    parts = columns(galley, 2, wrapped=False)
    assert len(parts) == 2
    assert read(parts[0][-1]) + read(parts[1][0]) in (SAID, f"（一）先看。{SAID}")
    assert without_layout("".join(read(line) for part in parts for line in part)) == without_layout(
        ARTICLE.text
    )


def test_a_wrapped_body_breaks_between_lines_only():
    galley = set_in_type(ARTICLE, Style(width=15), Random(1))
    parts = columns(galley, 2, wrapped=True)
    assert [line for part in parts for line in part] == list(galley.body)


def test_what_is_lost_before_and_after_a_place_is_the_article():
    for place in sorted(breakable(ARTICLE)):
        begun, ended = to_place(ARTICLE, place), from_place(ARTICLE, place)
        assert begun.text + ended.text == ARTICLE.text
        assert (begun.lost, ended.lost) == (("end",), ("beginning",))
        for half in (begun, ended):
            marks = [(p.text, mark) for p in half.paragraphs for mark in p.marks]
            assert all(
                text[mark.start : mark.end] in ("一、隐患排查清单", "（一）先看") for text, mark in marks
            )

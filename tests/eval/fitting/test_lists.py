from __future__ import annotations

from dataclasses import replace

import pytest

from eval.fitting.dev_sets import Found
from eval.fitting.lists import examples, item_f1
from rag.answering.lists.answer import list_candidates
from rag.answering.lists.candidate import ListCandidate
from rag.answering.lists.features import ListFeatures


def lists_of(found: tuple[Found, ...], qid: str) -> list[ListCandidate]:
    (one,) = (one for one in found if one.question.qid == qid)
    return list(list_candidates(one.asked, outline=False))


def test_the_right_list_of_each_question_is_marked(found: tuple[Found, ...]):
    first, _ = examples(found)
    candidates = lists_of(found, "q3")
    assert first.features.shape == (len(candidates), len(ListFeatures._fields))
    marked = [c for c, holds in zip(candidates, first.holds, strict=True) if holds]
    assert [[i.slice(c.article.text) for i in c.items] for c in marked] == [
        ["船员培训流于形式", "救生设备年久失修"]
    ]


def test_only_questions_for_lists_are_examples(found: tuple[Found, ...]):
    assert list(examples([one for one in found if one.question.type != "list"])) == []


def test_a_question_without_a_right_list_is_left_out(found: tuple[Found, ...]):
    nothing_found = [one._replace(asked=replace(one.asked, hits=())) for one in found]
    assert list(examples(nothing_found)) == []


@pytest.mark.parametrize(
    ("gold", "f1"),
    [
        (["船员培训流于形式", "救生设备年久失修"], 1.0),
        (["船员培训流于形式", "救生设备年久失修", "值守无人负责", "航道没有灯光"], 2 / 3),
        (["船员培训流于形式", "航道没有灯光"], 0.5),
        (["航道没有灯光"], 0.0),
    ],
)
def test_the_f1_counts_the_items_that_match(found: tuple[Found, ...], gold: list[str], f1: float):
    shortcomings = next(c for c in lists_of(found, "q3") if "流于形式" in c.items[0].slice(c.article.text))
    assert item_f1(shortcomings, gold) == pytest.approx(f1)

"""CMRC's own measures, by hand."""

from __future__ import annotations

import pytest

from eval.measures.cmrc import exact_match, f1, tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("夜班食堂", ["夜", "班", "食", "堂"]),
        ("《渡口·夜校》，2023年", ["渡", "口", "夜", "校", "2023", "年"]),
        ("重3.5吨(约)", ["重", "3.5", "吨", "(", "约", ")"]),
        ("Deep Sea号 ", ["deep", "sea", "号"]),
        ("…… ", []),
    ],
)
def test_chinese_is_cut_into_characters_and_the_rest_into_words(text: str, found: list[str]):
    assert tokens(text) == found


def test_the_longest_common_substring_counts_not_the_bag():
    assert f1("职工代表定价", ["定价职工代表"]) == pytest.approx(2 * 4 / 12)


def test_of_several_right_answers_the_best_counts_for_each_measure():
    golds = ["412名船员", "412名"]
    assert exact_match("412名", golds) == 1.0
    assert f1("412名", golds) == 1.0
    assert exact_match("412", golds) == 0.0
    assert f1("412", golds) == pytest.approx(2 / 3)


def test_nothing_said_and_nothing_right_are_worth_nothing():
    assert (f1("", ["八元"]), exact_match("", ["八元"]), f1("八元", [])) == (0.0, 0.0, 0.0)

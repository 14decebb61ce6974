import re

import pytest

from rag.reprints.numbers import NUMBERS, agreement, figures


@pytest.mark.parametrize(("pattern", "example"), NUMBERS)
def test_each_kind_of_figure_is_found_in_its_example(pattern: str, example: str):
    assert re.search(pattern, example)


def test_a_figure_is_known_by_the_letters_before_it():
    told = figures("夜校开班以来，已有412人次听课，占一百二十")
    assert told == {"以来已有": {"412"}, "次听课占": {"一百二十"}}


def test_a_figure_at_the_beginning_is_compared_with_one_at_the_beginning():
    assert agreement(figures("2023年产煤"), figures("2024年产煤")).other == 1
    assert agreement(figures("30元罚款"), figures("罚款30元")) == (0, 0)


def test_another_date_behind_the_same_words_is_another_figure():
    told = agreement(figures("定于3月5日停水"), figures("定于3月12日停水"))
    assert (told.same, told.other, told.share_other) == (1, 1, 0.5)


def test_a_figure_that_stands_nowhere_in_the_other_text_is_another():
    told = agreement(figures("产煤95万吨"), figures("职工1260人"))
    assert (told.same, told.other, told.share_other) == (0, 1, 1.0)


def test_texts_without_figures_differ_in_none():
    assert agreement(figures("班前会"), figures("职工1260人")).share_other == 0.0


def test_a_figure_that_stands_there_more_than_once_is_found():
    assert agreement(figures("矿上处以罚款30元"), figures("第一次处以罚款50元，再犯处以罚款30元")).other == 0


def test_a_single_chinese_numeral_is_a_word_unless_it_counts():
    assert figures("一些人统一行动") == {}
    assert figures("工会召开第三届大会") == {"会召开第": {"三"}}

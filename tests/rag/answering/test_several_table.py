import pytest

from rag.answering.several import what_each_is_asked
from rag.answering.several_table import CONTRASTS, SEVERAL_SAY, SIDES, SeveralRow, SidesRow
from rag.text.normalise import fold


@pytest.mark.parametrize("row", SEVERAL_SAY, ids=lambda row: row.example)
def test_the_example_of_a_row_is_taken_by_it_first(row: SeveralRow):
    folded = fold(row.example)
    assert next(other for other in SEVERAL_SAY if other.pattern.search(folded)) is row
    assert what_each_is_asked(folded) == row.asked


@pytest.mark.parametrize(
    "question",
    [
        "夜校有哪些课程?",
        "这个规定是哪几个单位联合出台的?",
        "单位怎么办夜校?",
        "夜校有几门课?",
        "哪些部门管夜校?",
    ],
)
def test_questions_for_one_article_are_in_no_row(question: str):
    assert what_each_is_asked(fold(question)) == ""


@pytest.mark.parametrize("row", SIDES, ids=lambda row: row.example)
def test_the_example_of_a_row_names_its_sides(row: SidesRow):
    found = next(filter(None, (other.pattern.search(fold(row.example)) for other in SIDES)))
    assert tuple(group or "" for group in found.groups()) == row.sides


@pytest.mark.parametrize(
    "question",
    [
        "给不同岗位和不同年龄的职工讲什么课?",
        "渡口和食堂有哪几点不同?",  # a list
        "渡口和食堂的负责人是谁?",
        "“四查三访”分别指什么?",
        "里面的3、6、9各指什么?",
    ],
)
def test_without_two_sides_side_by_side_there_are_none(question: str):
    assert [row for row in SIDES if row.pattern.search(fold(question))] == []


def test_words_of_contrast_set_side_by_side():
    assert CONTRASTS.search("红旗渡看安全,平安渡则看服务")
    assert not CONTRASTS.search("红旗渡12个、平安渡3个")

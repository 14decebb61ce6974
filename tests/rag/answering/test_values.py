from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.values import (
    SAME_MEASURE,
    VALUES,
    WANTED,
    ValueRow,
    ValueType,
    WantedRow,
    find_values,
    fits_measure,
    wanted_types,
)
from rag.text.normalise import fold


def said(text: str, value_type: ValueType) -> list[str]:
    return [span.slice(text) for span in find_values(text, value_type)]


@pytest.mark.parametrize("row", VALUES, ids=lambda row: row.example)
def test_the_example_of_a_row_begins_with_such_a_value(row: ValueRow):
    assert row.example.startswith(said(row.example, row.type)[0])


def test_every_type_has_one_row():
    assert [row.type for row in VALUES] == list(ValueType)


@pytest.mark.parametrize(
    ("text", "value_type", "found"),
    [
        ("合格率61%,比上年提高3.5个百分点", ValueType.PERCENT, ["61%", "3.5个百分点"]),
        ("百分之九十的船员,七成以上", ValueType.PERCENT, ["百分之九十", "七成"]),
        ("公司成立三十年", ValueType.PERCENT, []),
        ("价格不超过8元,投入1260万元", ValueType.MONEY, ["不超过8元", "1260万元"]),
        ("2023年5月1日开课,6月2日结业", ValueType.DATE, ["2023年5月1日", "6月2日"]),
        ("一九九八年建站", ValueType.DATE, ["一九九八年"]),
        ("连续三年,每季度评比一次", ValueType.DURATION, ["三年", "每季度"]),
        ("2023年开课", ValueType.DURATION, []),
        ("11个渡口、34条渡船", ValueType.QUANTITY, ["11个", "34条"]),
        ("第二条路径,一般情况", ValueType.QUANTITY, []),
        ("依照《内河交通安全规定》办理", ValueType.TITLE, ["《内河交通安全规定》"]),
        ("评出“红旗渡”和「示范船」", ValueType.QUOTED, ["“红旗渡”", "「示范船」"]),
        ("请看www.dukou.example,报名", ValueType.URL, ["www.dukou.example"]),
        ("没有数字", ValueType.QUANTITY, []),
    ],
)
def test_values_are_found_from_left_to_right(text: str, value_type: ValueType, found: list[str]):
    assert said(text, value_type) == found


@pytest.mark.parametrize("row", WANTED, ids=lambda row: row.example)
def test_the_example_of_a_wording_is_taken_by_its_row_first(row: WantedRow):
    folded = fold(row.example)
    assert next(other for other in WANTED if other.pattern.search(folded)) is row


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("合格率是百分之几?", ValueType.PERCENT),
        ("一份饭多少钱?", ValueType.MONEY),
        ("什么时候开课?", ValueType.DATE),
        ("多久评比一次?", ValueType.DURATION),
        ("网址是多少?", ValueType.URL),
        ("依据哪部条例?", ValueType.TITLE),
        ("有多少条渡船?", ValueType.QUANTITY),
    ],
)
def test_the_wording_tells_which_values_could_answer(question: str, first: ValueType):
    assert wanted_types(question, number=True)[0] is first


def fitting(text: str, unit: str) -> list[str]:
    values = find_values(text, ValueType.QUANTITY)
    return [value.slice(text) for value in values if fits_measure(text, value, unit)]


@pytest.mark.parametrize(
    ("text", "unit", "fits"),
    [
        # its own measure word, or one of the same row
        ("34条渡船,412名船员", "条", ["34条"]),
        ("12项举措,3名技师", "条", ["12项"]),
        ("412名船员,34条渡船", "人", ["412名"]),
        ("巡视3回,查出12处", "次", ["3回"]),
        # the noun behind the figure
        ("培训12回,覆盖6个家属院", "家属", ["6个"]),
        # neither
        ("34条渡船", "天", []),
    ],
)
def test_a_figure_fits_the_unit_asked_for(text: str, unit: str, fits: list[str]):
    assert fitting(text, unit) == fits


def test_each_row_of_measure_words_has_no_word_twice():
    assert all(len(set(row)) == len(row) > 1 for row in SAME_MEASURE)


def test_a_name_is_of_no_type():
    assert wanted_types("掌勺师傅是谁?", number=False) == ()


@settings(deadline=None, max_examples=40)
@given(
    st.text(alphabet="一二三十百万0123456789年月日个元%《》“”,.每约第条渡口", max_size=30),
    st.sampled_from(ValueType),
)
def test_values_stand_in_order_and_never_overlap(text: str, value_type: ValueType):
    found = find_values(text, value_type)
    assert all(span.length > 0 and span.end <= len(text) for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "unit", "fitting"),
    [
        ("全所共有34条管线,长1840公里", "公里", ["1840公"]),
        ("12户,共3600度", "度", ["3600度"]),
        ("培养了技师3名,完成革新5项", "条", ["5项"]),
        ("收受20万元", "现金", ["20万元"]),
    ],
)
def test_a_figure_fits_the_measure_asked_for_and_no_other(text: str, unit: str, fitting: list[str]):
    values = find_values(text, ValueType.QUANTITY)
    assert [v.slice(text) for v in values if fits_measure(text, v, unit)] == fitting

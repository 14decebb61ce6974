from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.text.dates import ROWS, DateRow, dates_in, iso_date, lies_within
from rag.text.numerals import chinese


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example)
def test_each_row_reads_its_example(row: DateRow):
    assert row.pattern.fullmatch(row.example)
    assert iso_date(row.example) == row.iso


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2025年3月12日 星期三", "2025-03-12"),
        ("２０２５年３月１２日", "2025-03-12"),
        ("2025 年 3 月 12 日", "2025-03-12"),
        ("二○二五年十二月三十一日", "2025-12-31"),
        ("二〇二五年三月", "2025-03"),
        ("2025年/3月/12日", "2025-03-12"),
        ("2025.03.12", "2025-03-12"),
        ("2025/3", "2025-03"),
        ("2025年", "2025"),
        ("2025", "2025"),
        ("2021-03-04 09:10", "2021-03-04"),
        ("2021-03-04T09:10:00+08:00", "2021-03-04"),
    ],
)
def test_a_date_is_read_however_it_is_written(words: str, iso: str):
    assert iso_date(words) == iso


@pytest.mark.parametrize(
    "words",
    [
        "2025年2月30日",
        "2025-13",
        "2025年3月0日",
        "25-03-12",
        "二五年三月",
        "1000年",
        "电话2025-0312",
        "2025年总结",
        "",
    ],
)
def test_what_is_no_day_of_the_calendar_is_no_date(words: str):
    assert iso_date(words) is None


def test_a_part_of_an_impossible_date_is_not_a_date():
    assert list(dates_in("2025年13月40日出版，2025-02-30")) == []


def test_a_figure_with_a_point_is_no_date():
    assert list(dates_in("完成2025.6%，共12025.06吨")) == []


def test_the_words_of_each_date_stand_where_it_says():
    text = "（2025年3月12日 星期三）续二〇二五年三月十三日"
    assert [found.span.slice(text) for found in dates_in(text)] == ["2025年3月12日", "二〇二五年三月十三日"]


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_is_read_in_every_form(day: date):
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    for words in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        f"{year}年{chinese(day.month)}月{chinese(day.day)}日",
    ):
        assert iso_date(words) == day.isoformat()


@given(st.text(alphabet="2025年三月12日〇-/. 第期", max_size=30))
def test_found_dates_stand_in_order_and_inside_the_text(text: str):
    at = 0
    for found in dates_in(text):
        assert at <= found.span.start < found.span.end <= len(text)
        assert iso_date(found.span.slice(text)) == found.iso
        at = found.span.end


@given(st.dates(), st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_a_day_is_within_exactly_what_begins_before_it_and_ends_after_it(
    day: date, one: date, other: date, first: int, last: int
):
    since, until = one.isoformat()[:first], other.isoformat()[:last]
    iso = day.isoformat()
    assert lies_within(iso, since, until) == (since <= iso and iso[:last] <= until)

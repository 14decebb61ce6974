import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.text.numerals import chinese, value_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7", 7), ("１２", 12), ("零", 0), ("〇", 0), ("两", 2), ("俩", 2), ("仨", 3), ("十", 10), ("十二", 12),
        ("二十", 20), ("三十五", 35), ("一百零八", 108), ("三百五十", 350), ("两千零六", 2006), ("一万两千", 12000),
        ("一亿五千万", 150_000_000),
    ],
)  # fmt: skip
def test_a_number_in_arabic_or_chinese_digits_is_read(written: str, value: int):
    assert value_of(written) == value


@pytest.mark.parametrize("word", ["", "安全", "三点", "第三", "3.5", "-3", "一 二", "²", "几"])
def test_what_is_no_whole_number_has_no_value(word: str):
    assert value_of(word) is None


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 99))
def test_a_number_written_in_chinese_is_read_back(number: int):
    assert value_of(chinese(number)) == number


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=12))
def test_any_text_is_a_number_from_nought_or_none(text: str):
    value = value_of(text)
    assert value is None or value >= 0

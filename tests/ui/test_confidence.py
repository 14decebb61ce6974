import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.confidence import BANDS, confidence_said, is_unsure


@pytest.mark.parametrize(
    ("probability", "zh", "en"),
    [
        (1.0, "很可能答对（约 99%）", "very likely right (about 99%)"),
        (0.8, "很可能答对（约 80%）", "very likely right (about 80%)"),
        (0.79, "可能答对（约 79%）", "probably right (about 79%)"),
        (0.5, "可能答对（约 50%）", "probably right (about 50%)"),
        (0.49, "不太确定（约 49%）", "not sure (about 49%)"),
        (0.0, "不太确定（约 1%）", "not sure (about 1%)"),
    ],
)
def test_a_probability_is_said_in_words_and_percent(probability: float, zh: str, en: str):
    assert confidence_said(probability, "zh") == zh
    assert confidence_said(probability, "en") == en


@given(st.floats(0.0, 1.0))
def test_every_probability_has_words(probability: float):
    assert confidence_said(probability, "zh").startswith(tuple(band.words.zh for band in BANDS))


def test_only_the_last_words_call_for_a_second_look():
    assert [is_unsure(probability) for probability in (0.9, 0.5, 0.49)] == [False, False, True]

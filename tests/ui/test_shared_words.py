import html
import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ui.shared_words import shared_words, with_shared_words

TEXT = "每班配備志愿者６名、保安4名，志愿者可领餐券。"


def test_words_of_the_question_are_found_wherever_they_stand():
    assert [span.slice(TEXT) for span in shared_words("志愿者领什么餐券?", TEXT)] == [
        "志愿者",
        "志愿者",
        "餐券",
    ]


def test_a_word_in_another_writing_is_the_same_word():
    assert [span.slice(TEXT) for span in shared_words("给谁配备?", TEXT)] == ["配備"]


def test_single_characters_and_question_words_are_not_shared():
    assert shared_words("什么是名?", TEXT) == ()


def test_shared_words_are_set_off_and_all_else_stays_text():
    assert with_shared_words("餐券?", "<b>餐券</b>") == (
        '&#60;b&#62;<b class="wj-shared">餐券</b>&#60;&#47;b&#62;'
    )


@given(st.text("志愿者餐券 领名６、"), st.text("志愿者餐券 领名６、?"))
def test_nothing_is_lost_between_the_words(text: str, question: str):
    spans = shared_words(question, text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert html.unescape(re.sub("<[^>]+>", "", with_shared_words(question, text))) == text

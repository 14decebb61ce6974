import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.lit_span import begins_inside_a_word, worth_lighting
from rag.text.spans import Span


def lit(text: str, words: str, question: str = "谁掌勺?") -> str | None:
    start = text.index(words)
    found = worth_lighting(text, Span(start, start + len(words)), question)
    return found.slice(text) if found else None


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("食堂开了夜班窗口。", "班窗", "夜班窗口"),  # half words
        ("登记用freebook4系统。", "book4", "freebook4"),
        ("掌勺的是段有粮师傅。", "段有粮", "段有粮"),  # a name that no dictionary holds is not touched
        ("工会办起“夜班窗口”以来。", "办起“", "办起"),  # half pairs
        ("工会办起“夜班窗口”以来。", "窗口”", "窗口"),
        ("工会办起“夜班窗口”以来。", "“夜班窗口", "“夜班窗口”"),
        ("工会办起“夜班窗口”以来。", "办起“夜班窗口", "办起“夜班窗口”"),
        ("工会办起“夜班窗口”以来。", "“夜班窗口”", "“夜班窗口”"),
        ("先看船底,再看船票。", ",再看船票。", "再看船票"),  # stops
        ("先看船底,再看船票。", "。", None),
        ("2. 先看船底,再看船票。", "2.", None),  # the sentence's own number
    ],
)
def test_whole_words_and_marks_are_lit(text: str, words: str, shown: str | None):
    assert lit(text, words) == shown


def test_words_of_the_question_are_not_lit():
    text = "夜班食堂每晚供应热饭。"
    assert lit(text, "夜班食堂", "夜班食堂供应什么?") is None
    assert lit(text, "供应热饭", "夜班食堂供应什么?") == "供应热饭"


@pytest.mark.parametrize(("before", "behind", "inside"), [("进", "一步", True), ("有", "三条船", False)])
def test_a_place_inside_a_word_is_known(before: str, behind: str, inside: bool):
    assert begins_inside_a_word(before + behind, len(before)) is inside


PRINTED = st.text("夜班食堂的一步“”《》()，。 ab1", min_size=1, max_size=30)


@given(PRINTED, st.data())
def test_what_is_lit_stands_in_the_text(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = worth_lighting(text, Span(start, end), "")
    assert found is None or 0 <= found.start < found.end <= len(text)

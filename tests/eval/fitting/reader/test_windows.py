from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from eval.fitting.passages import PassageSet
from eval.fitting.reader.windows import OTHERS, Shown, around, labelled, windows_of
from rag.text.sentences import sentences
from rag.text.spans import Span

TEXT = "渡口开了夜校。每周二开课。全年培训船员412名。课程由梁守江安排。船员下了船就去上课。"
TEXTS = st.lists(
    st.sampled_from(["渡口开课。", "夜校培训船员412名!", "每周检查\n", "安全"]), min_size=1, max_size=20
)


def shown(text: str, answer: str, shift: float, room: int) -> str | None:
    span = Span(text.index(answer), text.index(answer) + len(answer))
    window = around(text, span, shift, room)
    return window and window.slice(text)


def test_whole_sentences_are_packed_up_to_the_room():
    packed = [window.slice(TEXT) for window in windows_of(TEXT, 16)]
    assert packed == [
        "渡口开了夜校。每周二开课。",
        "全年培训船员412名。",
        "课程由梁守江安排。",
        "船员下了船就去上课。",
    ]


def test_a_sentence_longer_than_twice_the_room_is_cut():
    assert windows_of("船" * 50, 10) == [Span(0, 20)]


def test_the_answer_lies_where_in_the_window_it_is_wanted():
    assert shown(TEXT, "412名", 0.0, 22) == "全年培训船员412名。课程由梁守江安排。"
    assert shown(TEXT, "412名", 1.0, 25) == "渡口开了夜校。每周二开课。全年培训船员412名。"
    assert shown(TEXT, "412名", 0.5, 10) == "全年培训船员412名。"


def test_an_answer_over_two_sentences_has_both():
    assert shown(TEXT, "412名。课程", 0.5, 10) == "全年培训船员412名。课程由梁守江安排。"


def test_a_sentence_far_longer_than_the_room_has_no_window():
    assert shown("船" * 50 + "渡", "渡", 0.5, 20) is None


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.data(), st.floats(0, 1), st.integers(8, 60))
def test_a_window_holds_the_answer_in_whole_sentences(
    parts: list[str], data: st.DataObject, shift: float, room: int
):
    text = "".join(parts)
    start = data.draw(st.integers(0, len(text) - 1))
    answer = Span(start, data.draw(st.integers(start + 1, len(text))))
    window = around(text, answer, shift, room)
    if window is None:
        touched = [s for s in sentences(text) if s.overlap(answer)]
        assert touched[-1].end - touched[0].start + shift * room > 2 * room
    else:
        assert window.start <= answer.start < answer.end <= window.end
        assert window.length <= 2 * room
        assert {window.start, window.end} <= {edge for s in sentences(text) for edge in s}


def test_labelled_questions_come_with_windows_that_do_not_answer(pool: PassageSet):
    found = {one.question: one for one in labelled(pool)}
    assert list(found) == [question.text for question in pool.questions]
    one = found["夜校全年培训多少名船员?"]
    assert one.answer.slice(one.window) == "412名"
    assert all("412名" not in other for one in [one] for other in one.others)
    assert len(one.others) <= OTHERS


def test_the_most_misleading_window_is_kept(pool: PassageSet):
    one = next(one for one in labelled(pool) if one.question.startswith("食堂"))
    assert isinstance(one, Shown)
    assert one.answer.slice(one.window) == "8元"
    assert not any(other in one.window for other in one.others)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.dialogue.understood import Understood

WORDS = st.text("渡口夜班食堂谁管几条船？?，。", min_size=1, max_size=12)


@given(WORDS, WORDS | st.just(""))
def test_what_is_shown_can_be_read_back(text: str, context: str):
    assert Understood.read(Understood(text, context).shown) == Understood(text, context)


@pytest.mark.parametrize("typed", ["归谁管?(承上:夜班食堂几点开?)", " 归谁管? （承上： 夜班食堂几点开? ） "])
def test_a_line_may_be_typed_with_other_marks(typed: str):
    assert Understood.read(typed) == Understood("归谁管?", "夜班食堂几点开?")


@pytest.mark.parametrize(
    "typed", ["夜班食堂（新建）归谁管?", "（承上：夜班食堂）", "承上启下是什么意思?", ""]
)
def test_any_other_question_is_left_alone(typed: str):
    assert Understood.read(typed) == Understood(typed)

import pytest

from rag.wording.shapes import lookalikes
from rag.wording.sounds import blurred, homophones, spellings, syllables


def test_a_character_may_have_several_readings():
    assert syllables("行") == ("hang", "xing")
    assert syllables("x") == ()


@pytest.mark.parametrize(("one", "two"), [("zhi", "zi"), ("shang", "san"), ("lin", "ning"), ("chu", "cu")])
def test_sounds_that_many_do_not_tell_apart_are_blurred_into_one(one: str, two: str):
    assert blurred(one) == blurred(two)


def test_a_character_is_no_homophone_of_itself():
    assert "督" in homophones("都")
    assert "都" not in homophones("都")


def test_a_like_sound_is_told_apart_unless_it_is_asked_for():
    assert "林" not in homophones("凌")
    assert "林" in homophones("凌", alike=True)


def test_a_word_with_an_unknown_character_has_no_spelling():
    assert spellings("沈渡") == ("shendu",)
    assert spellings("沈A") == ()


def test_characters_that_look_alike_name_each_other():
    assert "己" in lookalikes("已")
    assert "已" in lookalikes("己")
    assert lookalikes("渡") == ""

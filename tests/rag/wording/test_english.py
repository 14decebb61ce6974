import pytest

from rag.text.normalise import fold
from rag.wording.alternative import Correction
from rag.wording.english import in_chinese, is_english, meanings
from rag.wording.english_cues import CUES
from tests.rag.wording.conftest import MakeLibrary


def nobody(_words: object) -> None:
    return None


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("What challenges do trade unions face?", "工会有哪些挑战？"),
        ("How many drones does the forestry bureau use?", "无人机，林业局多少？"),
        ("Who wrote the article on safety training?", "安全，培训那篇文章的作者是谁？"),
        ("What is formalism?", "什么是形式主义？"),
        ("Can union fees be reduced?", "工会经费，减少吗？"),
        ("What does “四风” mean?", "什么是四风？"),
    ],
)
def test_an_english_question_is_asked_in_chinese(make_library: MakeLibrary, asked: str, chinese: str):
    assert in_chinese(asked, make_library(), nobody).text == chinese


def test_what_was_understood_is_told(make_library: MakeLibrary):
    wording = in_chinese("Why do workers leave?", make_library(), nobody)
    assert Correction("workers", "职工", "english") in wording.corrections


def test_of_several_meanings_the_one_that_the_articles_use_is_taken(make_library: MakeLibrary):
    assert (
        in_chinese("Why do workers resign?", make_library("工人辞职。"), nobody).text == "为什么工人，辞职？"
    )


def test_a_name_of_the_articles_stays(make_library: MakeLibrary):
    assert (
        in_chinese("How many users has Qwen2?", make_library("qwen2的用户。"), nobody).text
        == "用户，qwen2多少？"
    )


def test_an_author_is_known_by_pinyin(make_library: MakeLibrary):
    wording = in_chinese(
        "Which unit does Shen Du work for?", make_library(), lambda w: "沈渡" if w == ["shen", "du"] else None
    )
    assert wording.text == "沈渡是哪个单位的？"


def test_a_question_that_is_hardly_understood_is_left_as_it_is(make_library: MakeLibrary):
    asked = "Why do penguins waddle on safety ice floes?"
    assert in_chinese(asked, make_library(), nobody).text == asked


@pytest.mark.parametrize(
    "asked", ["IT部门归谁管?", "PDF OCR DOCX", "工会怎么办活动?", "", "Qwen2 is 什么时候发布的模型来着"]
)
def test_a_chinese_question_is_not_english(asked: str):
    assert not is_english(asked)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.example)
def test_every_way_of_asking_has_an_example_that_no_row_before_it_takes(cue: object):
    first = next(row for row in CUES if row.pattern.search(fold(cue.example)))
    assert first is cue


def test_endings_are_taken_off():
    assert meanings("trade unions") == ("工会",)
    assert meanings("policies' ") == ()
    assert meanings("supervising") == ("监督",)

import pytest

from rag.wording.alternative import Correction
from rag.wording.slips import slips
from tests.rag.wording.conftest import MakeLibrary

YARD = ("船员培训由工会监督,设备维修有记录。", "水厂的漏损率降到了一成。", "船舶进港要登记,缆绳由自己检查。")


@pytest.mark.parametrize(
    ("typed", "slip", "meant"),
    [
        ("培训由谁监都", "监都", "监督"),  # the same sound
        ("设备维休找谁", "维休", "维修"),
        ("船泊进港要做什么", "船泊", "船舶"),
    ],
)
def test_a_word_that_nobody_knows_is_taken_for_its_like(
    make_library: MakeLibrary, typed: str, slip: str, meant: str
):
    assert slips(typed, make_library(*YARD)) == (Correction(slip, meant, "sound"),)


@pytest.mark.parametrize("typed", ["培训由谁监督", "船员住在哪里", "工会管不管食堂", "疫苗打了几针", ""])
def test_known_words_are_left_alone(make_library: MakeLibrary, typed: str):
    assert slips(typed, make_library(*YARD)) == ()


def test_characters_that_ask_are_meant_as_typed(make_library: MakeLibrary):
    assert slips("分几部分", make_library("任务分给各部分船员。")) == ()


def test_what_the_articles_do_not_say_is_no_correction(make_library: MakeLibrary):
    assert slips("设备维休找谁", make_library("船员培训。")) == ()


def test_a_word_that_the_articles_use_is_right_however_it_looks(make_library: MakeLibrary):
    assert slips("维休车间在哪", make_library("维休车间在码头。", *YARD)) == ()

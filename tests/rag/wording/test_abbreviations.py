from rag.wording.abbreviations import full_forms
from rag.wording.alternative import SAME, Alternative
from tests.rag.wording.conftest import MakeLibrary

CONGRESS = ("职工代表大会每年开一次。", "方案交职工代表大会讨论。")


def test_the_full_form_is_found_in_the_articles(make_library: MakeLibrary):
    assert full_forms("职代会多久开一次", make_library(*CONGRESS)) == (
        Alternative("职代会", "职工代表大会", SAME),
    )


def test_an_abbreviation_that_the_articles_use_needs_none(make_library: MakeLibrary):
    assert full_forms("职代会多久开一次", make_library("职代会闭会。", *CONGRESS)) == ()


def test_a_form_that_stands_there_once_may_be_chance(make_library: MakeLibrary):
    assert full_forms("职代会多久开一次", make_library(CONGRESS[0])) == ()


def test_the_characters_must_begin_words(make_library: MakeLibrary):
    assert full_forms("职代会多久开一次", make_library("辞职后代人赴会。", "任职期代为开会。")) == ()

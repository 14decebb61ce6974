from rag.wording.dictionary import dictionary_of
from rag.wording.reader import QuestionReader
from tests.rag.wording.conftest import MakeLibrary


def test_a_slip_is_mended_in_the_question_as_it_was_typed(make_library: MakeLibrary):
    reader = QuestionReader(make_library("设备维修有记录。"))
    assert reader.read("請問 設備維休 找誰?").text == "請問 設備维修 找誰?"


def test_a_question_without_a_slip_is_not_touched(make_library: MakeLibrary):
    wording = QuestionReader(make_library("设备维修有记录。")).read(" 設備維修 找誰? ")
    assert (wording.text, wording.corrections) == (" 設備維修 找誰? ", ())


def test_the_dictionary_comes_before_what_the_articles_suggest(make_library: MakeLibrary):
    reader = QuestionReader(make_library("职工代表大会开了。", "职工代表大会闭了。"))
    found = reader.alternatives("职代会", dictionary_of(["职代会 = 职工大会"]))
    assert [one.meant for one in found] == ["职工大会"]
    assert [one.meant for one in reader.alternatives("职代会", dictionary_of([]))] == ["职工代表大会"]

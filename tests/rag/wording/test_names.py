from rag.wording.alternative import Correction
from rag.wording.names import NamesBySound
from tests.rag.wording.conftest import MakeLibrary


def test_a_name_typed_by_its_sound_is_the_authors(make_library: MakeLibrary):
    names = NamesBySound(make_library("渡口安全。", authors=("闫瑞林", "沈渡")))
    assert list(names.in_chinese("阎锐霖写过什么")) == [Correction("阎锐霖", "闫瑞林", "name")]


def test_the_authors_own_name_is_no_correction(make_library: MakeLibrary):
    names = NamesBySound(make_library("渡口安全。", authors=("闫瑞林",)))
    assert list(names.in_chinese("闫瑞林写过什么")) == []


def test_a_name_that_stands_in_the_articles_is_another_person(make_library: MakeLibrary):
    names = NamesBySound(make_library("阎锐霖是船长。", authors=("闫瑞林",)))
    assert list(names.in_chinese("阎锐霖开什么船")) == []


def test_a_name_in_pinyin_may_begin_with_either_part(make_library: MakeLibrary):
    names = NamesBySound(make_library(authors=("沈渡",)))
    assert [names.in_latin(typed) for typed in (["shen", "du"], ["du", "shen"], ["du", "fu"])] == [
        "沈渡",
        "沈渡",
        None,
    ]

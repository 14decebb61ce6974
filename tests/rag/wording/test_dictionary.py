import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.text.normalise import fold
from rag.wording.alternative import LIKE, SAME, Alternative
from rag.wording.dictionary import PhrasesUnreadable, dictionary_of, fault_of


def test_a_line_is_a_set_phrase_or_the_same_or_alike():
    found = dictionary_of(["# 说明", "", "红旗渡口  # 提法", "职代会 = 职工代表大会", "修船 ~ 维修、检修"])
    assert found.phrases == {"红旗渡口"}
    assert found.others == {
        "职代会": (Alternative("职代会", "职工代表大会", SAME),),
        "职工代表大会": (Alternative("职工代表大会", "职代会", SAME),),
        "修船": (Alternative("修船", "维修", LIKE), Alternative("修船", "检修", LIKE)),
    }


def test_width_and_traditional_characters_do_not_matter():
    assert dictionary_of(["職代會＝職工代表大會＃工会"]) == dictionary_of(["职代会 = 职工代表大会"])


def test_a_later_line_adds_to_an_earlier_one():
    found = dictionary_of(["修船 ~ 维修", "修船 ~ 检修"]).alternatives("谁来修船")
    assert [one.meant for one in found] == ["维修", "检修"]


def test_the_longest_expression_counts_and_none_inside_it():
    found = dictionary_of(["安全 ~ 平安", "安全渡口 ~ 红旗渡口"]).alternatives("安全渡口怎么评")
    assert [one.said for one in found] == ["安全渡口"]


def test_a_short_expression_must_not_cut_words():
    assert dictionary_of(["会商 ~ 协商"]).alternatives("工会商量过吗") == ()


def test_every_faulty_line_is_named_with_its_mend():
    with pytest.raises(PhrasesUnreadable) as fault:
        dictionary_of(["红旗渡口", "职代会 =", "甲 ~ 乙方", "一二 = 三四 = 五六"], "词典.txt")
    assert fault.value.where == "词典.txt"
    assert "3 行" in fault.value.what.zh
    assert [part for part in ("第 2 行", "第 3 行", "第 4 行") if part not in fault.value.what.zh] == []


def test_the_readers_alternatives_come_first():
    own, bundled = dictionary_of(["修船 ~ 坞修"]), dictionary_of(["修船 ~ 维修", "出海 ~ 出航"])
    both = bundled.with_more(own)
    assert [one.meant for one in both.alternatives("修船")] == ["坞修", "维修"]
    assert [one.meant for one in both.alternatives("出海")] == ["出航"]


@settings(deadline=None)
@given(st.lists(st.text("安全渡口修船、 ", min_size=0, max_size=8)))
def test_lines_of_words_alone_are_set_phrases_or_named_as_faulty(lines: list[str]):
    faulty = [line for line in lines if any(len(fold(part).strip()) < 2 for part in _parts(line))]
    if faulty:
        with pytest.raises(PhrasesUnreadable) as fault:
            dictionary_of(lines)
        assert f"有 {len(faulty)} 行" in fault.value.what.zh
    else:
        assert dictionary_of(lines).phrases == {fold(part).strip() for line in lines for part in _parts(line)}


def _parts(line: str) -> list[str]:
    """What a line names; a line of marks alone names nothing."""
    named = [part for part in line.split("、") if fold(part).strip()]
    return named or ([""] if line.strip() else [])


def test_lines_that_say_something_are_counted():
    one, two = dictionary_of(["# 说明", "", "红旗渡口", "职代会 = 职工代表大会"]), dictionary_of(["红旗渡口"])
    assert (one.entries, two.entries, one.with_more(two).entries) == (2, 1, 3)


def test_a_line_tells_its_own_fault():
    assert fault_of("职代会 = 职工代表大会") is fault_of("# 说明") is None
    fault = fault_of("职代会 =")
    assert fault
    assert fault.zh == "= 或 ~ 的一边没有词语：补上，或删去记号"

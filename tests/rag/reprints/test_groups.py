from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from rag.reprints.groups import NONE_JUDGED, Groups, Judged, find_groups
from rag.reprints.representative import Printing
from rag.reprints.sketch import sketch_of
from tests.rag.reprints.conftest import ARTICLE, OTHER, PARAGRAPHS

TEXTS = {
    "原刊": ARTICLE,
    "全同": ARTICLE.replace("，", ", "),
    "节选": "\n".join(PARAGRAPHS[:3]),
    "误认": ARTICLE.replace("落脚点", "落脚占").replace("敲帮问顶", "敲邦问顶"),
    "他文": OTHER,
    "启事": "白石沟煤矿食堂自下月起每日供应夜餐，各班组请提前一天报送就餐人数。",
    "同启事": "白石沟煤矿食堂自下月起，每日供应夜餐，各班组请提前一天报送就餐人数",
    "栏目": "本版编辑",
    "同栏目": "本版编辑",
}


def grouped(texts: Mapping[str, str], judged: Judged = NONE_JUDGED, dates: Mapping[str, str] = {}) -> Groups:
    sketches = {name: sketch_of(text) for name, text in texts.items()}
    printings = [Printing(name, sketches[name].chars, dates.get(name), f"{name}.txt") for name in texts]
    return find_groups(printings, sketches, lambda name: texts[name], judged=judged)


def test_exact_near_and_abridged_reprints_and_notices_are_found_and_nothing_else():
    assert grouped(TEXTS).of == {"原刊": "全同", "节选": "全同", "误认": "全同", "启事": "同启事"}


def test_the_earliest_of_the_full_printings_is_cited():
    assert grouped(TEXTS, dates={"误认": "2024-03-01", "全同": "2024-03-09"}).of["原刊"] == "误认"


@given(st.permutations(sorted(TEXTS)))
def test_the_order_of_the_articles_does_not_matter(order: list[str]):
    assert grouped({name: TEXTS[name] for name in order}) == grouped(TEXTS)


def test_two_articles_do_not_become_one_by_a_third_that_both_contain():
    """Each is two fifths its own: reprints of what they share, but not of one another."""
    shared = "\n".join(PARAGRAPHS[:3])
    texts = {"甲": shared + OTHER, "乙": shared + PARAGRAPHS[3] + PARAGRAPHS[4], "共": shared}
    found = grouped(texts).of
    assert set(found) == {"共"}


def test_a_pair_that_was_judged_is_not_read_again():
    first = grouped(TEXTS)
    sketches = {name: sketch_of(text) for name, text in TEXTS.items()}
    printings = [Printing(name, sketches[name].chars, None, f"{name}.txt") for name in TEXTS]

    def unread(name: str) -> str:
        raise AssertionError(name)

    assert find_groups(printings, sketches, unread, judged=first.judged) == first


def test_what_was_judged_of_articles_that_are_gone_is_forgotten():
    judged = grouped(TEXTS).judged
    left = {name: text for name, text in TEXTS.items() if name != "误认"}
    assert all("误认" not in pair for pair in grouped(left, judged).judged)


def test_an_empty_library_has_no_reprints():
    assert grouped({}) == Groups({}, {})

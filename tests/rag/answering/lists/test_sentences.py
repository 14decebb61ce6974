from __future__ import annotations

from typing import TYPE_CHECKING

from rag.answering.lists.candidate import ListCandidate, Place
from rag.answering.lists.features import ListPlace
from rag.answering.lists.sentences import sentence_lists
from rag.assistant import Assistant

if TYPE_CHECKING:
    from tests.rag.answering.lists.conftest import Wanted
    from tests.rag.conftest import AskedOf


def lists_of(
    question: str, asked_of: AskedOf, wanted: Wanted, liked: Place, words: str
) -> list[ListCandidate]:
    """The lists of the sentence that holds ``words``."""
    evidence = next(e for e in asked_of(question).evidence if words in e.text)
    return list(sentence_lists(wanted(question), evidence, liked))


def test_the_items_are_placed_in_the_article(asked_of: AskedOf, wanted: Wanted, liked: Place):
    (found,) = lists_of("巡线工的背包里都有什么?", asked_of, wanted, liked, "望远镜")
    text = found.article.text
    assert [item.slice(text) for item in found.items] == ["望远镜", "测温枪", "绝缘手套", "干粮"]
    assert found.lead is not None
    assert found.lead.slice(text).strip() == "巡线工的背包里有望远镜、测温枪、绝缘手套和干粮。"


def test_a_verb_of_having_before_the_first_item_announces_the_list(
    asked_of: AskedOf, wanted: Wanted, liked: Place
):
    (found,) = lists_of("巡线工的背包里都有什么?", asked_of, wanted, liked, "望远镜")
    assert found.features.announced == 1.0
    assert (found.features.headings, found.features.enumeration) == (0.0, 0.0)


def test_the_features_lie_between_0_and_1(asked_of: AskedOf, wanted: Wanted, liked: Place):
    (found,) = lists_of("夜校讲授哪三种内容?", asked_of, wanted, liked, "讲授")
    assert all(0 <= value <= 1 for value in found.features)
    assert found.features.count_fits == 1.0


def test_a_sentence_without_a_list_makes_none(asked_of: AskedOf, wanted: Wanted, liked: Place):
    assert lists_of("夜校何时开课?", asked_of, wanted, liked, "周二") == []


def test_the_place_is_handed_on(asked_of: AskedOf, wanted: Wanted, assistant: Assistant):
    (found,) = lists_of(
        "巡线工的背包里都有什么?", asked_of, wanted, lambda *_: ListPlace(0.25, 0.75, 0.5), "望远镜"
    )
    assert (found.features.article, found.features.passage, found.features.sentence) == (0.25, 0.75, 0.5)
    assert assistant.snapshot().article(found.article.article_id) == found.article

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rag.answering.corpus_view import Card, card_of
from rag.answering.subject_fit import Subject

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle
    from tests.rag.conftest import AskedOf

WORDS = {"渡口": 3.0, "夜校": 1.0}


@pytest.fixture
def ferry(make_article: MakeArticle) -> Card:
    """An article with 渡口 in its title and 夜校 in a heading."""
    return card_of(make_article("一、办好夜校", "每周二开课。", title="渡口平安", author="沈渡"))


@pytest.fixture
def canteen(make_article: MakeArticle) -> Card:
    """An article that holds neither word."""
    return card_of(make_article("食堂开饭。", article_id="乙", title="夜班食堂"))


def test_a_word_counts_most_in_the_labels_then_in_headings_then_in_what_was_retrieved(ferry: Card):
    (titled,) = Subject({"渡口": 1.0}, {}, {}).ranked([ferry])
    (headed,) = Subject({"夜校": 1.0}, {}, {}).ranked([ferry])
    (told,) = Subject({"开课": 1.0}, {"甲": "每周二开课。"}, {}).ranked([ferry])
    assert [fitting.coverage for fitting in (titled, headed, told)] == [1.0, 0.7, 0.6]


def test_the_coverage_is_weighted_by_rarity(ferry: Card):
    (fitting,) = Subject(WORDS, {}, {}).ranked([ferry])
    assert fitting.coverage == pytest.approx((3.0 + 0.7) / 4)


def test_the_fit_is_the_mean_of_coverage_and_support(ferry: Card):
    (fitting,) = Subject({"渡口": 1.0}, {}, {"甲": 0.4}).ranked([ferry])
    assert fitting.fit == pytest.approx((1.0 + 0.4) / 2)


def test_the_best_fit_comes_first_and_ties_stay_in_order(ferry: Card, canteen: Card):
    assert [one.card for one in Subject(WORDS, {}, {}).ranked([canteen, ferry])] == [ferry, canteen]
    assert [one.card for one in Subject({"火星": 1.0}, {}, {}).ranked([canteen, ferry])] == [canteen, ferry]


def test_without_words_nothing_is_covered(ferry: Card):
    (fitting,) = Subject({}, {}, {}).ranked([ferry])
    assert (fitting.coverage, fitting.fit) == (0.0, 0.0)


def test_the_subject_leaves_out_the_words_that_ask_for_articles(asked_of: AskedOf):
    assert set(Subject.of(asked_of("讲渡口的文章是谁写的?")).words) == {"渡口"}
    assert Subject.of(asked_of("哪篇文章?")).words == asked_of("哪篇文章?").terms.words


def test_what_was_retrieved_and_its_support_stand_by_article(asked_of: AskedOf):
    asked = asked_of("食堂的掌勺师傅是谁?")
    subject = Subject.of(asked)
    assert set(subject.retrieved) == set(subject.support) == {a.article_id for a in asked.articles}
    assert subject.support[asked.articles[0].article_id] == 1.0
    assert "掌勺师傅" in subject.retrieved[asked.articles[0].article_id]

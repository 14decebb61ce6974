from math import log

import pytest

from rag.retrieval.bm25 import Bm25Settings
from rag.retrieval.field import ScoredField
from rag.retrieval.postings import postings_of


@pytest.fixture
def field() -> ScoredField:
    return ScoredField(
        postings_of([{"工会": 2, "经费": 1}, {"工会": 1, "安全": 2}, {"档案": 3}]), Bm25Settings()
    )


def test_scores_are_the_sum_of_the_terms(field: ScoredField):
    both, one, none = field.scores({"工会": 1.0, "经费": 1.0})
    assert both == pytest.approx(log(1 + 1.5 / 2.5) * 4.4 / 3.2 + log(1 + 2.5 / 1.5))
    assert one == pytest.approx(log(1 + 1.5 / 2.5))
    assert none == 0


def test_a_weight_multiplies_what_its_term_gives(field: ScoredField):
    assert field.scores({"工会": 0.5}) == pytest.approx(field.scores({"工会": 1.0}) / 2)


def test_unknown_terms_and_no_terms_give_nothing(field: ScoredField):
    assert field.scores({"产假": 1.0}).tolist() == [0, 0, 0]
    assert field.scores({}).tolist() == [0, 0, 0]
    assert field.coverage({}).tolist() == [0, 0, 0]


def test_coverage_is_the_share_of_the_rarity_found(field: ScoredField):
    common, rare = field.idf("工会"), field.idf("经费")
    assert field.coverage(["工会", "经费"]) == pytest.approx([1, common / (common + rare), 0])


def test_a_word_that_stands_nowhere_keeps_coverage_below_one(field: ScoredField):
    assert field.coverage(["工会", "产假"])[0] < 0.5


def test_holding_all_asks_for_every_term(field: ScoredField):
    assert field.holding_all(["工会"]).tolist() == [0, 1]
    assert field.holding_all(["工会", "安全"]).tolist() == [1]
    assert field.holding_all(["工会", "档案"]).tolist() == []

"""The ranking measures against ``ir_measures``, and on rankings small enough to work out by hand."""

import random

import pytest

from eval.measures.ranking import ndcg_at, recall_at, reciprocal_rank


def test_a_ranking_worked_out_by_hand():
    ranking, relevant = ["乙", "甲", "丙"], {"甲", "丁"}
    assert recall_at(3, ranking, relevant) == 0.5
    assert reciprocal_rank(10, ranking, relevant) == 0.5
    assert ndcg_at(10, ranking, relevant) == pytest.approx((1 / 1.5849625) / (1 + 1 / 1.5849625))


def test_what_stands_below_k_does_not_count():
    assert reciprocal_rank(1, ["乙", "甲"], {"甲"}) == 0.0
    assert ndcg_at(1, ["乙", "甲"], {"甲"}) == 0.0


def test_the_measures_equal_those_of_ir_measures():
    ir_measures = pytest.importorskip("ir_measures")
    rng = random.Random(7)
    ids = [f"r{n}" for n in range(30)]
    rankings = {f"q{n}": rng.sample(ids, 20) for n in range(40)}
    relevant = {qid: set(rng.sample(ids, rng.randint(1, 5))) for qid in rankings}
    qrels = [ir_measures.Qrel(qid, one, 1) for qid, ones in relevant.items() for one in ones]
    run = [
        ir_measures.ScoredDoc(qid, one, 100.0 - rank)
        for qid, ranking in rankings.items()
        for rank, one in enumerate(ranking)
    ]
    theirs = {
        (metric.query_id, str(metric.measure)): metric.value
        for metric in ir_measures.iter_calc(
            [ir_measures.nDCG @ 10, ir_measures.RR @ 10, ir_measures.R @ 5], qrels, run
        )
    }
    for qid, ranking in rankings.items():
        assert ndcg_at(10, ranking, relevant[qid]) == pytest.approx(theirs[qid, "nDCG@10"], abs=1e-5)
        assert reciprocal_rank(10, ranking, relevant[qid]) == pytest.approx(theirs[qid, "RR@10"], abs=1e-5)
        assert recall_at(5, ranking, relevant[qid]) == pytest.approx(theirs[qid, "R@5"], abs=1e-5)

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.answering.evidence import Evidence, Features, by_article, gather
from rag.answering.overlap import QuestionTerms
from rag.answering.question import analyse
from rag.answering.sentence_weights import WEIGHTS
from rag.answering.settings import AnswerSettings
from rag.corpus.article import Article, Chunk
from rag.retrieval.hits import Hit, LegScores
from rag.text.sentences import clauses
from rag.text.spans import Span

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle
    from tests.rag.conftest import AskedOf


def evenly(*_: str) -> float:
    return 1.0


def evidence_of(question: str, *passages: Article, scores: tuple[float, ...] = (2.0, 1.0)) -> list[Evidence]:
    """Every sentence of articles that were retrieved whole, every word as rare as any other."""
    hits = [
        (Hit(rank, _chunk(article), score, LegScores(score, 0.0)), article)
        for rank, (article, score) in enumerate(zip(passages, scores, strict=False), start=1)
    ]
    return list(gather(analyse(question), QuestionTerms.of(question, evenly), hits))


def _chunk(article: Article) -> Chunk:
    span = Span(0, len(article.text))
    return Chunk(article.article_id, article.article_id, span, "", "", (), article.text)


def features_of(found: list[Evidence], words: str) -> Features:
    return next(e for e in found if words in e.text).features


def test_there_is_a_weight_for_every_feature():
    assert len(WEIGHTS) == len(Features._fields)


def test_the_sentences_of_the_hits_are_the_evidence(asked_of: AskedOf):
    asked = asked_of("码头夜校全年培训多少名船员?")
    sentences = {
        (article.article_id, span)
        for hit, article in asked.hits
        for span in clauses(article.text, hit.chunk.span)
        if span.slice(article.text).strip()
    }
    assert {(e.article.article_id, e.span) for e in asked.evidence} == sentences


def test_the_evidence_stands_best_first(asked_of: AskedOf):
    scores = [e.score for e in asked_of("掌勺师傅是谁?").evidence]
    assert scores == sorted(scores, reverse=True)


def test_the_score_is_the_weighted_sum_of_the_features(asked_of: AskedOf):
    best = asked_of("掌勺师傅是谁?").evidence[0]
    assert best.score == pytest.approx(sum(w * f for w, f in zip(WEIGHTS, best.features, strict=True)))


@pytest.mark.parametrize(
    "question",
    ["掌勺师傅是谁?", "什么是“红旗渡”?", "夜校培训了多少名船员?", "为什么放在晚上?", "渡口", "什么?"],
)
def test_no_feature_of_the_words_leaves_0_to_1(asked_of: AskedOf, question: str):
    for evidence in asked_of(question).evidence:
        assert evidence.features.passage <= 1
        assert all(-1e-9 <= value <= 1 + 1e-9 for value in evidence.features[1:])


def test_without_hits_there_is_no_evidence():
    assert evidence_of("渡口安全吗?") == []


def test_the_first_passage_is_told_from_the_next(make_article: MakeArticle):
    found = evidence_of(
        "渡口平安吗?", make_article("渡口平安。"), make_article("食堂开饭。", article_id="乙")
    )
    assert features_of(found, "渡口")[:2] == (1.0, 1.0)
    assert features_of(found, "食堂")[:2] == (0.5, 0.0)


def test_words_in_the_sentence_beside_it_are_counted_apart(make_article: MakeArticle):
    found = evidence_of("渡口夜校?", make_article("渡口开了夜校。梁师傅管着。"))
    near = features_of(found, "梁师傅")
    assert (near.words, near.nearby, near.after_best) == (0.0, 1.0, 1.0)
    assert features_of(found, "夜校").words == 1.0


def test_the_value_asked_for_fits_unless_the_question_names_it(make_article: MakeArticle):
    article = make_article("渡船有34条。去年修了12条。没有报废。")
    found = evidence_of("34条渡船去年修了多少条?", article)
    assert (features_of(found, "修了").type_fits, features_of(found, "修了").no_type) == (1.0, 0.0)
    assert (features_of(found, "有34").type_fits, features_of(found, "有34").no_type) == (0.0, 1.0)
    assert features_of(found, "报废").no_type == 1.0


def test_a_question_for_no_value_finds_no_type_missing(make_article: MakeArticle):
    found = evidence_of("怎样修渡船?", make_article("渡船有34条。"))
    assert (found[0].features.type_fits, found[0].features.no_type) == (0.0, 0.0)


def test_a_definition_is_told_by_the_words_behind_its_term(make_article: MakeArticle):
    article = make_article("“红旗渡”是指无险情的渡口。红旗渡评了三年。人人争先。")
    found = evidence_of("什么是“红旗渡”?", article)
    cues = [features_of(found, words).definition_cue for words in ("是指", "三年", "争先")]
    assert cues[0] > cues[1] >= cues[2] == 0.0


def test_a_definition_under_the_heading_that_is_its_term_is_told(make_article: MakeArticle):
    article = make_article("一、红旗渡", "指连续三年无险情的渡口。", "人人争先。")
    body = article.sections[0].body
    chunk = Chunk("甲1", "甲", body, "", "", ("一、红旗渡",), body.slice(article.text))
    hits = [(Hit(1, chunk, 1.0, LegScores(1.0, 0.0)), article)]
    found = list(gather(analyse("什么是红旗渡?"), QuestionTerms.of("什么是红旗渡?", evenly), hits))
    assert features_of(found, "三年").definition_cue > features_of(found, "争先").definition_cue


def test_reasons_count_for_why_and_judging_words_for_whether(make_article: MakeArticle):
    article = make_article("由于船期太紧,课程放在晚上。船员不得缺课。")
    why, whether = evidence_of("为什么放在晚上?", article), evidence_of("船员可以缺课吗?", article)
    assert (features_of(why, "由于").reason_cue, features_of(why, "不得").decides) == (1.0, 0.0)
    assert (features_of(whether, "由于").reason_cue, features_of(whether, "不得").decides) == (0.0, 1.0)


def test_a_question_that_the_text_asks_is_known(make_article: MakeArticle):
    found = evidence_of("渡口安全吗?", make_article("渡口安全吗？很安全。"))
    assert [features_of(found, words).asks for words in ("安全吗", "很安全")] == [1.0, 0.0]


def test_without_a_reader_the_order_of_the_hits_does_not_change_the_scores(asked_of: AskedOf):
    asked = asked_of("掌勺师傅是谁?", AnswerSettings(reader="none"))
    turned = replace(asked, hits=asked.hits[::-1])
    assert [(e.span, e.score) for e in turned.evidence] == [(e.span, e.score) for e in asked.evidence]


def test_the_best_sentence_of_each_article_comes_once_and_in_order(asked_of: AskedOf):
    evidence = asked_of("渡口和食堂谁负责?").evidence
    first = list(by_article(evidence))
    ids = [e.article.article_id for e in first]
    assert len(set(ids)) == len(ids)
    assert set(ids) == {e.article.article_id for e in evidence}
    assert first[0] is evidence[0]


def test_a_passage_deep_in_its_article_gives_places_in_the_article(make_article: MakeArticle):
    article = make_article("渡口平安。", "夜校开课。食堂开饭。")
    span = Span(6, 16)
    chunk = Chunk("甲1", "甲", span, "", "", (), span.slice(article.text))
    hits = [(Hit(1, chunk, 1.0, LegScores(1.0, 0.0)), article)]
    found = gather(analyse("夜校开课了吗?"), QuestionTerms.of("夜校开课了吗?", evenly), hits)
    assert [(e.span, e.text) for e in found] == [(Span(6, 11), "夜校开课。"), (Span(11, 16), "食堂开饭。")]


def test_the_first_passages_are_read_closely_and_the_others_not(asked_of: AskedOf):
    asked = asked_of("掌勺师傅是谁?", AnswerSettings(read_closely=1))
    assert {e.hit.rank for e in asked.evidence if e.reading} == {1}
    assert all(e.features.read == e.features.holds == 0 for e in asked.evidence if e.reading is None)


def test_likelihoods_are_shares_and_the_best_has_the_largest(asked_of: AskedOf):
    likelihoods = [e.likelihood for e in asked_of("掌勺师傅是谁?").evidence]
    assert sum(likelihoods) == pytest.approx(1.0)
    assert likelihoods == sorted(likelihoods, reverse=True)

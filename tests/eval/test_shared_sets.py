"""The shared question sets are read without a fault, and a run that shows the gold answers finds them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.measures.citations import check_quotes
from eval.questions import Question, read_questions
from eval.replies import RunReply, ShownAnswer, never_asked
from eval.runs import match_run
from eval.scoring import score
from eval.sources import corpus_at

SHARED = Path(__file__).parents[3] / "shared"
SETS = {
    "gold/questions_dev.jsonl": "corpus",
    "gold/dialogues_dev.jsonl": "corpus",
    "gold2/questions.jsonl": "gold2/corpus",
    "gold2/dialogues.jsonl": "gold2/corpus",
}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpus is not beside the checkout"),
]


def oracle(question: Question) -> RunReply:
    shown = tuple(ShownAnswer(answer.text, answer.places[0]) for answer in question.answers)
    return RunReply(question.qid, "", "", not shown, None, shown, (), (), 0.0)


@pytest.mark.parametrize("name", SETS)
def test_showing_the_gold_answers_scores_full_marks(name: str):
    questions = read_questions(SHARED / name)
    run = match_run("oracle", map(oracle, questions.questions), questions)
    means = score(questions, run).all
    assert {means[measure].value for measure in ("correct", "answer_coverage", "item_F1", "precision")} == {
        1.0
    }


@pytest.mark.parametrize(("name", "corpus"), SETS.items())
def test_the_gold_answers_are_what_their_places_say(name: str, corpus: str):
    questions = read_questions(SHARED / name).questions
    assert check_quotes(map(oracle, questions), corpus_at(SHARED / corpus)) == []


def test_a_run_that_asks_nothing_earns_nothing():
    questions = read_questions(SHARED / "gold/questions_dev.jsonl")
    first = questions.questions[0]
    run = match_run("empty", [never_asked(first.qid)], questions)
    assert score(questions, run).all["correct"].value == 0.0

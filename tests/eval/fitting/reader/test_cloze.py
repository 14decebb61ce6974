from __future__ import annotations

import warnings

import numpy as np
import pytest

from eval.fitting.reader import cloze
from eval.fitting.reader.cloze import PATTERNS, SAYS_WHO, VALUE_ASKING, Asked, AskRow, made_questions
from rag.answering.values import ValueType
from rag.text.segmenter import words_of
from rag.text.spans import Span

EXAMPLES = {
    "由于连日下暴雨，渡口停航三天": ("连日下暴雨", "渡口停航三天"),
    "渡口停航三天，主要是因为连日下暴雨": ("连日下暴雨", "渡口停航三天"),
    "为保证汛期安全，渡口提前开闸": ("保证汛期安全", "渡口提前开闸"),
    "通过师傅带徒弟，提高青工技能": ("师傅带徒弟", "提高青工技能"),
    "本办法所称渡口，是指沿河供人上下船的场所": ("沿河供人上下船的场所", "渡口"),
    "渡口是指供人上下船的场所": ("供人上下船的场所", "渡口"),
    "由港务局负责检验渡船": ("港务局", "负责检验渡船"),
    "坚持每天巡堤，从而及早发现险情": ("及早发现险情", "坚持每天巡堤"),
}
"""What each row's example answers, and what is asked about."""

VALUES = {
    ValueType.PERCENT: ("抽考合格率为98.6%。", "98.6%"),
    ValueType.MONEY: ("渡口投入30万元。", "30万元"),
    ValueType.DATE: ("渡口建于1958年。", "1958年"),
    ValueType.DURATION: ("渡船修了三天。", "三天"),
    ValueType.QUANTITY: ("渡口有渡船12艘。", "12艘"),
    ValueType.TITLE: ("渡口执行《渡船检验办法》。", "《渡船检验办法》"),
    ValueType.QUOTED: ("渡口叫作“红旗渡”。", "红旗渡"),
}
NAMES = {
    "nr": ("课程由梁守江安排。", "梁守江"),
    "ns": ("渡船昨天去了青岛。", "青岛"),
    "nt": ("国务院发布了规定。", "国务院"),
}


@pytest.fixture(scope="module", autouse=True)
def _jieba_is_loaded_quietly():
    """jieba's patterns have escapes that newer Pythons warn of when they are first compiled."""
    words_of("渡口")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba.posseg  # noqa: F401


def nothing_like(_word: str) -> tuple[str, ...]:
    return ()


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row.example)
def test_a_row_finds_answer_and_rest_of_its_example(row: AskRow):
    match = row.pattern.search(row.example)
    assert match is not None
    assert (match["answer"], match["rest"]) == EXAMPLES[row.example]
    assert all(asking.count("{}") == 1 for asking in row.asking)


def test_every_row_has_an_example_of_its_own():
    assert [row.example for row in PATTERNS] == list(EXAMPLES)


@pytest.mark.parametrize("kind", VALUE_ASKING, ids=lambda kind: kind.value)
def test_a_value_is_asked_for_by_its_kind(kind: ValueType):
    sentence, value = VALUES[kind]
    assert (value, VALUE_ASKING[kind]) in [
        (span.slice(sentence), how) for span, how in cloze._values(sentence)
    ]


@pytest.mark.parametrize("flag", SAYS_WHO)
def test_a_name_is_asked_for_by_what_it_names(flag: str):
    sentence, name = NAMES[flag]
    assert [(span.slice(sentence), how) for span, how in cloze._names(sentence)] == [(name, SAYS_WHO[flag])]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_question_asks_for_the_answer_of_its_sentence(example: str):
    asked = [one for seed in range(8) if (one := cloze._asked(example, np.random.default_rng(seed)))]
    matching = [one for one in asked if "{}" in one.wording]
    answers = {match["answer"] for row in PATTERNS if (match := row.pattern.search(example))}
    assert matching
    assert {one.answer.slice(example) for one in matching} <= answers
    assert all(one.answer.slice(example) not in one.question for one in matching)


def test_the_asking_words_stand_in_the_answers_place_or_at_the_end():
    sentence = "去年,渡口开课,夜校培训船员412名,船员上岗。"
    answer = Span(sentence.index("412"), sentence.index("412") + 4)
    made = {cloze._clause_asking(sentence, answer, "多少", np.random.default_rng(seed)) for seed in range(40)}
    assert made == {
        "夜校培训船员多少",
        "夜校培训船员是多少",
        "渡口开课,夜校培训船员多少",
        "渡口开课,夜校培训船员是多少",
    }


def test_words_are_left_out_or_put_otherwise_but_the_asking_words_stay():
    asked = Asked("夜校去年培训多少船员", "多少", Span(0, 1))
    luck = np.random.default_rng(0)
    made = [cloze._harder(asked, lambda word: (f"〈{word}〉",), luck) for _ in range(60)]
    assert all("多少" in question for question in made)
    assert asked.question in made
    assert any("夜校" not in question for question in made)
    assert any("〈培训〉" in question for question in made)


def test_every_made_question_has_its_answer_in_its_window_and_in_no_other():
    text = "".join(f"{example}。" for example in EXAMPLES) + "渡口旧址今为公园,游人很多,常年开放。" * 40
    made = list(made_questions([text] * 30, nothing_like, np.random.default_rng(1)))
    assert 20 <= len(made) <= 60
    for one in made:
        words = one.answer.slice(one.window)
        assert words
        assert one.window in text
        assert not any(words in other for other in one.others)


def test_of_a_text_only_so_many_questions_are_made():
    text = "".join(f"{example}。" for example in EXAMPLES)
    made = list(made_questions([text], nothing_like, np.random.default_rng(0), per_text=1))
    assert len(made) == 1


def test_the_same_luck_makes_the_same_questions():
    text = "".join(f"{example}。" for example in EXAMPLES)
    once, again = (list(made_questions([text], nothing_like, np.random.default_rng(5))) for _ in range(2))
    assert once == again

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.retrieval.query import analyse
from rag.wording.alternative import Alternative


def test_question_words_are_left_out():
    assert analyse("工会经费从哪儿来?").by_field["words"] == {"工会": 1.0, "经费": 1.0}


def test_a_question_of_question_words_alone_keeps_them():
    assert analyse("为什么呢").by_field["words"] == {"什么": 1.0, "为什么": 1.0, "呢": 1.0}


def test_a_word_said_twice_counts_twice():
    assert analyse("工会和工会经费").by_field["words"] == {"工会": 2.0, "经费": 1.0}


def test_context_is_added_at_its_weight():
    query = analyse("经费呢?", context="工会经费怎么用")
    assert query.by_field["words"] == {"经费": 1.5, "工会": 0.5}
    assert query.context_weight == 0.5


def test_context_of_no_weight_adds_no_term():
    assert analyse("经费", "工会", 0.0).terms == analyse("经费").terms


def test_a_traditional_full_width_question_is_the_simplified_one():
    assert analyse("工會經費？").terms == analyse("工会经费?").terms


@pytest.mark.parametrize("text", ["", "  \n", "？！。", "\u200b"])
def test_a_question_without_a_word_has_no_terms(text: str):
    assert analyse(text).terms == ()


@settings(deadline=None)
@given(st.text())
def test_any_text_can_be_analysed(text: str):
    query = analyse(text)
    assert sum(map(len, query.by_field.values())) == len(query.terms)


def test_other_words_stand_beside_the_terms_and_not_among_them():
    query = analyse("病历怎么借", alternatives=[Alternative("病历", "诊疗档案", 0.9)])
    assert query.terms == analyse("病历怎么借").terms
    (other,) = query.other_words
    assert other.said["words"] == {"病历": 1.0}
    assert other.forms == (
        (
            {
                "words": {"诊疗": 1.0, "档案": 1.0},
                "bigrams": {"诊疗": 1.0, "疗档": 1.0, "档案": 1.0},
                "unigrams": dict.fromkeys("诊疗档案", 1.0),
            },
            0.9,
        ),
    )


def test_what_the_question_says_anyway_is_no_other_word():
    assert analyse("病历和档案", alternatives=[Alternative("病历", "档案", 0.9)]).other_words == ()


def test_other_words_for_what_is_not_asked_are_left_out():
    assert analyse("借阅登记", alternatives=[Alternative("病历", "档案", 0.9)]).other_words == ()

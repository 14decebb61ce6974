import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.overlap import QuestionTerms, longest_common, share
from rag.wording.alternative import Alternative

WORDS = st.text(alphabet="安全生产责任渡口", max_size=12)


def idf(_term: str, field: str) -> float:
    return 2.0 if field == "words" else 1.0


def test_question_words_are_no_terms():
    terms = QuestionTerms.of("什么是渡口?", idf)
    assert terms.words == {"渡口": 2.0}
    assert terms.unigrams == {"渡": 1.0, "口": 1.0}


def test_a_repeated_word_is_one_term():
    assert QuestionTerms.of("渡口,渡口", idf).words == {"渡口": 2.0}


@pytest.mark.parametrize("question", ["", "什么?", "为什么呢"])
def test_only_question_words_make_no_terms(question: str):
    assert QuestionTerms.of(question, idf) == QuestionTerms({}, {}, {})


def test_a_follow_up_leans_on_the_earlier_terms_at_their_weight_and_keeps_its_own():
    now, before = QuestionTerms.of("渡口", idf), QuestionTerms.of("渡口 食堂", idf)
    assert now.leaning_on(before, 0.5).words == {"渡口": 2.0, "食堂": 1.0}


def test_a_set_phrase_is_one_word_in_place_of_those_inside_it():
    terms = QuestionTerms.of("红旗渡口归谁管", idf)
    assert terms.words == {"红旗": 2.0, "渡口": 2.0, "归": 2.0, "管": 2.0}
    assert terms.with_phrases(["红旗渡口"], idf).words == {"归": 2.0, "管": 2.0, "红旗渡口": 1.0}


def test_other_words_count_as_the_stretch_that_they_stand_for_and_a_little_less():
    terms = QuestionTerms.of("渡口食堂", idf, (Alternative("渡口", "码头", 0.6),))
    assert share(terms.words, *terms.said_in("码头食堂")) == pytest.approx((0.6 * 2 + 2) / 4)
    assert share(terms.words, *terms.said_in("码头渡口食堂")) == 1.0


def test_a_stretch_said_in_other_words_is_said():
    terms = QuestionTerms.of("渡口食堂", idf, (Alternative("渡口", "码头", 0.6),))
    assert terms.without("码头").words == {"食堂": 2.0}


def test_the_share_counts_the_rare_words_more():
    assert share({"渡口": 3.0, "安全": 1.0}, ("渡口平安", 1.0)) == 0.75


def test_a_word_in_two_texts_counts_once_at_the_better_factor():
    assert share({"渡口": 3.0}, ("渡口", 0.5), ("渡口", 0.8)) == pytest.approx(0.8)


def test_no_terms_and_no_texts_share_nothing():
    assert share({}, ("渡口", 1.0)) == share({"渡口": 1.0}) == 0.0


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(WORDS.filter(bool), st.floats(0.1, 10)), WORDS, WORDS)
def test_a_share_lies_between_0_and_1_and_grows_with_the_texts(terms: dict[str, float], one: str, two: str):
    alone, both = share(terms, (one, 1.0)), share(terms, (one, 1.0), (two, 1.0))
    assert 0 <= alone <= both <= 1 + 1e-9


@pytest.mark.parametrize(
    ("question", "text", "length"),
    [
        ("渡口安全由谁负责", "渡口安全", 4),
        ("渡口", "食堂", 0),
        ("", "食堂", 0),
        ("安全渡口", "渡口安全渡口", 4),
    ],
)
def test_the_longest_common_stretch_is_counted(question: str, text: str, length: int):
    assert longest_common(question, text) == length


@settings(deadline=None, max_examples=40)
@given(WORDS, WORDS)
def test_the_longest_common_stretch_is_the_same_from_both_sides(one: str, two: str):
    slow = max((b - a for a in range(len(one)) for b in range(a, len(one) + 1) if one[a:b] in two), default=0)
    assert longest_common(one, two) == longest_common(two, one) == slow

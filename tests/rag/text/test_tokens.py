import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.text.tokens import content_words, query_tokens, tokenise


def test_a_run_of_chinese_gives_words_pairs_and_characters():
    tokens = tokenise("职工代表大会")
    assert tokens.words == ["职工", "代表", "大会", "代表大会"]
    assert tokens.bigrams == ["职工", "工代", "代表", "表大", "大会"]
    assert tokens.unigrams == list("职工代表大会")


@pytest.mark.parametrize(
    ("written", "tokens"),
    [
        ("ZYWL-6000Y", ["zywl-6000y", "zywl", "6000"]),
        ("PDF/A", ["pdf/a", "pdf"]),
        ("98.6％", ["98.6%", "98.6"]),
        ("128K", ["128k", "128"]),
        ("2025", ["2025"]),
        ("T/CAMTA 001.2-2023", ["t/camta", "camta", "001.2-2023", "001.2", "2023"]),
    ],
)
def test_a_latin_run_is_one_token_and_its_parts_in_every_field(written: str, tokens: list[str]):
    assert tokenise(written) == (tokens, tokens, tokens)


def test_punctuation_parts_tokens():
    assert tokenise("工会、党组,档案").bigrams == ["工会", "党组", "档案"]


def test_nothing_is_joined_across_a_line_break():
    assert "会党" not in tokenise("建设工会\n党组织").bigrams


def test_a_name_set_with_a_space_is_one_pair():
    assert tokenise("李 林").bigrams == ["李林"]


def test_a_query_loses_its_question_words_in_every_field():
    tokens = query_tokens("请问工会经费是怎么来的")
    assert tokens.words == ["工会", "经费"]
    assert tokens.unigrams == ["工", "会", "经", "费"]
    assert "怎么" not in tokens.bigrams
    assert tokens.bigrams[:4] == ["问工", "工会", "会经", "经费"]


@pytest.mark.parametrize("asked", ["咋办", "为啥", "干啥呢", "哪儿", "啥时候", "是什么?"])
def test_a_query_of_question_words_alone_is_empty(asked: str):
    assert query_tokens(asked) == ([], [], [])


def test_an_english_question_loses_its_question_words():
    assert query_tokens("What is the role of a trade union?").words == ["role", "trade", "union"]
    assert content_words("What is IT?") == ()


def test_beside_chinese_a_latin_word_is_a_name():
    assert content_words("IT部门归A公司管吗") == ("it", "部门", "归", "a", "公司", "管")


def test_content_words_are_distinct_and_in_order():
    assert content_words("什么是工程档案?工程档案咋保管?") == ("工程", "档案", "保管")


@settings(deadline=None)
@given(st.text())
def test_any_text_can_be_tokenised(text: str):
    tokens = tokenise(text)
    assert all(tokens.words)
    assert len(query_tokens(text).words) <= len(tokens.words)


@settings(deadline=None)
@given(st.text("工会党组织安全生产的了是 ，"))
def test_characters_are_kept_in_order(text: str):
    assert "".join(tokenise(text).unigrams) == "".join(c for c in text if c not in " ，")

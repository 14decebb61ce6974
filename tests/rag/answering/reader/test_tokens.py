from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.reader.tokens import TokenClass, class_of, tokens_of
from rag.text.normalise import fold

TEXTS = st.text("渡口培训一二三船员412.,%。!?;:、()《》“”…—/_-abXYzé \n\t\u3000①½", max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("去年培训412名职工,合格率98.6%。", "去年 培训 412 名 职工 , 合格率 98.6 % 。"),
        ("第3.5版,共1,200页", "第 3.5 版 , 共 1,200 页"),
        ("adobe pdf", "adobe pdf"),
        ("a_b", "a _ b"),
        ("pdf文件,5g网络和vr场馆", "pdf 文件 , 5 g 网络 和 vr 场馆"),
        ("3.", "3 ."),
        ("", ""),
    ],
)
def test_a_text_is_cut_into_words_figures_and_marks(text: str, expected: str):
    assert " ".join(token.text for token in tokens_of(text)) == expected


@given(TEXTS)
def test_tokens_cover_all_but_white_space_in_order_and_never_twice(text: str):
    folded = fold(text)
    tokens = tokens_of(folded)
    assert [token.text for token in tokens] == [folded[token.start : token.end] for token in tokens]
    covered = [at for token in tokens for at in range(token.start, token.end)]
    assert covered == [at for at, character in enumerate(folded) if not character.isspace()]


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("职工", TokenClass.WORD),
        ("船", TokenClass.SINGLE),
        ("412", TokenClass.FIGURE),
        ("98.6", TokenClass.FIGURE),
        ("pdf", TokenClass.LATIN),
        ("三", TokenClass.NUMERAL),
        ("二十", TokenClass.NUMERAL),
        ("三天", TokenClass.WORD),
        ("。", TokenClass.END),
        ("?", TokenClass.END),
        (";", TokenClass.PAUSE),
        ("《", TokenClass.OPENING),
        ('"', TokenClass.OPENING),
        (")", TokenClass.CLOSING),
        ("%", TokenClass.OTHER),
        ("_", TokenClass.OTHER),
    ],
)
def test_each_token_has_the_class_of_what_it_is_made_of(token: str, expected: TokenClass):
    assert class_of(token) is expected


@given(TEXTS)
def test_every_token_of_every_text_has_a_class(text: str):
    assert all(class_of(token.text) in TokenClass for token in tokens_of(fold(text)))

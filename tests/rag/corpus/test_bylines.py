"""Bylines of many forms: who is named, and does every name stand where it says?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.quote import prove, quote_label
from rag.corpus.article import Article, SourceText
from rag.corpus.articles import articles_of
from rag.corpus.page import Page

TITLE = "管好铁路物资仓库"
BODY = "铁路物资仓库管着几万种配件，一颗螺栓放错了货架，就可能耽误一列车的检修。"


def read(*paragraphs: str) -> tuple[str, tuple[Article, ...]]:
    text = "\n\n".join(paragraphs)
    return text, articles_of(Page("报纸.txt", None, text))


def said(label: SourceText | None, source: str) -> tuple[str, list[str]]:
    assert label is not None
    return label.text, [piece.slice(source) for piece in label.pieces]


@pytest.mark.parametrize(
    ("byline", "author", "pieces"),
    [
        ("□ 李 江", "李江", ["李 江"]),
        ("□ 李江 张帅", "李江 张帅", ["李江 张帅"]),
        ("□ 李江、张帅", "李江、张帅", ["李江、张帅"]),
        ("□ 李江，张帅，王 明", "李江，张帅，王明", ["李江，张帅，王 明"]),
        ("□ 李 江、张 帅", "李江、张帅", ["李 江、张 帅"]),
        ("本报记者 李江 通讯员 张帅", "李江 张帅", ["李江", "张帅"]),
        ("□ 乔亦文", "乔亦文", ["乔亦文"]),
        ("□ 李 文", "李文", ["李 文"]),
        ("□ 李江/文 张帅/图", "李江 张帅", ["李江", "张帅"]),
        ("□ 李江 文 张帅 摄", "李江 张帅", ["李江", "张帅"]),
        ("文/李江;张帅", "李江;张帅", ["李江;张帅"]),
        ("■某某铁路集团有限公司 李江、张帅", "李江、张帅", ["李江、张帅"]),
    ],
)
def test_the_pieces_of_a_byline_are_its_names_and_the_commas_between_them(
    byline: str, author: str, pieces: list[str]
):
    source, (article,) = read(TITLE, byline, BODY)
    assert said(article.author, source) == (author, pieces)


@pytest.mark.parametrize(
    ("signature", "author", "unit"),
    [
        ("（作者：李江、张帅 单位：青峰铁路局物资段）", ["李江、张帅"], ["青峰铁路局物资段"]),
        ("（李江，张 帅 作者单位：青峰铁路局物资段）", ["李江，张 帅"], ["青峰铁路局物资段"]),
    ],
)
def test_the_pieces_of_a_signature_are_its_names_and_the_commas_between_them(
    signature: str, author: list[str], unit: list[str]
):
    source, (article,) = read(TITLE, BODY, signature)
    assert said(article.author, source)[1] == author
    assert said(article.affiliation, source)[1] == unit


NAMES = st.lists(st.sampled_from(["李江", "张 帅", "王小明", "欧阳建国", "孙　丽"]), min_size=1, max_size=4)
BETWEEN = st.sampled_from([" ", "、", "，", ",", "；", " / ", "&", " 通讯员 ", " 记者", "　", "  ", "**"])
UNITS = st.sampled_from(["", "青峰铁路局物资段", "青峰铁路局 物资段", "某某集团有限公司"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A title, a byline, a text and a signature, each of them as messy as it may be."""
    written = [draw(NAMES), draw(NAMES)]
    who = [draw(BETWEEN).join(names) for names in written]
    unit = draw(UNITS)
    byline = draw(
        st.sampled_from(
            [
                f"□ {who[0]}",
                f"■{unit} {who[0]}",
                f"●{who[0]} {unit}",
                f"姻{unit} {who[0]}",
                f"本报记者 {who[0]}",
                f"文/{who[0]}",
                f"作者：{who[0]} 单位：{unit}",
                f"**□ {who[0]}**",
                f"□ {who[0]}（{unit}）",
                who[0],
            ]
        )
    )
    signature = draw(
        st.sampled_from(
            [
                f"(作者单位:{unit})",
                f"（作者：{who[1]} 单位：{unit}）",
                f"（{who[1]} 作者单位：{unit}）",
                f"（单位：{unit} 作者：{who[1]}）",
                f"（作者{who[1]}，系{unit}工人）",
                f"（{who[1]}）",
                f"【作者单位】{unit}",
                f"**（作者：{who[1]}）**",
                "",
            ]
        )
    )
    title = draw(
        st.sampled_from([TITLE, "# 管好 铁路*物资", "**管好铁路物资仓库**", "管好铁路\n\n——物资仓库"])
    )
    return "\n\n".join([title, byline, BODY, signature])


@settings(max_examples=200, deadline=None)
@given(pages())
def test_every_label_of_every_article_proves(text: str):
    for article in articles_of(Page("报纸.txt", None, text)):
        for label in (article.title, article.author, article.affiliation):
            if label is not None:
                assert label.pieces
                prove(quote_label(article, label), text)

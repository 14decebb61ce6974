"""Bylines of many forms: who is named, and does every name stand where it says?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.quote import prove, quote_label
from rag.corpus.article import Article, SourceText
from rag.corpus.articles import articles_of
from rag.corpus.page import Page
from rag.corpus.people.bylines import (
    MARKS,
    MAX_BYLINE,
    MISREAD_MARKS,
    Certainty,
    byline_certainty,
    byline_of,
    starts_byline,
)
from rag.corpus.strand import Strand
from rag.text.spans import Span

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
        ("□文／欧阳江河", "欧阳江河", ["欧阳江河"]),
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


@pytest.mark.parametrize(
    "line",
    [
        "□ 江 平",
        "姻青峰矿业公司 江小平",
        "本报记者 江小平 通讯员 方小禾",
        "（本报记者　江小平）",
        "青峰日报全媒体记者/江小平",
        "特约评论员：江小平",
        "文/江小平",
        "文 | 江小平",
        "图文/江小平",
        "作者：江小平　单位：青峰矿机电科",
        "撰稿人：江小平、方小禾",
        "文、图/江小平",
    ],
)
def test_a_printed_mark_or_a_word_that_says_so_makes_a_byline_sure(line: str):
    assert byline_certainty(line) is Certainty.SURE


@pytest.mark.parametrize(
    "line",
    [
        "江 平",
        "江小平　方小禾",
        "江小平，方小禾，李 林",
        "青峰矿业公司　江小平",
        "江小平（青峰矿机电科）",
        "江小平　方小禾（青峰矿业集团）",
    ],
)
def test_names_with_or_without_a_unit_are_likely_a_byline(line: str):
    assert byline_certainty(line) is Certainty.LIKELY


@pytest.mark.parametrize(
    "line",
    [
        "国家",
        "安全生产",
        "江小平说",
        "江小平：灯要天天擦",
        "本报记者从青峰矿获悉",
        "文/明出于地下",
        "□ 一、灯要擦,账要记。",
        "■《灯火》",
        "姻缘天注定",
        "江小平（见图一）",
        "青峰矿业公司 安全生产",
        "□ " + "江小平 " * 20,
        "",
    ],
)
def test_other_lines_are_none(line: str):
    assert byline_certainty(line) is None


def test_only_a_printed_mark_counts_where_a_byline_is_wrapped():
    assert byline_certainty("□ 江 平", marked=True) is Certainty.SURE
    assert byline_certainty("本报记者 江小平", marked=True) is None
    assert byline_certainty("江小平　方小禾", marked=True) is None


@pytest.mark.parametrize("mark", MARKS)
def test_each_sign_begins_a_byline(mark: str):
    assert starts_byline(f"{mark} 江 平")
    assert starts_byline(f"{mark}{mark}江小平")


@pytest.mark.parametrize("mark", MISREAD_MARKS)
def test_a_misread_sign_needs_a_unit_and_a_name(mark: str):
    assert starts_byline(f"{mark}青峰矿业公司 江小平")
    assert not starts_byline(f"{mark}江小平")


def parts_of(line: str, *, under_title: bool = False) -> tuple[str | None, str | None] | None:
    """Author and unit of a line."""
    byline = byline_of(Strand(line, (Span(0, len(line)),)), line, under_title=under_title)
    if byline is None:
        return None
    return byline.author and byline.author.text, byline.affiliation and byline.affiliation.text


@pytest.mark.parametrize(
    ("line", "author", "unit"),
    [
        ("■青峰矿业公司 江 平", "江平", "青峰矿业公司"),
        ("■青峰矿业公司机电科 江小平、方小禾", "江小平、方小禾", "青峰矿业公司机电科"),
        ("●江小平 青峰矿业公司", "江小平", "青峰矿业公司"),
        ("□ 江小平（青峰矿机电科）", "江小平", "青峰矿机电科"),
        ("■青峰矿业集团公司江小平", "江小平", "青峰矿业集团公司"),
        ("■青峰矿业集团公司", None, "青峰矿业集团公司"),
        ("作者：江小平　单位：青峰矿机电科", "江小平", "青峰矿机电科"),
        ("青峰日报记者 江小平", "江小平", "青峰日报"),
        ("本报记者 江小平", "江小平", None),
        ("□ 江小平 摄影/方小禾", "江小平", None),
        ("文/江小平　图/方小禾", "江小平", None),
    ],
)
def test_unit_and_names_are_told_apart(line: str, author: str | None, unit: str | None):
    assert parts_of(line) == (author, unit)


def test_names_without_a_mark_are_read_only_under_a_title():
    for line, said_there in (
        ("江小平　方小禾", ("江小平 方小禾", None)),
        ("青峰矿业公司　江小平", ("江小平", "青峰矿业公司")),
    ):
        assert parts_of(line) is None
        assert parts_of(line, under_title=True) == said_there


def test_a_long_line_is_no_byline():
    assert parts_of("□ " + "江小平、" * (MAX_BYLINE // 4) + "方小禾") is None


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

"""Which lines of a wrapped page are one paragraph."""

from rag.corpus.layout.blocks import blocks_of
from rag.corpus.layout.lines import lines_of
from rag.corpus.layout.style import style_of

RUN_IN = """\
井口小学的第三个春天
　　教室在井口东边，窗户朝着铁路，
课间能看见运煤的列车，孩子们数
车皮，一数就数到上课铃响，有时
铃响了还没有数完最后一节。
　　（一）添置课桌椅和黑板：旧的
是建校那年从俱乐部搬来的，一高
一低，孩子写字的时候要垫上两三
本旧书，有的还要跪在凳子上。
　　（二）翻修操场和围墙跑道：煤
渣换成了沙土，雨天也能上课，摔
倒了也不会蹭破皮。
　　（三）请矿上的师傅进课堂：每
月第一个周五，灯房的师傅来讲怎
样认路，怎样辨别风向。
"""
"""The first line of each paragraph alone could be a heading."""


def texts(page: str) -> list[str]:
    lines = lines_of(page)
    return [block.text for block in blocks_of(lines, style_of(lines))]


def test_where_paragraphs_are_indented_a_run_in_heading_goes_on_in_the_next_line():
    assert texts(RUN_IN)[2:] == [
        "（一）添置课桌椅和黑板：旧的是建校那年从俱乐部搬来的，一高一低，孩子写字的时候要垫上两三本旧书，有的还要跪在凳子上。",
        "（二）翻修操场和围墙跑道：煤渣换成了沙土，雨天也能上课，摔倒了也不会蹭破皮。",
        "（三）请矿上的师傅进课堂：每月第一个周五，灯房的师傅来讲怎样认路，怎样辨别风向。",
    ]


def test_a_journal_unit_over_a_paragraph_hides_no_indentation():
    unit = "（红岭矿业集团有限公司子弟学校，山西 太原 030024）"
    page = RUN_IN.replace("春天\n", f"春天\n{unit}\n") + RUN_IN.partition("\n")[2]
    assert style_of(lines_of(page)).indents


def test_where_paragraphs_are_indented_an_indented_line_begins_one_behind_any_line():
    title = "井口小学的第三个春天来得早些"
    assert texts(RUN_IN.replace("井口小学的第三个春天", title))[0] == title

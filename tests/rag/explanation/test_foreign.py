"""A passage that stands in two articles is told where it was left out."""

from rag.corpus.page import Page
from rag.explanation.explain import explain_page

COPY = "票排定,得票最少的三个菜下周撤换,每天留下的剩菜由食堂称重登记,厨师要查"

PAGE = f"""让热饭端到井口

□ 江 平

食堂建在井口旁边,每天供应四顿热饭,下夜班的矿工也能吃上热面。

菜谱由职工投{COPY}明剩菜的原因。

每个菜的成本写在窗口的牌子上,矿上每人每天补贴六元。

(作者单位:青峰矿食堂)

单身宿舍里的职工书屋

□ 方小禾

书屋设在单身宿舍的一楼,三千册图书由职工自己管理。

每本书的扉页上都写着捐赠人的名字,职工在本子{COPY}上写下名字就能把书带走,书友们每月围坐在一起读同一本书。

书屋的图书一半由工会购买,一半由职工捐赠。

(作者单位:青峰矿工会)
"""


def test_the_copy_is_told_with_the_article_it_stood_in_and_the_one_it_belongs_to():
    (foreign,) = explain_page(Page("周报.txt", None, PAGE)).foreign
    assert (foreign.text, foreign.stands_in, foreign.belongs_to) == (COPY, 2, 1)
    (span,) = foreign.place.spans
    assert span.start == PAGE.rindex(COPY)
    assert foreign.place.line == 19


def test_a_page_without_copies_has_none():
    assert explain_page(Page("周报.txt", None, PAGE.replace(COPY, "", 1))).foreign == ()

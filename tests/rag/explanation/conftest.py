"""A small page of two articles, whose columns were read across, with furniture and a notice of doubts."""

import pytest

from rag.corpus.page import Page
from rag.explanation.entries import Explanation
from rag.explanation.explain import explain_page

PAGE = """青湾日报　2025年3月12日　星期三　第3版

让热饭端到井口

□ 江 平

食堂建在井口旁边,每天供应四顿热饭,下夜班的矿工也能吃上热面。

一、菜谱天天换

菜谱由职工投票排定,得票最少的三个菜下周撤换,每天留下的剩菜由食堂称

单身宿舍里的职工书屋

□ 方小禾

书屋设在单身宿舍的一楼,三千册图书由职工自己管理。

一、书从哪里来

每本书的扉页上都写着捐赠人的名字,职工在本子上写下名字就能把书带走,一年丢失的图书不到十

重登记,食堂称重以后超过十公斤的就要查明原因。

二、价钱看得见

每个菜的成本写在窗口的牌子上,矿上每人每天补贴六元。

(作者单位:青峰矿食堂)

— 7 —

册,其中不到十册后来又自己回来了。

三、书友怎样聚

书友们每月最后一个周六围坐在一起读同一本书。
"""


@pytest.fixture(scope="session")
def text() -> str:
    return PAGE


@pytest.fixture(scope="session")
def explained() -> Explanation:
    return explain_page(Page("周报.txt", None, PAGE))

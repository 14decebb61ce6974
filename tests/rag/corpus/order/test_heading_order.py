"""Do heading numbers tell which column goes on with which?"""

import pytest

from rag.corpus.layout.blocks import blocks_of
from rag.corpus.layout.lines import lines_of
from rag.corpus.layout.style import style_of
from rag.corpus.order.heading_order import Order, order_of
from rag.corpus.order.pieces import Piece


def piece(*headings: str) -> Piece:
    lines = lines_of("\n\n".join(headings))
    return Piece(blocks_of(lines, style_of(lines)), 0, None, None, follows=False, open=False, short=False)


@pytest.mark.parametrize(
    ("left", "right", "order"),
    [
        (("一、货架编号",), ("二、人员培训",), Order.NEXT),
        (("一、货架编号", "(一)编号", "(二)分区"), ("(三)盘点", "二、人员培训"), Order.NEXT),
        (("一、货架编号", "(一)编号", "(二)分区"), ("(三)盘点",), Order.NEXT),
        (("一、货架编号", "(一)编号", "二、人员培训"), ("(一)认货", "(二)盘点"), None),
        (("一、货架编号",), ("三、人员考核",), Order.SKIPS),
        (("三、货架编号", "四、人员培训"), ("二、考核",), Order.BACK),
        (("一、货架编号",), ("一、人员培训",), Order.BACK),
        (("第一章 货架", "一、编号", "二、分区"), ("第二章 人员", "一、培训"), Order.NEXT),
        (("一、编号", "二、分区"), ("第二章 人员", "一、培训"), None),
        (("一、货架编号",), ("仓库管着几万种配件。",), None),
        (("1.货架编号",), ("3.人员培训",), None),
    ],
)
def test_the_highest_numbering_of_both_decides(
    left: tuple[str, ...], right: tuple[str, ...], order: Order | None
):
    assert order_of(piece(*left), piece(*right)) is order

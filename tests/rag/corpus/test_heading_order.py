"""Do heading numbers tell which column goes on with which?"""

import pytest

from rag.corpus.blocks import blocks_of
from rag.corpus.heading_order import Order, order_of
from rag.corpus.lines import lines_of
from rag.corpus.pieces import Piece
from rag.corpus.style import style_of


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

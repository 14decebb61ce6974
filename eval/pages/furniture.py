"""What stands on a page that belongs to no article? Lines of the page itself, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """Where a line of the page is printed."""

    TOP = "top"
    SEAM = "seam"
    """Between two columns or pages of one article, or between two articles."""
    END = "end"
    """After an article."""
    FOOT = "foot"


@dataclass(frozen=True)
class Piece:
    """One kind of furniture: its lines, with ``{page}`` for the page number and ``{person}``, ``{other}``."""

    where: Where
    lines: tuple[str, ...]
    once: bool = False
    """It is printed at the first place only."""


PIECES: dict[str, Piece] = {
    "page-number-dots": Piece(Where.SEAM, ("· {page} ·",)),
    "page-number-dashes": Piece(Where.SEAM, ("- {page} -",)),
    "page-number-bare": Piece(Where.SEAM, ("{page}",)),
    "running-head": Piece(Where.SEAM, ("中国矿业职工　2025年第3期",)),
    "running-head-latin": Piece(Where.SEAM, ("矿山党建 KUANGSHAN DANGJIAN",)),
    "number-and-head": Piece(Where.SEAM, ("{page}　　中国矿业职工　2025.03",)),
    "editor-at-end": Piece(Where.END, ("责任编辑：{person}",)),
    "editor-in-brackets": Piece(Where.END, ("（责任编辑　{person}）",)),
    "editor-and-proof": Piece(Where.FOOT, ("编辑 {person} 校对 {other}",)),
    "layout-and-mail": Piece(Where.TOP, ("责编 {person}　版式 {other}　电话：0351-7654321",)),
    "masthead": Piece(Where.TOP, ("北方矿工报", "2025年3月12日 星期三", "第3版 综合")),
    "date-line": Piece(Where.TOP, ("2025年3月12日　星期三　农历乙巳年二月十三",)),
    "section-of-paper": Piece(Where.TOP, ("03　理论", "THEORY")),
    "mail-and-phone": Piece(Where.FOOT, ("投稿邮箱：tougao@example.com　　电话：0351-1234567",)),
    "jump": Piece(Where.SEAM, ("（下转第4版）", "（上接第1版）"), once=True),
    "photo-caption": Piece(Where.SEAM, ("图为职工在现场检查设备。　{person} 摄",), once=True),
    "photo-caption-long": Piece(
        Where.SEAM,
        ("3月8日，红岭矿业公司女职工在俱乐部参加趣味运动会。　本报记者 {person} 摄影报道",),
        once=True,
    ),
    "received": Piece(Where.END, ("收稿日期：2025-01-15",)),
}

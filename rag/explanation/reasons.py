"""How is it said what speaks for a seam, and what against it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rag.corpus.order.seam_settings import Reason
from rag.errors import Words
from rag.explanation.entries import ReasonGiven


class ReasonWords(NamedTuple):
    """A kind of evidence in words."""

    words: Words
    example: str
    """What stands before and behind the seam, parted by ``｜``; a line break is one of the page."""


REASONS: Mapping[str, ReasonWords] = {
    "next_on_page": ReasonWords(
        Words("紧接在后", "stands right behind"), "剩下的饭菜由食堂称｜重登记，超过十公斤就要查明原因。"
    ),
    "short_line": ReasonWords(
        Words(
            "断处是短行，可能是图注或列表项",
            "breaks off in a line so short that it may be a caption or an item",
        ),
        "食堂的窗口｜重登记，超过十公斤就要查明原因。",
    ),
    "across_title": ReasonWords(
        Words("中间只隔着标题", "only a title stands between"), "剩下的饭菜由\n职工书屋\n｜食堂称重登记。"
    ),
    "back_on_page": ReasonWords(
        Words("在版面上反而靠前", "stands before it on the page"), "｜重登记。\n剩下的饭菜由食堂称"
    ),
    "word": ReasonWords(
        Words("两边的字在本页别处连用", "the characters of both sides stand together elsewhere on the page"),
        "先称重。\n剩下的饭菜由食堂称｜重登记。",
    ),
    "phrase": ReasonWords(
        Words("三四个字也在别处连用", "so do three or four of them"),
        "食堂称重以后。\n剩下的饭菜由食堂称｜重登记。",
    ),
    "characters": ReasonWords(
        Words("两边的字按一般中文衔接", "how well the characters go together in general Chinese"),
        "剩下的饭菜由食堂称｜重登记。",
    ),
    "numbers_next": ReasonWords(
        Words("小标题编号接续", "the heading numbers go on"), "一、菜谱\n剩下的饭菜由食｜堂称重。\n二、价钱"
    ),
    "numbers_skip": ReasonWords(
        Words("小标题编号之间缺号", "a heading number is missing between"),
        "一、菜谱\n剩下的饭菜由食｜堂称重。\n三、价钱",
    ),
    "numbers_back": ReasonWords(
        Words("小标题编号倒退", "the heading numbers fall back"),
        "二、菜谱\n剩下的饭菜由食｜堂称重。\n一、价钱",
    ),
    "bracket_closed": ReasonWords(
        Words("前面的括号或引号在这里合上", "closes a bracket or quotation mark"),
        "剩下的饭菜（由食堂｜称重）登记。",
    ),
    "bracket_missing": ReasonWords(
        Words("括号或引号只有一半", "half of a pair of brackets or quotation marks is missing"),
        "剩下的饭菜（由食堂｜称重登记。",
    ),
    "continuing_mark": ReasonWords(
        Words("以不能开句的标点开头", "begins with a mark that begins no sentence"),
        "剩下的饭菜由食堂称重｜，登记在册。",
    ),
    "after_end": ReasonWords(
        Words("在另一篇的结尾之后", "stands behind the end of another article"),
        "剩下的饭菜由食\n（作者单位：后勤科）\n｜堂称重登记。",
    ),
}
"""By the name that ``Reason`` gives; what counts how much is told in ``SeamSettings``."""


def reasons_given(reasons: Iterable[Reason]) -> tuple[ReasonGiven, ...]:
    """The reasons with their words, in their order."""
    return tuple(ReasonGiven(reason.name, reason.points, REASONS[reason.name].words) for reason in reasons)

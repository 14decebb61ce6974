"""How people ask for what several articles say, and for two things side by side.

All patterns are matched against folded text, as in ``question_table``.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class SeveralRow(NamedTuple):
    """One way of asking for the answers of several articles; what says so is the first group."""

    pattern: re.Pattern[str]
    example: str
    asked: str
    """What of the example is looked for in each article."""


_WHO = "单位|企业|公司|厂|矿|医院|学校|地方|地区|城市|县|案例|案件|案子|作者|文章"
_ASKS = "(?=.{0,12}(?:怎|如何|什么|啥|哪|多少|几|说法|看法|要求))"

SEVERAL_SAY: tuple[SeveralRow, ...] = (
    SeveralRow(
        re.compile(rf"((?:哪些|哪几个?|哪几家|有几个|有几家)(?:{_WHO}))(?!.{{0,2}}(?:联合|共同|一起|组成))"),
        "哪些单位办了夜校?",
        "办了夜校?",
    ),
    SeveralRow(
        re.compile(rf"(各(?:个|家|地|位)?(?:{_WHO})){_ASKS}"), "各单位是怎么办夜校的?", "是怎么办夜校的?"
    ),
    SeveralRow(
        re.compile(rf"((?:不同|几个|几家|几篇|多个)的?(?:{_WHO}|资料)){_ASKS}"),
        "不同文章对夜校怎么说?",
        "对夜校怎么说?",
    ),
    SeveralRow(
        re.compile("((?:哪|几)(?:些|几)?种(?:不同的?)?(?:说法|看法|观点)|说法(?:不一|不同))"),
        "夜校哪年开办,有几种说法?",
        "夜校哪年开办,有?",
    ),
)
"""Ways of asking that expect more than one article."""

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


class SidesRow(NamedTuple):
    """One way of naming two things side by side: the first, the second, and what is asked of both, as groups."""

    pattern: re.Pattern[str]
    example: str
    sides: tuple[str, str, str]
    """What the example names."""


_ONE = r"[^,。?!;:的和与跟同及、\s哪什啥几]{2,14}"
_AND = "(?:和|与|跟|同|及|以及)"
_DIFFER = r"(?:区别|不同(?:之处|点)?|差别|差异|异同)(?=$|[?。,是在]|吗)"

SIDES: tuple[SidesRow, ...] = (
    SidesRow(
        re.compile(
            f'["“]([^"”]{{1,16}})["”](?:{_AND}|、)["“]([^"”]{{1,16}})["”](?:之间|两者|这两个|二者)?(?:的|在)?([^,。?!]{{0,12}}?)'
            f"(?:有|是)?(?:什么|啥)?(?:主要)?(?:分别|各(?=自|是|指)|{_DIFFER}|哪个更)"
        ),
        "“红旗渡”和“平安渡”分别指什么?",
        ("红旗渡", "平安渡", ""),
    ),
    SidesRow(
        re.compile(
            f"({_ONE}){_AND}({_ONE}?)(?:之间|两者|二者)?(?:[的在]([^,。?!几些]{{1,12}}?)上?)?(?:有|是)?(?:什么|啥|何)?(?:主要|明显)?的?{_DIFFER}"
        ),
        "红旗渡和平安渡的评比有什么不同?",
        ("红旗渡", "平安渡", "评比"),
    ),
    SidesRow(
        re.compile(
            f"({_ONE}){_AND}({_ONE}?)(?:的([^,。?!]{{1,12}}?))?,?(?:分别|各自?(?=是|有|指|为|降|多|用))"
        ),
        "渡口和食堂的负责人分别是谁?",
        ("渡口", "食堂", "负责人"),
    ),
    SidesRow(
        re.compile(
            f"({_ONE}){_AND}({_ONE}?)(?:比|相比)?,?(?:[的在]([^,。?!]{{1,10}}?)上?)?(?:哪个|谁|哪家|哪种)(?:更|比较|最)"
        ),
        "渡口和食堂哪个更早开夜班?",
        ("渡口", "食堂", ""),
    ),
)
"""Tried in this order: quotation marks are the surest."""

ASKED_OF_EACH = re.compile(
    f"分别|各自?(?=是|有|指|为|降|多|用)|之间|两者|二者|这两个|(?:有|是)?(?:什么|啥|何)?(?:主要|明显)?的?{_DIFFER}|哪(?:个|家|种)(?=更|比较|最)"
)
"""What is left out where each side is asked about alone."""

CONTRASTS = re.compile("不同|区别|差异|而|则|相比|却")
"""A sentence with both sides and one of these sets them side by side: 红旗渡看安全,平安渡则看服务."""

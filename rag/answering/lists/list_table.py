"""The words by which a list is asked for and announced, as tables."""

from __future__ import annotations

import re
from typing import NamedTuple

from rag.text.numerals import NUMERAL


class Aspect(NamedTuple):
    """One side of a subject that articles list, in all the words people use for it."""

    name: str
    pattern: re.Pattern[str]
    example: str


CONDITION = "condition"
"""The aspect that a lead names far from its list: 有下列情形之一的，不得开航：‖."""

ASPECTS: tuple[Aspect, ...] = (
    Aspect(
        "problem",
        re.compile("问题|短板|困境|痛点|难点|堵点|挑战|毛病|不足|难题|瓶颈|弊端|差距|薄弱|challenge|problem"),
        "国企培训有哪些短板?",
    ),
    Aspect(
        "path",
        re.compile("路径|途径|措施|对策|举措|策略|着力点|办法|做法|方法|抓手|建议|怎样|怎么|如何|路子"),
        "提升调度效率有哪些路径?",
    ),
    Aspect("value", re.compile("作用|意义|价值|必要性|好处|重要性|理由"), "开展普法有什么意义?"),
    Aspect("advantage", re.compile("优势|长处|有利条件"), "工会有哪些优势?"),
    Aspect("feature", re.compile("特点|特征|特性|表现|原则|要求|标准"), "这项工作有哪几个特点?"),
    Aspect(
        CONDITION,
        re.compile(
            "(?:情形|条件|情况)之一|(?:下列|以下)(?:情形|条件|情况)|(?:什么|哪些|哪几种|啥)(?:样的)?(?:情形|条件|情况)|时候(?:才|能|可)"
        ),
        "什么情况下可以停航?",
    ),
    Aspect("kind", re.compile("种类|类型|分类|几类|哪类|类别|情形|种|类"), "证据分哪几类?"),
)
"""Tried on the question and on headings: the same aspect on both sides speaks for a heading, another against."""

CONCLUDING = re.compile(
    r"^[【\[]?(?:结语|总结|结论|结束语|小结|引言|前言|导语|绪论|作者简介|参考文献|"
    "基本案情|典型案例|案情|案例|分歧意见|评析|争议焦点|焦点问题|处理意见)"
)
"""Headings that are no items of a list of their article's points."""

FILLERS = re.compile(
    "哪些|哪几|几|什么|啥|多少|分别|主要|具体|方面|内容|目前|现在|当前|眼下|大体|一般|应该|应当|需要|包括|有关"
)
"""Words of the question that say nothing of the subject of a list."""


ANNOUNCED = re.compile('(?:(?:包括|包含|分为|分成|主要有|分别是|分别为)[^,;]{0,6}|[:为有是即])"?$')
"""Ends the words before a list that says of itself that it is one: 三类证据主要有‖."""

EXAMPLE = re.compile('(?:例如|比如|如|像)"?$')
"""Ends the words before a list of examples, seldom a whole one: 救生设备,如‖."""

EXPLAINED = re.compile(
    "[,，](?:如|比如|例如|譬如|包括|即|也就是|像|诸如|具体)|[（(](?:如|比如|例如|包括|含|即)|[:：]"
)
"""Begins what only explains an item: 书证‖,如合同、账目."""

ASIDE = re.compile(
    "例如|比如|譬如|此外|另外|总之|因此|所以|同时|可见|综上|其中|这些|上述|只有|由此|需要说明|值得"
)
"""Begins a sentence behind the last item of a list, which goes on about it."""

DENIED = re.compile("不(?!良|足|断|仅|同|但|只|论|管|少|久|过)|禁止|严禁|无权|没有")
"""Turns what a question or a lead says into its opposite: 不得泄露‖."""


class Implied(NamedTuple):
    """One way of asking for a list without 哪些 or 几种."""

    pattern: re.Pattern[str]
    example: str


_COUNTED = "(?:个|种|类|项|条|点|大|步|道|层|关|件|部|方面)"

IMPLIED: tuple[Implied, ...] = (
    Implied(
        re.compile(
            rf"(?<![这那第几]){NUMERAL}{_COUNTED}[^,。?!第]{{0,8}}(?:是|指|叫|有|为|包括)(?:的是)?些?(?:什么|啥|哪)"
        ),
        "渡口管理的五项要求是什么?",
    ),
    Implied(
        re.compile(rf'"[^"]{{0,2}}{NUMERAL}[^"0-9]{{1,4}}"[^,。?!]{{0,4}}(?:什么|啥|哪)|哪"{NUMERAL}'),
        "出车前的“三测”测什么?",
    ),
    Implied(re.compile("几(?:个|条|点|项|方面)的?(?:理由|原因|根据|依据)"), "为什么要提前开闸?给几个理由"),
    Implied(
        re.compile(
            r"(?:怎么|怎样|如何|咋|按(?:什么|啥)\w{0,3})(?:分|划分|分类|归类|排列?)(?:类|的|呢)?(?:[?。]|$)"
        ),
        "渡口按风险怎么分类?",
    ),
    Implied(re.compile("(?:什么|啥|何种)(?:样的)?(?:情况|情形|条件|场合)(?!怎|如何)"), "什么情况下可以停航?"),
    Implied(re.compile("(?:什么时候|啥时候|何时)(?:才|能|可)"), "啥时候能免票过河?"),
    Implied(
        re.compile(
            "(?:有|存在|遇到|面临|用|靠|按|走|出)(?:了|过)?(?:什么|啥|何)(?:样的|新)?(?:的)?(?:对策|办法|方法|招|花样|变化|现象|待遇|权利|义务|"
            "条件|困难|难处|难题|情形|方式|责任|风险|后果|途径|渠道|类别|手段|程序|手续)"
        ),
        "渡船老化有什么对策?",
    ),
    Implied(re.compile("都[^,。?!]{0,4}(?:什么|啥|哪|谁)"), "“四比”都比什么?"),
    Implied(re.compile("(?:有|存在|写|列|讲|包括|看)些(?:什么|啥)(?:[?。]|$)"), "检查单上要看些什么?"),
)
"""Questions that a list may answer though their wording belongs to a fact, a definition or a way."""

AFTER_ASKING = re.compile(
    r"(?:哪|几|什么|啥|多少)(?:些|几)?(?:[一二两三四五六七八九十]+)?(?:个|种|类|项|条|点|大类|步|样|处|道|层)?(?:方面)?的?([^,。?!\s]+)"
)
"""What follows the words that ask, as the first group: 证据 in 要收哪三类证据."""


def aspects(text: str) -> frozenset[str]:
    """The aspects that a question or a heading names.

    >>> sorted(aspects("一、班组安全管理存在的短板"))
    ['problem']
    """
    return frozenset(aspect.name for aspect in ASPECTS if aspect.pattern.search(text))

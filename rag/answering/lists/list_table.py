"""The words by which a list is asked for and announced, as tables."""

from __future__ import annotations

import re
from typing import NamedTuple


class Aspect(NamedTuple):
    """One side of a subject that articles list, in all the words people use for it."""

    name: str
    pattern: re.Pattern[str]
    example: str


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
    Aspect("kind", re.compile("种类|类型|分类|几类|哪类|类别|情形|种|类"), "证据分哪几类?"),
)
"""Tried on the question and on headings: the same aspect on both sides speaks for a heading, another against."""

CONCLUDING = re.compile("^(?:结语|总结|结论|结束语|小结|引言|前言|导语|绪论|作者简介|参考文献)")
"""Headings that are no items of a list of their article's points."""

FILLERS = re.compile(
    "哪些|哪几|几|什么|啥|多少|分别|主要|具体|方面|内容|目前|现在|当前|眼下|大体|一般|应该|应当|需要|包括|有关"
)
"""Words of the question that say nothing of the subject of a list."""


ANNOUNCED = re.compile('(?:包括|包含|分为|分成|主要有|分别是|分别为|即|[:为有是])"?$')
"""Ends the words before a list that says of itself that it is one: 三类证据主要有‖."""

EXAMPLE = re.compile('(?:例如|比如|如|像)"?$')
"""Ends the words before a list of examples, seldom a whole one: 救生设备,如‖."""

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

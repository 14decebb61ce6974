"""Where in a sentence do a figure, a date or a name stand that could be the answer?

Rules for the span that is lit inside its sentence. A clause is never cut by rule: for how and why the
sentence is shown whole.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from rag.text.spans import Span


class ValueType(Enum):
    """What kind of thing answers a question for a figure or a name."""

    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    DURATION = "duration"
    QUANTITY = "quantity"
    """A number with any measure word."""
    TITLE = "title"
    """《…》: a law, a book, a document."""
    QUOTED = "quoted"
    """“…”: a named thing."""
    URL = "url"


_N = r"(?:几十|数十|上百|若干|\d[\d,，]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)"


class ValueRow(NamedTuple):
    """How one type of value is written."""

    type: ValueType
    pattern: re.Pattern[str]
    example: str


VALUES: tuple[ValueRow, ...] = (
    ValueRow(
        ValueType.PERCENT,
        re.compile(rf"{_N}\s*(?:%|％|‰|个百分点)|百分之{_N}|{_N}成(?!立|为|效|果|员)|{_N}分之{_N}"),
        "98.6%",
    ),
    ValueRow(
        ValueType.MONEY,
        re.compile(
            rf"(?:不超过|不低于|约|近)?{_N}\s*(?:余|多)?(?:万|亿|千|百)?(?:余|多)?(?:元|块钱|美元)(?:/人|每人)?"
        ),
        "20余万元",
    ),
    ValueRow(
        ValueType.DATE,
        re.compile(
            r"(?:(?:19|20)\d{2}\s*年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}"
            r"(?:\s+\d{1,2}:\d{2})?|[一二三四五六七八九〇零]{4}年|(?:自|从).{1,14}之日起?|\d{1,2}世纪\d{2}年代)"
        ),
        "2024年3月5日",
    ),
    ValueRow(
        ValueType.DURATION,
        re.compile(
            rf"(?:每|不少于|不超过|不得少于|至少|至多|近|约)?(?<![\d一二三四五六七八九十])(?!(?:19|20)\d\d\s*年){_N}\s*(?:多|余)?个?"
            r"(?:工作日|小时|分钟|季度|星期|月(?!\d)|天|周|年(?!代|\d)|日(?!常)|秒)(?:以[内上下])?|"
            r"每(?:季度|月|周|天|日|年|班|旬|半年)(?:一次)?"
        ),
        "45日内",
    ),
    ValueRow(
        ValueType.QUANTITY,
        re.compile(
            rf"(?:不得超过|不超过|至少|超过|约|近)?(?<![第\d.一二三四五六七八九十])(?!(?:19|20)\d\d\s*年)(?![一千百](?:[切般致起是个方直定旦]))"
            rf"{_N}\s*(?:余|多)?(?:万|亿|千|百)?(?:余|多)?[a-zA-Z%％℃㎡\u4e00-\u9fff]?"
        ),
        "572条",
    ),
    ValueRow(ValueType.TITLE, re.compile(r"《[^《》]{2,40}》"), "《安全生产法》"),
    ValueRow(ValueType.QUOTED, re.compile(r"[“「『][^“”「」『』]{2,30}[”」』]"), "“三三制”"),
    ValueRow(
        ValueType.URL, re.compile(r"https?://[^\s,，。;；)）]+|www\.[^\s,，。;；)）]+"), "https://example.cn/"
    ),
)

_BY_TYPE = {row.type: row.pattern for row in VALUES}


def find_values(text: str, value_type: ValueType) -> tuple[Span, ...]:
    """Every value of a type in ``text``, from left to right.

    >>> [s.slice("培养高级技师3名,合格率98.6%") for s in find_values("培养高级技师3名,合格率98.6%", ValueType.PERCENT)]
    ['98.6%']
    """
    return tuple(Span(*match.span()) for match in _BY_TYPE[value_type].finditer(text) if match.group())


SAME_MEASURE: tuple[str, ...] = (
    "条项个件点种类款则",  # 多少条举措: 12项
    "人名位个口",  # 多少人: 3名
    "次回遍趟起",  # 多少次: 3回
    "元钱块",  # 多少钱: 20元
    "天日",  # 多少天: 45日
    "处个座所家",  # 多少处: 6个
)
"""Measure words of one row may answer for each other."""

MEASURES: frozenset[str] = frozenset({
    "公里", "米", "吨", "度", "小时", "分钟", "年", "月", "份", "户", "台", "辆", "亩",
    "公斤", "千克", "平方米", "立方米", "千瓦", "张", "篇", "期", "页", "级", "倍", "班", "趟", "套", "%",
})  # fmt: skip
"""Further measure words, which stand for themselves only."""

NOUN_REACH = 6
"""Characters after a figure within which the noun asked for may stand: 572条‖安全隐患."""


def fits_measure(text: str, value: Span, unit: str) -> bool:
    """Whether a value of ``text`` is counted in the unit asked for: by its measure word, or by the noun behind it.

    >>> s = "形成12项具体举措,覆盖几十个部门"
    >>> [fits_measure(s, v, unit) for v, unit in zip(find_values(s, ValueType.QUANTITY), ("条", "部门"))]
    [True, True]
    """
    measure = text[value.end - 1]
    if any(measure in row and unit[0] in row for row in SAME_MEASURE) or measure == unit[0]:
        return True
    if unit in MEASURES or unit[0] in MEASURES or any(unit[0] in row for row in SAME_MEASURE):
        return len(unit) > 1 and unit in text[value.start : value.end + NOUN_REACH]
    return True  # 多少现金: a noun, whose measure may be any


class WantedRow(NamedTuple):
    """A wording, and the types of value that answer it."""

    pattern: re.Pattern[str]
    types: tuple[ValueType, ...]
    """The likeliest first."""
    example: str


WANTED: tuple[WantedRow, ...] = (
    WantedRow(
        re.compile(r"百分之|比例|占比|比率|合格率|降了?多少|提高了?多少|提升了?多少|下降"),
        (ValueType.PERCENT, ValueType.QUANTITY),
        "抽考合格率是百分之几?",
    ),
    WantedRow(
        re.compile(r"多少钱|多少元|金额|奖金|费用|价格|租金|工资|月薪|多少.{0,4}款"),
        (ValueType.MONEY, ValueType.QUANTITY),
        "一份热饭多少钱?",
    ),
    WantedRow(
        re.compile(r"哪一?[年天日月]|什么时[候间]|何时|何年|啥时候|几时|日期|年份|when"),
        (ValueType.DATE, ValueType.DURATION),
        "码头夜校是哪一年办的?",
    ),
    WantedRow(
        re.compile(r"多久|多长|几天|几年|几个月|几日|多少[天日年月]|几小时|期限|how long|how often"),
        (ValueType.DURATION, ValueType.QUANTITY),
        "评比多久进行一次?",
    ),
    WantedRow(re.compile(r"网址|网站|链接|哪个站"), (ValueType.URL, ValueType.QUOTED), "在哪个网站上报名?"),
    WantedRow(
        re.compile(r"法律|法规|条例|文件|规定|哪部|哪本|文书"),
        (ValueType.TITLE, ValueType.QUOTED),
        "渡船检验依据哪部条例?",
    ),
)
"""Tried in this order."""


def wanted_types(folded_question: str, *, number: bool) -> tuple[ValueType, ...]:
    """Which types of value the wording asks for, the likeliest first; empty when it does not tell.

    >>> [t.value for t in wanted_types("全年合格率是百分之几?", number=True)]
    ['percent', 'quantity']
    """
    for row in WANTED:
        if row.pattern.search(folded_question):
            return row.types
    return (ValueType.QUANTITY,) if number else ()

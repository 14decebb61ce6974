"""How do newspapers and journals print where and when a page appeared?

Tables of patterns in half width, each row with an example that a test reads.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Part(StrEnum):
    """What a stretch of a running head or foot says."""

    NEWSPAPER = "newspaper"
    DATE = "date"
    PAGE = "page"
    """第3版, A04."""
    NUMBER = "number"
    """03 before the name of a column: of the page, but headings are numbered so as well."""
    ISSUE = "issue"
    """第3期."""
    SERIAL = "serial"
    """总第412期, Vol.12 No.3: an issue too, where nothing better is printed."""
    COLUMN = "column"
    REGISTER = "register"
    """Numbers of the post office and the press authority."""
    STAFF = "staff"
    """Who edited and set the page."""
    LUNAR = "lunar"
    """The date of the traditional calendar, which newspapers print beside the other."""
    WEEKDAY = "weekday"
    NOISE = "noise"
    """What stands beside these and says nothing: an address, the name in capitals."""


class PartRow(NamedTuple):
    """One way of printing a part."""

    part: Part
    pattern: re.Pattern[str]
    example: str


_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,4})"
_SPACED = rf"第\s*{_NUMBER}\s*"
_LABEL = (
    r"(?:本版|本期|责任|执行|值班|首席|视觉|版式|美术|文字|图片|见习|[一二三]读)*"
    r"(?:编辑|责编|副?主编|总编辑?|校对|检校|美编|组版|设计|版式|排版|编审|监制|审读|审校|签发|终审|编委)"
)
_PERSON = (
    rf"(?!{_LABEL}\s*[:/|])[\u4e00-\u9fff]\s{{0,3}}[\u4e00-\u9fff]{{1,3}}(?![\u4e00-\u9fff]|\s*[:/|])[\s、,]*"
)

ROWS: tuple[PartRow, ...] = (
    PartRow(Part.NOISE, re.compile(rf"(?:今日|本期|共)\s*{_NUMBER}\s*版"), "今日8版"),
    PartRow(
        Part.PAGE,
        re.compile(
            rf"{_SPACED}版(?![本权面画])|(?<![\d.])0\d\s*版|头版|(?<![A-Za-z\d])[A-DT]\d\d(?![A-Za-z\d])(?:\s*版)?|(?<![A-Za-z\d])[A-DT]\d\s*版"
        ),
        "第03版",
    ),
    PartRow(
        Part.SERIAL,
        re.compile(
            r"总\s*第?\s*\d{1,6}\s*[期号]|第\s*\d{4,6}\s*[期号]|(?:Vol|VOL|vol)\s*\.?\s*\d+(?:\s*,?\s*(?:No|NO|no)\s*\.?\s*\d+)?"
            r"|(?:No|NO)\s*\.?\s*\d+"
        ),
        "Vol.12 No.3",
    ),
    PartRow(Part.ISSUE, re.compile(rf"{_SPACED}期|(?<=年)\s*\d{{1,2}}\s*期"), "第3期"),
    PartRow(
        Part.REGISTER,
        re.compile(
            r"(?:国内统一(?:连续出版物号|刊号)|国际标准(?:连续出版物号|刊号)|邮发代号|代号|刊号|准印证号?)\s*:?\s*[\w/() -]*\d"
            r"|CN\s*:?\s*\d\d-\d{4}(?:/\w+)?|ISSN\s*:?\s*\d{4}-\d{3}[\dXx]"
        ),
        "国内统一刊号：CN00-0000",
    ),
    PartRow(
        Part.STAFF,
        re.compile(rf"(?:{_LABEL}(?:\s*[:/|]\s*|\s+)(?:{_PERSON})+)+"),
        "责任编辑：林远 校对：周晓梅",
    ),
    PartRow(Part.WEEKDAY, re.compile(r"\(?(?:星期|周|礼拜)[一二三四五六日天]\)?"), "星期三"),
    PartRow(
        Part.LUNAR,
        re.compile(
            r"(?:农历|夏历)\s*\S{2,14}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[正一二三四五六七八九十冬腊闰]{1,3}月\S{2,4}"
        ),
        "农历乙巳年二月十三",
    ),
    PartRow(Part.NUMBER, re.compile(r"(?<!\S)0\d(?=\s+[\u4e00-\u9fff]{2,6}\s*$)"), "03 理论"),
    PartRow(
        Part.NOISE,
        re.compile(
            r"(?:https?://|www\.)[\w./-]+|[\w.-]+@[\w.-]+|(?:电子邮?箱|投稿邮箱|邮箱|E-?mail|网址)\s*:|(?:电话|热线|传真|邮编)\s*:[\s\d()-]+"
            r"|(?<!\w)[A-Z]{3,}(?:\s[A-Z]{2,})*(?!\w)"
        ),
        "www.example.com",
    ),
)
"""Tried in this order, each on what the rows before it left over; dates are taken out first (``rag.text.dates``)."""

COLUMN_LABEL = PartRow(
    Part.COLUMN, re.compile(r"(?:本期|本版)?(?:栏目|专栏|栏题)\s*:\s*(?P<name>\S{2,16})"), "栏目：安全论坛"
)
"""A line that says itself that it names a column."""

COLUMN_MARKED = PartRow(
    Part.COLUMN,
    re.compile(r"[■□◆◇●○▲★☆◎▍▎]\s*(?P<name>[\u4e00-\u9fff·]{4,10})|【(?P<boxed>[\u4e00-\u9fff·]{4,10})】"),
    "■渡口论坛",
)
"""A line that is a column only beside others that certainly belong to the head: bylines have the same marks."""

MASTHEAD_ENDS: tuple[str, ...] = (
    *("报", "周刊", "月刊", "旬刊", "季刊", "导刊", "学刊", "会刊", "院刊", "校刊", "内刊", "丛刊"),
    *("学报", "通讯", "电讯", "杂志", "工运"),
)
"""How the name of a newspaper or journal ends: 青湾日报, 江岸周刊, 路港通讯."""

NO_MASTHEAD_ENDS: tuple[str, ...] = (
    *("汇报", "通报", "情报", "海报", "预报", "警报", "回报", "申报", "填报", "举报", "捷报", "喜报", "公报"),
    *(
        "战报",
        "电报",
        "上报",
        "播报",
        "墙报",
        "板报",
        "抄报",
        "本报",
        "见报",
        "登报",
        "发报",
        "呈报",
        "报报",
        "月报",
    ),
)
"""Words that end alike and name no newspaper: 工作汇报."""

NAMED_PAGES: tuple[str, ...] = (
    *(
        "要闻",
        "综合",
        "新闻",
        "理论",
        "党建",
        "党群",
        "评论",
        "副刊",
        "文艺",
        "专题",
        "时事",
        "国际",
        "经济",
        "教育",
    ),
    *("安全", "人物", "民生", "文化", "工会", "纪检", "青年"),
)
"""Pages called by a name: 党群版."""

NO_COLUMN = re.compile(
    r"来源|原载|摘自|刊[于载发]|载于|编[者辑]|记者|公告|声明|启事|目录|附件|出版|印刷|发行|[的了怎]"
)
"""Words beside the number of a page that are not the name of a column."""

TURNS = re.compile(r"[上下接转]\s*第|转[载自]|接\s*\d")
"""A line that turns to another page (上接第1版) names that one, not this."""

OWN_SOURCE = PartRow(
    Part.NEWSPAPER,
    re.compile(
        r"(?:^|(?<=[\s_(]))(?:稿件|文章|信息|内容)?(?:来源|原载于?|原刊于?|刊于|载于|转自|摘自)\s*[:《]\s*《?"
        r"(?P<name>[^\W\d_]+(?:·[^\W\d_]+)*)(?=[》\s\d_,;)]|$)",
        re.MULTILINE,
    ),
    "来源：青湾日报",
)
"""A line at the beginning of an article that says where it first stood."""

NO_SOURCE = frozenset(
    {"网络", "互联网", "综合", "本站", "本网", "本报", "本刊", "佚名", "原创", "不详", "未知"}
)
"""Words behind 来源 that name nothing."""

"""How people ask about articles themselves: which field, how many, a notice or an article.

All patterns are matched against folded text, as in ``question_table``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rag.errors import Words


class FieldRow(NamedTuple):
    """A field that a page prints, and how it is asked for."""

    field: str
    """The name of the field of ``Article``."""
    pattern: re.Pattern[str]
    example: str
    name: Words
    """What is called missing where the page does not give it."""


FIELDS: tuple[FieldRow, ...] = (
    FieldRow(
        "title",
        re.compile(
            "题目|标题|篇名|哪(?:几|些|一|两|二|三)?(?:篇|份)|(?:有没有|有无|是否有|找).{0,30}(?:文章|稿子|材料|资料)|"
            "(?:文章|稿子).{0,6}(?:叫什么|叫啥)|which article"
        ),
        "写调度的那篇题目叫啥?",
        Words("标题", "a title"),
    ),
    FieldRow(
        "author",
        re.compile(
            "作者(?!单位(?!$)|.{0,2}来自|[^谁]{0,3}(?:哪个|什么)单位)|谁写|谁的|出自谁|署名|写.{0,12}谁|哪位|谁执笔|都有谁|author"
        ),
        "这篇是谁写的?",
        Words("作者姓名", "an author"),
    ),
    FieldRow(
        "affiliation",
        re.compile("单位|机构|在哪里?儿?(?:工作|上班|任职|供职)|来自哪|哪个(?:公司|矿|局|院|校|部门)"),
        "周明远是哪个单位的?",
        Words("作者单位", "a unit"),
    ),
    FieldRow(
        "date",
        re.compile(
            "(?:什么时候|啥时候|何时|哪天|哪年|几时).{0,3}(?:发|登|刊|出版)|发表(?:时间|日期)|(?:登|刊)在哪(?:天|期)"
        ),
        "讲夜班食堂那篇是什么时候发表的?",
        Words("日期", "a date"),
    ),
)


class AboutCue(NamedTuple):
    """Words that say which articles are meant."""

    pattern: re.Pattern[str]
    example: str


SEVERAL = AboutCue(
    re.compile("有谁|有哪些|哪几|哪些|哪两|哪三|都有谁|都有哪|还有谁|几位|几篇|两位"),
    "哪几篇文章谈到了青工培训?",
)
"""Every article that fits, not the best alone."""

NOTICE = AboutCue(re.compile("公告|启事|声明|通告|遗失|广告"), "有没有公司注销的公告?")
"""A notice printed in the page, not an article."""

PLAINLY = AboutCue(
    re.compile("[哪那这](?:几|些|一|两|二|三)?(?:篇|份)|文章|题目|标题|作者"), "讲夜班食堂那篇是谁写的?"
)
"""An article as such."""

SAME_UNIT = AboutCue(
    re.compile("(?:他|她|同|这|那|该|本)(?:们|个|家|一)?(?:的)?单位.{0,4}(?:还有|其他|别)"),
    "他们单位还有谁写过文章?",
)
"""The other authors of the unit spoken of."""

THIS_ONE = AboutCue(
    re.compile(
        "这(?:篇|份|则|个|次)?(?:文章|案例|案子|调查|调研|报道|材料|公告)|这篇|本文|该文|(?:它|这)是谁写|^它(?:分|的(?:提纲|结构|题目|标题|作者))"
    ),
    "这个案例是谁写的?",
)
"""The article spoken of, whatever it is called."""

NAMED_TITLE = AboutCue(re.compile("《([^《》]{4,60})》"), "《把安全写在渡口上》的作者是谁?")
"""A title in its marks, as the first group."""

ASKING = re.compile(
    "作者|文章|题目|标题|单位|资料|材料|大作|署名|公告|一篇|哪篇|那篇|这篇|介绍|谈到|提到|提及|讲|写|发表|工作|哪位|专门|"
    "叫什么|叫啥|来自|出自|谁手|稿子|机构|份|篇"
)
"""Words of such questions that are not about the article's subject."""

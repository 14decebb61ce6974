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
    """The name of the field of ``Article``, or of its imprint."""
    pattern: re.Pattern[str]
    example: str
    name: Words
    """What is called missing where the page does not give it."""


_WHEN = "什么时候|啥时候|何时|哪天|哪年|几时"

FIELDS: tuple[FieldRow, ...] = (
    FieldRow(
        "title",
        re.compile(
            "题目|标题|篇名|哪(?:几|些|一|两|二|三)?(?:篇|份(?!报))|(?:有没有|有无|是否有|找).{0,30}(?:文章|稿子|材料|资料)|"
            "(?:文章|稿子)(?!.{0,3}作者).{0,6}(?:叫什么|叫啥)|which article"
        ),
        "写调度的那篇题目叫啥?",
        Words("标题", "a title"),
    ),
    FieldRow(
        "author",
        re.compile(
            "(?<!的)作者单位$|作者(?!单位|.{0,2}来自|[^谁]{0,3}(?:哪个|什么)单位)|谁|署名|哪位|"
            "写.{1,16}(?:那位|那个人|的人)(?:叫|是)|author|who"
        ),
        "这篇是谁写的?",
        Words("作者姓名", "an author"),
    ),
    FieldRow(
        "affiliation",
        re.compile(
            "单位|机构|在哪里?儿?(?:工作|上班|任职|供职)|来自哪|是哪(?:里|儿)的|哪里人|哪个(?:公司|矿|局|院|校|部门)"
        ),
        "周明远是哪个单位的?",
        Words("作者单位", "a unit"),
    ),
    FieldRow(
        "newspaper",
        re.compile(
            "(?:哪|什么)一?(?:张|家|份|种|个)?(?:报纸?|刊物|杂志|期刊)|(?:登|刊载?|发表|发)在(?:哪里|哪儿|什么|啥)"
        ),
        "讲渡口的那篇登在哪家报纸上?",
        Words("报刊名", "a newspaper"),
    ),
    FieldRow(
        "edition",
        re.compile("第几(?:版|期)|哪一?(?:版|期(?!间))"),
        "讲渡口的那篇在第几版?",
        Words("版次", "a page number"),
    ),
    FieldRow(
        "column", re.compile("(?:什么|哪个|啥)栏目?"), "讲渡口的那篇在哪个栏目?", Words("栏目", "a column")
    ),
    FieldRow(
        "date",
        re.compile(
            f"(?:{_WHEN}).{{0,3}}(?:发|登|刊|出版)|发表(?:时间|日期)|(?:登|刊)在哪天|(?:发表|[发登刊])[^,。?]{{0,4}}(?:{_WHEN})"
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
    re.compile(
        "有谁|有哪|哪几|哪些|哪两|哪三|都有谁|都有哪|还有谁|几位|几篇|多少篇|两位|(?:写|发表)(?:过|了)(?:些|什么|啥)|谁(?:写|发表)过|别的|其他|其它|"
        "^[^,。?]{2,4}的文章[?。]*$"
    ),
    "哪几篇文章谈到了青工培训?",
)
"""Every article that fits, not the best alone."""

COUNTED = AboutCue(re.compile("几篇|多少篇"), "有几篇文章谈到了青工培训?")
"""How many articles there are."""

MENTION = AboutCue(re.compile("提到|提及|提过|谈到|讲到|说到|涉及|写到"), "哪几篇文章提到了家访?")
"""The article may say it in passing: the sentence is shown."""

NOTICE = AboutCue(re.compile("公告|启事|声明|通告|遗失|广告"), "有没有公司注销的公告?")
"""A notice printed in the page, not an article."""

PLAINLY = AboutCue(
    re.compile("[哪那这](?:几|些|一|两|二|三)?(?:篇|份)|文章|题目|标题|作者|写.{1,16}那(?:位|个人)"),
    "讲夜班食堂那篇是谁写的?",
)
"""An article as such."""

SAME_UNIT = AboutCue(
    re.compile("(?:他|她|同|这|那|该|本)(?:们|一?个|一?家|一)?(?:的)?单位.{0,4}(?:还|其他|别)"),
    "他们单位还有谁写过文章?",
)
"""The other authors of the unit spoken of."""

SAME_AUTHOR = AboutCue(
    re.compile("(?:他|她|作者|这位).{0,4}(?:还|别的|其他|其它).{0,6}(?:写|发表|文章|作品)"),
    "他还写过别的文章吗?",
)
"""The other articles of the author spoken of."""

OTHERS = AboutCue(re.compile("还(?:有|写|发表)|别的|其他|其它"), "罗小满还写过别的文章吗?")
"""Not the article spoken of."""

PRINTED = AboutCue(re.compile("登|刊|载|发表|文章|稿|篇"), "江岸周报登了哪些文章?")
"""The newspaper that is named printed them."""

PRINTED_IN = AboutCue(
    re.compile(r"((?:19|20)\d{2})年(?:(\d{1,2})月)?(?:份)?(?:以来|间)?(?:发表|刊|登|发的|出版)"),
    "2024年5月发表的文章有哪些?",
)
"""The year and, where it is said, the month in which they were printed, as groups."""

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
    "作者|文章|题目|标题|单位|资料|材料|大作|署名|公告|一篇|哪篇|那篇|这篇|几篇|介绍|谈到|提到|提及|提过|说到|涉及|讲|写|发表|工作|哪位|那位|"
    "专门|叫什么|叫啥|来自|出自|谁手|稿子|报道|机构|上班|第几版|第几期|哪一?版|栏目?|报纸|刊登|转载|登|刊|其他|别的|份|篇"
)
"""Words of such questions that are not about the article's subject."""

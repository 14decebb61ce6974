"""How people ask: the patterns that tell what a question wants, in the order in which they are tried.

All patterns are matched against folded text: half width, lower case, simplified characters, no spaces inside
Chinese. The first row that matches names the kind, so the order is part of the table.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rag.answering.answer import QuestionKind
from rag.text.numerals import NUMERAL


class KindRow(NamedTuple):
    """One way of asking."""

    kind: QuestionKind
    pattern: re.Pattern[str]
    example: str
    """A question that this row, and none before it, is for."""


def _row(kind: QuestionKind, pattern: str, example: str) -> KindRow:
    return KindRow(kind, re.compile(pattern), example)


_COUNTED = "个|种|类|项|条|点|方面|步|样|大|道|层|家|位|块|套|级|对|则|款|门|宗|面|句|处|阶段|部分|环节"
_MANY = NUMERAL

KINDS: tuple[KindRow, ...] = (
    _row(QuestionKind.OUTLINE, r"提纲|大纲|目录|outline", "这篇文章给个提纲"),
    _row(
        QuestionKind.OUTLINE,
        r"》.{0,4}(?:分|结构|提纲)?哪?几?个?(?:部分|结构)|(?:文章|[这那]篇|全文|通篇|本文|^它).{0,8}(?:结构|分几|几部分|几个部分|哪几部分|讲了?些?(?:什么|啥)|"
        r"主要内容|概括|总结|说了?些?(?:什么|啥))|summar",
        "那篇讲防汛的文章主要内容是什么?",
    ),
    _row(
        QuestionKind.WHY,
        r"为什么|为啥|为何|凭什么|凭啥|怎么会|何以|什么原因|啥原因|什么缘故|什么道理|啥道理|原因(?:是|在|何在|呢)|"
        r"原因$|理由(?:是|呢|[?。]|$)|干嘛(?:非|要|还)|根子|图(?:个|的是?)?(?:啥|什么)|为了(?:什么|啥)|"
        r"目的(?:是|何在|在)|目的$|(?:^|\s)why\b",
        "汛期为什么要提前开闸?",
    ),
    _row(
        QuestionKind.YES_NO,
        r"^[^哪谁]*(?:(?<![什怎多这那])吗|行不行|对不对|算不算.*|可不可以|合不合规|是不是)[?。!]*$",
        "把大单拆成几个小单行不行?",
    ),
    _row(QuestionKind.ABOUT, r"作者|笔者是|署名|撰稿|出自(?:谁|何人)|author", "讲夜班食堂那篇的作者是谁?"),
    _row(
        QuestionKind.ABOUT,
        r"谁写|谁的(?:大作|文章|手笔)|写[这那它](?:篇|个|份)?.{0,4}谁|谁执笔",
        "这篇是谁写的?",
    ),
    _row(
        QuestionKind.ABOUT,
        r"哪(?:几|些|一|两|二|三)?(?:篇|份(?!额))|which article",
        "哪几篇文章谈到了青工培训?",
    ),
    _row(
        QuestionKind.ABOUT,
        r"(?:篇|文章|稿子|材料).{0,8}(?:什么时候|啥时候|何时|哪天|哪年|几时).{0,3}(?:发|登|刊|出版)|发表(?:时间|日期)",
        "讲夜班食堂那篇是什么时候发表的?",
    ),
    _row(
        QuestionKind.ABOUT,
        r"(?:题目|标题|篇名)(?:是|叫|为)?(?:什么|啥|哪|告诉)|(?:什么|啥)(?:题目|标题)|题目和|题目$|标题$",
        "写调度的那篇题目叫啥?",
    ),
    _row(
        QuestionKind.ABOUT,
        r"(?:有没有|有无|是否有|登过|收录|刊登|找).{0,30}(?:文章|公告|启事|声明|稿子|材料|资料|报道)",
        "有没有讲渡口安全的文章?",
    ),
    _row(
        QuestionKind.ABOUT,
        r"(?:写过|发过|发表过|写了|撰写).{0,30}(?:谁|哪位|题目|文章|叫什么|叫啥)",
        "港务局发表过的那篇叫什么?",
    ),
    _row(
        QuestionKind.ABOUT,
        r"(?:哪个|什么|啥|哪家|何)(?:单位|机构)(?:的|工作|上班|任职|供职)?(?:[?。]|$)|"
        r"(?:在哪里?|在哪儿)(?:工作|上班|任职|供职)|来自(?:哪|什么)|单位(?:是|在|呢)(?:哪|什么)?",
        "周明远是哪个单位的?",
    ),
    _row(
        QuestionKind.LIST,
        rf"哪些|哪几(?!年|天|月|日|号|点钟)|哪(?:{_MANY})(?!年|天|月|日)(?!(?:条|部|款|项)(?:法|规定|原则))",
        "夜间巡检要看哪几处?",
    ),
    _row(
        QuestionKind.LIST,
        r"分别(?:是|为|指|有|叫|代表|包括|要)?.{0,6}(?:什么|哪|啥|谁)|各(?:是|指|为|叫|有|代表)(?:什么|哪|啥|多少)",
        "“四查三访”分别指什么?",
    ),
    _row(QuestionKind.NUMBER, r"几点(?:钟|整|半|[开闭关下上起到]\w)", "食堂几点关门?"),
    _row(
        QuestionKind.LIST,
        r"(?:难|卡|堵|困难|问题|短板|不足|体现|表现)(?:点|都|主要|具体)?在(?:于)?(?:哪|什么|啥)(?!(?:年|天|月|个(?:国家|省|市|县)))",
        "老旧管网改造难在哪里?",
    ),
    _row(
        QuestionKind.LIST,
        rf"(?:分|有|要|共|给|列|讲|经|从|做|包)?(?:了|成|为|过)?几(?:个?方面|大类|{_COUNTED})(?!人|月|小时|星期|工作日|单位|"
        r"学校|国家|客人|党员|矿|队|成员|站)",
        "应急演练分几步?",
    ),
    _row(
        QuestionKind.LIST,
        r"都(?:有|是|包括|列|收|要|能|写|叫|打|会|算)(?:了|上)?些?(?:什么|啥|哪)|包括(?:些)?(?:什么|哪|啥)|包含(?:什么|哪|啥)|"
        r"有些(?:什么|啥)|(?:干|做|办|写|开)(?:些|几样)?(?:啥|什么|哪)(?:课|活动|事)?(?:[?。]|$)",
        "护林员的背包里都有什么?",
    ),
    _row(
        QuestionKind.LIST,
        r"(?:有|存在)(?:什么|啥)(?:主要|突出|明显)?(?:问题|短板|不足|困境|难点|痛点|堵点|优势|特点|特征|表现|好处|职责|"
        r"要求|措施|举措|类型|区别|不同|毛病|内容|途径|渠道|价值|意义|作用)",
        "国企培训有什么短板?",
    ),
    _row(
        QuestionKind.LIST,
        rf"(?<!第)(?!一)(?:{_MANY})(?:个|种|类|项|条|步|点)(?:[^,。?!]{{0,4}})$|(?<!第)(?:{_MANY})(?:个|种|类|项|条|步|点)\s",
        "巡线 五个步骤",
    ),
    _row(
        QuestionKind.LIST,
        r"(?:短板|步骤|途径|路径|举措|措施|方式|内容|因素|情形|种类|类型|环节|特点|优势|问题|指标|对象|渠道|包括)$",
        "基层培训 短板",
    ),
    _row(
        QuestionKind.LIST,
        r"(?:怎么|怎样|如何|咋)(?:来|划|区)?分(?:类|级|档|的|成|为)?[?。!]*$",
        "险情按轻重怎么分?",
    ),
    _row(
        QuestionKind.DEFINITION,
        r"什么是|什么叫|啥叫|啥是|何谓|何为|(?:什么|啥)意思|含义|涵义|(?:怎么|怎样|如何|咋)(?:理解|定义|界定|解释|规定的|讲的?[?。]?$|说的|回事)|"
        r"(?:是|算)(?:个|一个|一种|一)?(?:什么|啥)(?:样的?)?(?:性质|概念|组织|来头|东西|做法|网站|地位)|(?:具体|说白了)?是干(?:什么|啥)的|什么性质|"
        r"(?:具体)?(?:指|指的是|指的|说的是|代表|是指)(?:的是)?(?:什么|啥|谁|哪)|到底(?:是)?(?:什么|啥)|概念$|定义$|"
        r"what (?:is|are|does) (?:meant|the meaning)",
        "什么是“红旗号”班组?",
    ),
    _row(
        QuestionKind.DEFINITION,
        r"^[^,。的]{2,14}(?:本质上)?(?:究竟|到底)?(?:是|指)(?:个)?(?:什么|啥)[?。]*$",
        "流动红旗是什么?",
    ),
    _row(
        QuestionKind.YES_NO,
        r"(?:吗|(?<![什怎多这那])么|嘛|不)[?。!]*$|是否|是不是|能不能|可不可以|可否|算不算|要不要|需不需要|该不该|行不行|对不对|会不会|"
        r"用不用|有没有|能否|还是|^(?:is|are|does|do|can|must|should)\b",
        "退休人员还能参加疗养吗?",
    ),
    _row(
        QuestionKind.NUMBER,
        r"多少|百分之几|多久|多长|多大|多高|多远|多重|多宽|哪一?(?:年|天|月|日)|什么时(?:候|间)|何时|何年|啥时候|几时|"
        r"第几|几|how (?:many|much|long|often|large)|when",
        "去年一共修了多少公里?",
    ),
    _row(
        QuestionKind.NUMBER,
        r"(?:人数|数量|数额|金额|比例|比率|占比|总数|时间|日期|年份|期限|电话|标准|参数量?|次数)$",
        "青工 培训 人数",
    ),
    _row(
        QuestionKind.HOW,
        r"怎么|怎样|如何|咋|(?:什么|啥)(?:办法|方法|法子|手段|方式|措施)|拿(?:什么|啥)|靠(?:什么|啥)|怎|\bhow\b",
        "怎样让职工愿意提建议?",
    ),
    _row(
        QuestionKind.ENTITY,
        r"谁|哪|什么|啥|何(?:人|处|地)|叫(?:什么|啥)|第一(?:责任人)?|\b(?:who|which|what|where)\b",
        "调度台归谁管?",
    ),
)

FALLBACK_KIND = QuestionKind.HOW
"""Keywords without any question word: the sentences that speak of them, with their neighbours."""

COUNT_ASKED = re.compile(
    rf"哪({_MANY})|(?<![这那第])({_MANY})(?:个|种|类|项|条|点|大|方面|步|样|者|部分|阶段|环节)"
)
"""``哪三种``、``五个维度``: how many items the answer ought to have."""

ORDINAL_ASKED = re.compile(
    rf"(?:第({_MANY})|(头)一|最后一?)(?:个|种|类|项|条|点|步|件|方面)[^,。?!的]{{0,8}}(?:是|为|叫|做|干|讲|说|怎么)(?:的)?"
    r"(?:什么|啥|哪|讲|说)"
)
"""``第一步做什么``, ``头一个痛点是啥``: one item of a list and no other."""

UNIT_ASKED = re.compile(r"(?:多少|百分之几|几)(个?[^\d\s,。?!、的了呢吗]{0,2})")
"""``多少名技师``: the measure word, with a character of the noun behind it."""


class TermRow(NamedTuple):
    """One way of saying what is to be defined, as the first group."""

    pattern: re.Pattern[str]
    example: str
    term: str
    """What the example asks the meaning of."""


TERMS: tuple[TermRow, ...] = (
    TermRow(
        re.compile("[\"“‘「『《']([^\"”’」』》']{2,20})[\"”’」』》']"), "“流动红旗”是什么意思?", "流动红旗"
    ),
    TermRow(
        re.compile(r"(?:什么是|什么叫|啥叫|啥是|何谓|何为)([^,。?!\s]{2,24})"), "什么叫再生证据?", "再生证据"
    ),
    TermRow(
        re.compile(
            r"([^,。?!\s]{2,24}?)(?:这个|这种|那个)?(?:功能|概念|说法|角色|制度|做法)?(?:本质上|到底|究竟|具体|可以|应该|应当|通俗讲)*"
            r"(?:是什么意思|(?:是|算)(?:个|一个|一种|一)?(?:什么|啥)|指(?:的是)?(?:什么|啥|谁|哪)|(?:怎么|怎样|如何|咋)|是指|的?(?:含义|涵义|概念|定义))"
        ),
        "公开招标到底是什么?",
        "公开招标",
    ),
)
"""Tried in this order: quotation marks are the surest, words before the asking the least."""

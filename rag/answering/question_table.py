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
_HOW = "怎么|怎样|如何|咋"
_WHAT = "什么|啥"
_WHEN = "什么时候|啥时候|何时|哪天|哪年|几时"
_PIECE = "文章|稿子|稿件|报道"
_ARTICLE = "文章|[这那]篇|全文|通篇|本文|该文|一文|^它"
_OPINES = (
    "(?:本人|自己|主要|最后|是)?"
    "(?:认为|主张|提出|提到|觉得|建议|指出|强调|论证|总结|分析|研究|列|举|讲|说|用|把|从|对|给|怎|如何|为)"
)
_WHETHER = "是不是|有没有|是否|能不能|会不会|该不该|要不要|对不对|能否|可否"

KINDS: tuple[KindRow, ...] = (
    _row(QuestionKind.OUTLINE, r"提纲|大纲|目录|小标题|outline", "这篇文章给个提纲"),
    _row(
        QuestionKind.OUTLINE,
        rf"(?:{_ARTICLE}|》)[^,。?]{{0,6}}(?:分(?:成|为|了)?(?:哪?几|多少)|哪几个?部分|几个?部分|结构|框架|主要内容|中心思想|主要观点|主旨|大意|要点|"
        rf"(?:主要|都|到底|究竟|大概)?(?:是)?(?:讲|说|写|谈)(?:的|了)?(?:是|些)*(?:{_WHAT})(?:内容|事)?[?。]*$)",
        "那篇讲防汛的文章主要内容是什么?",
    ),
    _row(
        QuestionKind.OUTLINE,
        rf"(?:概括|总结|归纳|梳理|概述|介绍)(?:一?下)?[^,。?]{{0,24}}(?:[这那]篇|全文|本文|该文|文章(?!里|中))|"
        rf"(?:{_ARTICLE})[^,。?]{{0,8}}(?:概括|总结|归纳)(?:一?下|成|$)|[几一两]句话.{{0,6}}(?:{_ARTICLE})|summar",
        "总结一下讲防汛那篇",
    ),
    _row(
        QuestionKind.ABOUT,
        rf"作者(?!{_OPINES})|笔者是谁|署名|撰稿|出自(?:谁|何人)|author|who wrote",
        "讲夜班食堂那篇的作者是谁?",
    ),
    _row(
        QuestionKind.ABOUT,
        r"谁写|谁的(?:大作|文章|手笔)|写[这那它](?:篇|个|份)?.{0,4}谁|谁执笔|^写[^,。?]{2,16}(?:是|叫)(?:谁|什么)|有(?:没有)?人写过",
        "这篇是谁写的?",
    ),
    _row(
        QuestionKind.ABOUT,
        rf"(?:哪(?:几|些|一|两|二|三)?(?:篇|份(?!额))|多少篇|(?<!第)几篇)|哪些(?:{_PIECE})|"
        rf"(?:{_PIECE})(?:都|一共|总共)?(?:有|是)?(?:哪|几|多少)|which article",
        "哪几篇文章谈到了青工培训?",
    ),
    _row(
        QuestionKind.ABOUT,
        rf"(?:篇|{_PIECE}|材料).{{0,8}}(?:{_WHEN}).{{0,3}}(?:发|登|刊|出版)|(?:篇|{_PIECE}|材料).{{0,8}}(?:发表|刊|登)[^,。?]{{0,4}}(?:{_WHEN})|"
        r"发表(?:时间|日期)",
        "讲夜班食堂那篇是什么时候发表的?",
    ),
    _row(
        QuestionKind.ABOUT,
        rf"(?:哪|什么)一?(?:张|家|份|种)?(?:报纸|报[?。]*$|刊物|杂志|期刊)|(?:登|刊|载|篇|{_PIECE}|报)[^。?]{{0,12}}(?:第几|哪一?)(?:版|期)|"
        r"第几版.{0,4}[登刊载]|(?:登|刊载?|发表)在(?:哪|什么|啥)",
        "《巡线工的一天》登在哪张报纸上?",
    ),
    _row(
        QuestionKind.ABOUT,
        r"(?:题目|标题|篇名)(?:是|叫|为)?(?:什么|啥|哪|告诉)|(?:什么|啥)(?:题目|标题)|题目和|题目$|标题$",
        "写调度的那篇题目叫啥?",
    ),
    _row(
        QuestionKind.ABOUT,
        rf"(?:有没有|有无|是否有|登过|收录|刊登|找|哪里有|想看).{{0,30}}(?:{_PIECE}|公告|启事|声明|材料|资料)|"
        rf"(?:{_PIECE})有(?:吗|没有|么)|找一?篇|\s文章$|^[^,。?]{{2,4}}的文章[?。]*$",
        "有没有讲渡口安全的文章?",
    ),
    _row(
        QuestionKind.ABOUT,
        r"(?:写过|发过|发表过|写了|撰写).{0,30}(?:谁|哪位|题目|文章|叫什么|叫啥)|还(?:写|发表)(?:过|了)|(?:写|发表)过(?:些|什么|啥)|(?:其他|其它|别)的?文章",
        "港务局发表过的那篇叫什么?",
    ),
    _row(
        QuestionKind.ABOUT,
        r"(?:哪个|什么|啥|哪家|何)(?:单位|机构)(?:的|工作|上班|任职|供职)?(?:[?。]|$)|^[^,。?]{2,4}的?单位[?。]*$|"
        r"(?:在哪里?|在哪儿)(?:工作|上班|任职|供职)|来自(?:哪|什么)|(?<!各)单位(?:呢|(?:是|在)(?:哪|什么|啥|[?。]|$))|^[^,。?]{2,4}是哪(?:里|儿)的[?。]*$",
        "周明远是哪个单位的?",
    ),
    _row(
        QuestionKind.WHY,
        rf"(?<![现视作称])为什么|为啥|为何|为嘛|缘何|缘由|缘故|凭(?:{_WHAT})|怎么(?:会|就(?!是)|还(?:会|成))|何以|(?:什么|啥)(?:原因|道理)|原因(?:是|在|何在|呢)|"
        rf"原因$|理由(?:是|呢|[?。]|$)|干嘛(?:非|要|还)|根子|根源|初衷|图(?:个|的是?)?(?:{_WHAT})|为了(?:{_WHAT})|因为(?:{_WHAT})|出于(?:{_WHAT}|何)|"
        rf"(?:{_WHAT})让|由(?:{_WHAT}).{{0,4}}(?:引起|造成|导致)|目的(?:是|何在|在)|目的$|"
        rf"(?:意义|作用|好处|价值|必要性)(?:何在|在哪|在于|(?:到底|究竟)?是(?:{_WHAT}))|(?:^|\s)why\b",
        "汛期为什么要提前开闸?",
    ),
    _row(
        QuestionKind.YES_NO,
        r"^[^哪谁]*(?:(?<![什怎多这那])吗|行不行|对不对|算不算.*|可不可以|合不合规|是不是)[?。!]*$",
        "把大单拆成几个小单行不行?",
    ),
    _row(QuestionKind.HOW, rf"(?:{_HOW})[^,。?]{{0,24}}(?:{_WHETHER}|得对)", "怎么看一条渡船是不是超载?"),
    _row(
        QuestionKind.HOW,
        rf"(?:{_WHAT}|哪种|哪些|何种)(?:样的)?(?:情况|条件|情形)下|(?:{_WHEN})(?:才|就)?(?:能|可以|该|应|开始(?:算|有效|生效|计)|算)|"
        rf"从(?:{_WHEN})(?:开始|起)(?:算|计)",
        "什么情况下渡船要停航?",
    ),
    _row(
        QuestionKind.HOW,
        rf"(?:先|应当|应该|应|得|要|自动|必须|该|需要)(?:补|再|及时)?(?:做|干|办)(?:{_WHAT})|走(?:{_WHAT}|怎样的)(?:程序|流程|手续)|"
        rf"按照?(?:{_WHAT}|怎样的|哪种)(?:程序|顺序|步骤|流程)|(?:通过|用|采用|采取)(?:{_WHAT}|哪种|何种)(?:方式|办法|方法|渠道|途径|手段|措施)",
        "夜里停航先做什么?",
    ),
    _row(QuestionKind.DEFINITION, r"指(?:的是?)?(?:谁|哪些)", "白名单到底指哪些?"),
    _row(QuestionKind.ENTITY, r"第几(?:条|款|章|批|届|号)", "停航的规定是第几条?"),
    _row(
        QuestionKind.LIST,
        rf"哪些|哪几(?!年|天|月|日|号|点钟)|哪(?!一(?![十百千]))(?:{_MANY})(?!年|天|月|日)(?!(?:条|部|款|项)(?:法|规定|原则))",
        "夜间巡检要看哪几处?",
    ),
    _row(
        QuestionKind.LIST,
        r"分别(?:是|为|指|有|叫|代表|包括|要)?.{0,6}(?:什么|哪|啥|谁)|各(?:是|指|为|叫|有|代表)(?:什么|哪|啥|多少)",
        "“四查三访”分别指什么?",
    ),
    _row(
        QuestionKind.NUMBER,
        r"几点(?:钟|整|半|[开闭关下上起到]\w)|(?:[早晚]上|[上中下]午|凌晨)几点|第几",
        "食堂几点关门?",
    ),
    _row(
        QuestionKind.LIST,
        r"(?:难|卡|堵|困难|问题|短板|不足|体现|表现)(?:点|都|主要|具体)?(?:在(?:于)?|为)(?:哪|什么|啥)(?!(?:年|天|月|个(?:国家|省|市|县)))",
        "老旧管网改造难在哪里?",
    ),
    _row(
        QuestionKind.LIST,
        rf"(?:分|有|要|共|给|列|讲|经|从|做|包)?(?:了|成|为|过)?几(?:个?方面|大类|{_COUNTED})(?!人|月|小时|星期|工作日|单位|"
        rf"学校|国家|客人|党员|矿|队|成员|站|县|村|战友|百分点)(?!.*(?:{_HOW}|为什么|为啥|多少|多久|谁))",
        "应急演练分几步?",
    ),
    _row(
        QuestionKind.LIST,
        r"都(?:有|是|包括|列|收|要|能|写|叫|打|会|算|比|查|测)(?:了|上)?些?(?:什么|啥|哪|谁)|包括(?:些)?(?:什么|哪|啥)|包含(?:什么|哪|啥)|"
        r"有些(?:什么|啥)|[写讲办做送学查发干开](?:了|着|过)?(?:些|几样)(?:什么|啥)|"
        r"(?<!样)(?:干|做|办|写|开)(?:啥|什么|哪)(?:课|活动|事)?(?:[?。]|$)|(?:名单上?|成员)(?:有|是)谁",
        "护林员的背包里都有什么?",
    ),
    _row(
        QuestionKind.LIST,
        r"(?:有|存在|取得了?|具备|满足|符合|准备|提交|享受)(?:什么|啥)(?:主要|突出|明显|新)?(?:问题|短板|不足|困境|难点|痛点|堵点|优势|优点|缺点|"
        r"特点|特征|表现|好处|用处|功能|职责|条件|材料|手续|待遇|要求|措施|举措|对策|类型|区别|不同|毛病|内容|途径|渠道|价值|意义|作用|"
        r"影响|变化|花样|危害|后果|经验|亮点|困难|本领|症状)",
        "国企培训有什么短板?",
    ),
    _row(
        QuestionKind.LIST,
        rf"(?<![第这那])(?!一)(?:{_MANY})(?:个|种|类|项|条|步|点|大|方面)[^,。?!]{{0,8}}?(?:是|为|叫|指)(?:(?:{_WHAT})(?!时)|哪(?:{_MANY}|几|些))|(?:{_HOW})分(?:类|的)?[?。]*$",
        "改造的三个阶段是什么?",
    ),
    _row(QuestionKind.LIST, r"列举|罗列|列出|列一下|简述", "列举一下管网改造的难点"),
    _row(
        QuestionKind.LIST,
        rf"(?<!第)(?!一)(?:{_MANY})(?:个|种|类|项|条|步|点)(?:[^,。?!]{{0,4}})$|(?<!第)(?:{_MANY})(?:个|种|类|项|条|步|点)\s",
        "巡线 五个步骤",
    ),
    _row(
        QuestionKind.LIST,
        r"^(?!.*(?:什么|啥|多少|几|怎|如何|哪|谁|吗)).*(?:短板|步骤|途径|路径|举措|措施|方式|内容|因素|情形|种类|类型|环节|特点|优势|问题|指标|对象|渠道|包括|注意事项|难点|建议|对策|"
        r"职责)$",
        "基层培训 短板",
    ),
    _row(
        QuestionKind.LIST,
        r"(?:怎么|怎样|如何|咋)(?:来|划|区)?分(?:类|级|档|的|成|为)?[?。!]*$",
        "险情按轻重怎么分?",
    ),
    _row(
        QuestionKind.DEFINITION,
        r"什么是|什么叫|啥叫|啥是|何谓|何为|解释(?:一?下)?|(?:什么|啥)意思|含义|涵义|(?:怎么|怎样|如何|咋)(?:理解|定义|界定|解释|规定的|讲的?[?。]?$|说的|回事)|"
        r"(?:是|算)(?:个|一个|一种|一)?(?:什么|啥)(?:样的?)?(?:性质|概念|组织|来头|东西|做法|网站|地位|服务|模式|岗位)|(?:具体|说白了)?是干(?:什么|啥)的|什么性质|"
        r"(?:具体)?(?:指|指的是|指的|说的是|代表|是指)(?:的是)?(?:什么|啥)|到底(?:是)?(?:什么|啥)(?:[?。]|$)|(?:概念|定义)(?:是|为|[?。]|$)|"
        r"\bmean(?:s|t|ing)?\b|^what (?:is|are) (?:the |a |an )?[\"']",
        "什么是“红旗号”班组?",
    ),
    _row(
        QuestionKind.DEFINITION,
        r"^[^,。的]{2,14}(?:本质上)?(?:究竟|到底)?(?:是|指)(?:个)?(?:什么|啥)[?。]*$",
        "流动红旗是什么?",
    ),
    _row(
        QuestionKind.YES_NO,
        rf"(?:吗|(?<![什怎多这那])么|嘛|不)[?。!]*$|{_WHETHER}|可不可以|算不算|需不需要|行不行|用不用|([开交算停给收去办])不\1|([能会要行])[^,。?]{{0,8}}不\2[?。]*$|吧\?|还是|"
        r"^(?:is|are|does|do|can|must|should)\b",
        "退休人员还能参加疗养吗?",
    ),
    _row(
        QuestionKind.NUMBER,
        r"多少|百分之几|多久|多长|多大|多高|多远|多重|多宽|哪一?(?:年|天|月|日)|什么时(?:候|间)|何时|何年|啥时候|几时|"
        rf"几(?!.*(?:{_HOW}))|how (?:many|much|long|often|large)|when",
        "去年一共修了多少公里?",
    ),
    _row(
        QuestionKind.NUMBER,
        r"(?:人数|数量|数额|金额|比例|比率|占比|总数|时间|日期|年份|期限|电话|标准|参数量?|次数|册数|高度|长度|面积|容量|温度|周期|[\u4e00-\u9fff]{2}率)$",
        "青工 培训 人数",
    ),
    _row(
        QuestionKind.HOW,
        rf"{_HOW}|(?:什么|啥)好?(?:办法|方法|法子|手段|方式|措施)|拿(?:什么|啥)|靠(?:什么|啥)|怎|(?:流程|程序|做法)$|\bhow\b",
        "怎样让职工愿意提建议?",
    ),
    _row(
        QuestionKind.LIST,
        r"^what (?:\w+ )?(?:measures|steps|challenges|difficulties|problems|kinds|types|methods|benefits)\b",
        "What measures keep the ferry safe?",
    ),
    _row(
        QuestionKind.OUTLINE,
        rf"[讲写](?:了|的是)(?:些|一些)?(?:{_WHAT})(?:内容|事)?[?。]*$",
        "夜班食堂办起来以后讲了什么?",
    ),
    _row(
        QuestionKind.ENTITY,
        r"谁|哪|什么|啥|何(?:人|处|地)|叫(?:什么|啥)|第一(?:责任人)?|(?:地点|地址|网址|负责人|依据|名称)$|\b(?:who|which|what|where)\b",
        "调度台归谁管?",
    ),
)


class Courtesy(NamedTuple):
    """Words of politeness around a question."""

    pattern: re.Pattern[str]
    example: str
    left: str
    """What of the example asks."""


COURTESY_BEFORE = Courtesy(
    re.compile(
        r"^(?:(?:您好|你好|大家好|各位好?|老师好?|嗨)[,!。~\s]*)?"
        r"(?:我?就?(?:麻烦|劳驾|冒昧)?(?:请问|请教|想再?(?:问|请教|知道|了解|咨询|打听)|问一?下|咨询一?下|打听一?下)"
        r"(?:一?下|各位|大家|您|你)*[,:。\s]*)?(?:那个|所谓的?)?"
    ),
    "您好,麻烦问一下,补贴多少?",
    "补贴多少?",
)
COURTESY_AFTER = Courtesy(
    re.compile(
        r"(?:呀|啊|呢|哈|哦|哩|来着|[,。!?~\s]*(?:谢谢(?:你|您|了|啦)?|多谢|请问|麻烦(?:你|您)?了?))+[?。!~\s]*$"
    ),
    "补贴多少呀?谢谢!",
    "补贴多少",
)

COURTESY_ALONE = Courtesy(
    re.compile(
        r"(?:(?:好|行|可以|知道|明白|清楚|懂|收到|辛苦|麻烦|打扰)(?:的|吧|了|啦|您|你)*|(?:谢谢|多谢|感谢|谢)(?:你们?|您|了|啦|大家)*|"
        r"嗯+|哦+|噢|您好|你好|大家好|再见|拜拜|ok|okay|thanks|thank you|hello|hi|bye|[,。!?~…\s])+"
    ),
    "好的,谢谢!",
    "",
)
"""Words that ask nothing, whatever was said before them."""

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

"""How people go on in a conversation: the cues that a turn leans on what was said before, as tables.

All patterns are matched against folded text.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Cue(NamedTuple):
    """One way of leaning on what was said."""

    pattern: re.Pattern[str]
    example: str
    """A turn of this kind; the pattern finds itself in it."""


_NUMBER = r"[一二两三四五六七八九十\d]+"
_COUNTER = "(?:大类|方面|部分|环节|阶段|个(?!月|年|季|星期|小时|礼拜|五年|百年)|点|条|种|类|项|步|件|款|样|层|位|家|句)"

CORRECTION = Cue(
    re.compile(
        r"^(?:不是(?:这个|那个|这样|的)?|不对|错了|(?:我)?(?:说|问|打)错了)[,。!]"
        r"(?:我)?(?:刚才)?(?:是)?(?:想|要)?(?:问|说)?(?:的)?(?:是)?"
    ),
    "不是，我问的是夜班",
)
"""Takes back the last question; what follows is the real one, in the same matter."""

GO_BACK = Cue(
    re.compile(
        r"^(?:我们|再)?(?:回到|回头(?:再)?(?:说|看|问)|说回|接着(?:刚才|前面))(?:刚才|前面|之前)?(?:说)?(?:的)?"
    ),
    "回到刚才的渡口，一共有几条船?",
)
"""Returns to an earlier turn."""

NAMED = Cue(re.compile(r"《[^《》]{2,}》"), "《把安全写在渡口上》讲了什么?")
"""Names an article: stands alone."""

SWITCH = Cue(
    re.compile(r"^(?:换个(?:话题|问题|事)|另外问?(?:一下|个)?|对了|再问(?:一个|个)?(?:别的)?|还想问)[,:]?"),
    "换个话题，什么是流动红旗?",
)
"""Begins a new topic, unless what follows points back."""

INSTEAD = Cue(re.compile(r"^(?:那)?(?:要是|如果)?换(?:成|作|做)"), "换成夜班呢?")
"""Puts another thing in the place of the one asked about."""

ADDING = Cue(
    re.compile(r"^(?:那)?(?:还有|另外)(?:(?:呢|吗|没有)[,?。!]*|[,?。!]+|(?=最后|第|剩下|其余|其他)|$)"),
    "还有呢？谁来验收?",
)
"""Asks for more; what follows it says more of what."""

BESIDES = Cue(
    re.compile(
        r"除此之外|此外|除了?(?:这|那|上述|前面)|还有(?:没有)?(?:别的|其他|其它|什么|哪|啥|谁)|(?:别的|其他|其它)的?(?:呢|[?。]|$)"
    ),
    "除此之外还有什么做法?",
)
"""Asks for what was not shown yet."""

ORDINAL = Cue(
    re.compile(
        rf"第(?P<number>{_NUMBER})(?:(?P<counter>{_COUNTER})|(?=[呢的里中是指,?。!]|$))|"
        rf"(?P<first>头|前面?)一(?P<first_counter>{_COUNTER})|(?P<former>前者)|(?P<latter>后者)|"
        rf"(?P<last>最后|后面?(?=一))(?:那|的)?一?(?P<last_counter>{_COUNTER})|(?P<end>最后)(?:一|那)?(?=呢|[?。]|$)|"
        rf"(?P<next>[下再])一(?P<next_counter>{_COUNTER})(?=呢|是|[,?。]|$)"
    ),
    "第二点呢?",
)
"""Points at an item of an earlier list: a number, the first, the last, the next."""

SEVERAL = Cue(
    re.compile(
        rf"第{_NUMBER}{_COUNTER}?[、和到至,]第?{_NUMBER}|^那?[前后][二两三四五六七八九十几\d]+{_COUNTER}"
    ),
    "第一、第二种呢?",
)
"""Several items at once, which no one of them stands for."""

ORDINAL_WITHIN = 6
"""An ordinal later in the turn belongs to its own words: 厂里今年评出的第一批标兵."""

REMAINING = Cue(
    re.compile(
        rf"^(?:那)?(?:剩下|其余|其他|其它|另外|另)(?:的|那)?(?:{_NUMBER}|几)?{_COUNTER}?(?:呢)?[?。!]*$"
    ),
    "剩下那两个呢?",
)
"""The items of the last list that were not asked about yet."""

POINTING = Cue(
    re.compile(
        r"它|他们?|她们?|其中|那里|这里|这样|那样|此外|除此之外|除了|"
        r"[这那](?:个|些|种|篇|件|类|项|笔|份|位|次|条|点|事|钱|里|案|家|本)|"
        r"该(?:文|项|制度|单位)|前面|后面|上面|里面|刚才|既然|因此|同一"
    ),
    "它的效果怎么样?",
)
"""A word that points back."""

OPENING = Cue(
    re.compile(
        r"^(?:那么?|然后|接下来|再往?|又|一共|总共|最(?!近)|要是|如果|万一|具体|详细|剩下|举个|之后|收到|[^,?。]{1,6}(?:之后|以后|完))"
    ),
    "那夜班食堂归谁管?",
)
"""A beginning that goes on from what was said."""

NAME = Cue(
    re.compile(
        r"^(?P<opening>那么?)?(?P<name>[^?。!]{2,20}?)(?:这边|那边|这一?头|那一?头|这块|那块|方面)?(?P<end>呢?[?。!]*)$"
    ),
    "那夜班食堂呢?",
)
"""A name alone: the last question, asked of another thing."""

CONDITION = Cue(
    re.compile(r"^(?:要是|如果|万一|假如|碰上|碰到|遇到|一旦)|^[^的]*(?:不|没)[^的]*$"), "本人不肯来"
)
"""Not a name but a case: what is to be done then is asked."""

THESE_FEW = Cue(re.compile(r"[这那]几"), "那几顿饭呢?")
"""几 that asks for no number."""

MORE_DETAIL = Cue(
    re.compile(
        r"(?:再)?(?:能不能|可以|能)?(?:再)?(?:说|讲|介绍|解释)?得?(?:再|更)?(?:详细|具体|展开|细)(?:地)?(?:一?点|一些|一下)?"
        r"(?:来)?(?:说说|讲讲|谈谈|介绍|解释|说|讲)?(?:一?点|一些|一下)?(?:吗|吧)?|多(?:说|讲)(?:一?点|一些|几句)|说说看"
    ),
    "能说得详细一点吗?",
)
"""Asks for more of what was just said."""

_NOUNS = "会[议计员长费场务所]|要[求点素件领]|能[力源量耗]|有[关限效色]|指[标导挥定南引]|算[法力术]|归[档属]|该[文项]"
"""Words that only begin like a verb of asking."""

PREDICATE = Cue(
    re.compile(
        r"(?:里面?|中|上)?(?:到底|究竟|本质上|具体|一共|总共|应该|应当|都|先|又|还)*"
        rf"(?P<verb>(?!{_NOUNS})(?:是否|是不?是?|有|算不?算?|属不?属于|属于|指|包括|叫|归|要不?要?|能不?能?|可不?可?以|会不?会?|"
        r"该不?该?|需不?需?要|怎|如何|咋|为什么|为啥|为何|为了什么|凭什么))|(?:由|给|在|到|从|用|按|向)?(?P<amount>多少|几|谁|哪|什么|啥|何时|多久|多大)"
    ),
    "夜班食堂归谁管?",
)
"""Where a question stops naming its subject and begins to ask: at 归, above."""

PREPOSITION = Cue(re.compile(r"^(?:关于|针对|对于|对|在|从|给|跟|向|由)"), "对外来车辆有什么要求?")
"""Stays before a name that takes the place of another."""

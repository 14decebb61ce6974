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


_HAN_NUMBER = "[一二两三四五六七八九十\\d]+"
_COUNTER = "(?:个|点|条|种|类|项|步|件|方面|部分|环节|阶段|款|样|层|大类)"

CORRECTION = Cue(
    re.compile(
        r"^(?:不是(?:这个|这样|的)?|不对|错了|我说错了|我问错了|说错了)[,，。!]?\s*(?:我)?(?:刚才)?(?:想|要)?(?:问|说)?(?:的)?(?:是)?"
    ),
    "不是，我问的是工会",
)
"""Takes back the last question; what follows is the real one, in the same matter."""

GO_BACK = Cue(
    re.compile(
        r"^(?:我们|再)?(?:回到|回头(?:再)?(?:说|看|问)|说回|接着(?:刚才|前面)|刚才(?:说)?的?)(?:刚才|前面|之前)?(?:说)?(?:的)?(?:那个)?"
    ),
    "回到刚才那个矿，一共查出多少隐患?",
)
"""Returns to an earlier turn."""

SWITCH = Cue(
    re.compile(
        r"^(?:换成|换个(?:话题|问题)|另外问?(?:一下|个)?|对了|再问(?:一个|个)?(?:别的)?|还想问)[,，:：]?\s*"
    ),
    "换个话题，国际追赃是指什么?",
)
"""Begins a new topic."""

ORDINAL = Cue(
    re.compile(
        rf"第({_HAN_NUMBER}){_COUNTER}?(?!章|节|届|次|批|期|条例)|(头)一?{_COUNTER}|(最后)(?:那|一|的)?(?:那)?一?{_COUNTER}?|"
        rf"(前)一{_COUNTER}|(后)(?:面)?(?:那|一){_COUNTER}|(下)一{_COUNTER}"
    ),
    "第二点呢?",
)
"""Points at an item of the last list: a number, the last, the next."""

NEXT = Cue(re.compile(r"下一|接下来|再往后|然后"), "下一步呢?")
"""The item after the one spoken of."""

POINTING = Cue(
    re.compile(
        r"它|他们?|她们?|其中|那里|这里|这样|那样|此外|除此之外|[这那](?:个|些|种|篇|件|类|项|笔|份|位|次|条|点|事|钱|里|案|家|本)|"
        r"该(?:文|项|制度|单位)|前面|后面|上面|刚才|既然|因此|同一"
    ),
    "它的效果怎么样?",
)
"""A word that points back."""

OPENING = Cue(re.compile(r"^(?:那么?|还有|然后|再|要是|如果|具体|详细|其中|剩下|举个)"), "那掘进二队呢?")
"""A beginning that goes on from what was said."""

BARE = Cue(re.compile(r"^(?:那么?)?(.{1,16}?)(?:这边|那一?头|这块|方面)?呢?[?。!]*$"), "那工作纪律呢?")
"""A name alone, with or without 呢: the last question, asked of another thing."""

MORE_DETAIL = Cue(
    re.compile(
        r"详细|展开|说?得?(?:再)?细|具体(?:说说|讲讲|怎么说|点)|多说(?:点|一些)|举个例子|怎么讲|说说看"
    ),
    "能说得详细一点吗?",
)
"""Asks for more of the same."""

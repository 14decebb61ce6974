"""How people count in an earlier list: 第二点, 最后一种, 前两项, 剩下的."""

from __future__ import annotations

import re

from rag.dialogue.cues import Cue

_NUMBER = r"[一二两三四五六七八九十\d]+"
_COUNTER = (
    "(?:大类|小类|大点|小点|大方面|方面|部分|环节|阶段|个(?!月|年|季|星期|小时|礼拜|五年|百年)|"
    "[点条种类项步件款样层位家句道关招处例起桩则章节])"
)

ORDINAL = Cue(
    re.compile(
        rf"倒数第(?P<from_end>{_NUMBER})(?P<from_end_counter>{_COUNTER})?|"
        rf"第(?P<number>{_NUMBER})(?:(?P<counter>{_COUNTER})|(?=[呢的里中是指,?。!]|$))|"
        rf"(?P<first>头|前面?)一(?P<first_counter>{_COUNTER})|(?P<former>前者)|(?P<latter>后者)|"
        rf"(?P<last>最后|后面?(?=一)|末)(?:那|的)?一?(?P<last_counter>{_COUNTER})|(?P<end>最后)(?:一|那)?(?=呢|[?。]|$)|"
        rf"(?P<previous>上)一(?P<previous_counter>{_COUNTER})(?=呢|是|[,?。]|$)|"
        rf"(?P<next>[下再])一(?P<next_counter>{_COUNTER})(?=呢|是|[,?。]|$)"
    ),
    "第二点呢?",
)
"""Points at an item of an earlier list: a number, the first, the last, the next, the one before."""

ORDINAL_WITHIN = 6
"""An ordinal later in the turn belongs to its own words: 厂里今年评出的第一批标兵."""

SEVERAL = Cue(
    re.compile(
        rf"第(?P<one>{_NUMBER}){_COUNTER}?(?:[、和跟与,]|(?P<through>到|至))第?(?P<other>{_NUMBER})(?P<counter>{_COUNTER})?|"
        rf"^那?(?P<side>前|后|头|最后|末)(?:面)?(?:的)?(?P<many>[二两三四五六七八九十几\d]+)(?P<side_counter>{_COUNTER})"
    ),
    "第一、第二种呢?",
)
"""Several items at once."""

REMAINING = Cue(
    re.compile(
        rf"^(?:那)?(?:剩下|剩余|余下|其余|其他|其它|另外|另)(?:的|那)?(?:{_NUMBER}|几)?{_COUNTER}?(?:呢|是什么|有哪些)?[?。!]*$"
    ),
    "剩下那两个呢?",
)
"""The items of the last list that were not asked about yet."""

THESE_FEW = Cue(re.compile(r"[这那]几"), "那几顿饭呢?")
"""几 that asks for no number."""

"""What does a paper print about itself, and not about the article? Dates of issue, datelines, pages."""

from __future__ import annotations

import re

from rag.text.normalise import fold

_DAY = r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?"

OF_THE_PAPER = (
    # In folded text, with an example.
    (
        r"(?:发布|发表|刊发|更新)?(?:时间|日期):?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?",
        "发布时间:2024-03-01",
    ),
    (r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?=讯|电|报道|消息)", "本报3月1日讯"),
    (r"第?\d+[期版页](?!间)", "第5期"),
)

_PATTERN = re.compile("|".join(pattern for pattern, _ in OF_THE_PAPER))


def without_paper(text: str) -> str:
    r"""The text folded, without what its paper adds: the same in every paper.

    >>> without_paper("发布时间：2024-03-01\n班前会"), without_paper("新华社北京3月1日电，矿上")
    ('班前会', '新华社北京电,矿上')
    """
    return _PATTERN.sub("", fold(text))

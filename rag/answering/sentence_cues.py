"""The words by which a sentence gives a reason, decides a question, or asks one itself.

Matched against folded text.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class SentenceCue(NamedTuple):
    """Words that tell what a sentence does."""

    pattern: re.Pattern[str]
    example: str


REASON = SentenceCue(
    re.compile(
        r"因为|由于|因(?!此|素|地|而)|为了|针对|鉴于|缘于|源于|之所以|导致|使得|以防|防止|避免|为.{2,12}(?:提供|打好|奠定)"
    ),
    "由于白天船期太紧，课程只能放在晚上。",
)
"""A reason, or a purpose."""

DECIDES = SentenceCue(
    re.compile(
        "不属于|属于|不构成|构成|不应|应当|必须|不得|可以|不能|无权|有权|不需要|无需|仍然?|也要|同样|不予|不再|认定为|不以|不适用|(?:的|都)自由"
    ),
    "食堂不得向夜班工人收取加工费。",
)
"""Yes or no."""

ASKS = SentenceCue(re.compile(r"[?][\"']?\s*$"), "“渡口安全吗？”")
"""A question that the text itself asks."""

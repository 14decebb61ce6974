"""Does this line say who edited the page or the article?"""

from __future__ import annotations

import re

from rag.text.numbering import fold_width

_EDITOR = r"(?:本[版期报]|值班|执行|责任|本期|栏目|文字|图片|美术|版式|网络|特约)?"
DUTY = rf"{_EDITOR}(?:主编|主任|总监|总编|编辑|责编|编审|校对|校|审校|美编|版式|排版|制图|视觉|监制|检校|审读|设计)"
"""责任编辑, 校对, 版式: a duty on a page, as a pattern in half width."""

_WHO = r"[\u3400-\u9fff·]{1,4}(?: [\u3400-\u9fff](?![\u3400-\u9fff]))?"
NAMES = rf"{_WHO}(?:[ 、,]+{_WHO}){{0,5}}"
"""Some names, one of two characters spaced or not."""

_EDITORS = re.compile(rf"[(\[【]?{_EDITOR}(?:编辑|责编)[ :/|]*{NAMES}[)\]】]?")
MAX_EDITORS = 24
"""Characters of such a line."""


def names_editor(text: str) -> bool:
    """Whether a line says who edited: 责任编辑：张三, in brackets or without.

    >>> names_editor("（责任编辑　张三）"), names_editor("编辑部设在井口旁边")
    (True, False)
    """
    return len(text) <= MAX_EDITORS and _EDITORS.fullmatch(fold_width(text)) is not None

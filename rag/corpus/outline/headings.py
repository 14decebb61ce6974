"""Is this line a heading of its own?

The same question before paragraphs are put together (a heading is no open sentence) and after.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.text.numbering import Marker, fold_width, heading_marker
from rag.text.sentences import CLOSERS

MAX_HEADING = 50
"""Characters of a numbered heading on its own line, as a rule; the longest seen in papers has 31."""

MAX_TOP_HEADING = 80
"""Characters of one with 一、 or （一）, which hardly ever numbers plain sentences."""

MAX_BOLD_HEADING = 40
"""Characters of an unnumbered bold line that is a heading."""

SCIENTIFIC = frozenset({"digit-space", "decimal"})
"""Numbers of journals, which look like quantities: 1 建章立制, but also 12 名职工 and 1.2万元."""

MAX_SCIENTIFIC = 30
"""Characters of a heading behind such a number."""

_QUANTITY = re.compile(r"[个名年月日号万亿千元次%]|.*[,;]")

_BRACKETED = re.compile(r"【[^【】]{2,16}】(?:\((?:节选|摘要|摘录)\))?")
_SENTENCE = re.compile(r"[。!?;](?!$)")
_ENDS_IN_TEXT = tuple("。；;，,、")


@lru_cache(maxsize=4096)
def is_heading(text: str, *, depth: int = 0, bold: bool = False) -> bool:
    """Whether a whole line is a heading: marked, numbered, bold or in 【】.

    >>> is_heading("二、靶向发力,建强头雁队伍“主心骨”"), is_heading("（一）该项工作由执纪部门负责。对此,")
    (True, False)
    >>> is_heading("【典型案例】"), is_heading("2024年累计排查隐患"), is_heading("政治纪律", bold=True)
    (True, False, True)
    """
    if depth:
        return True
    if text.endswith(_ENDS_IN_TEXT) or "://" in text:
        return False
    if numbered_heading(text) is not None:
        return True
    if bold and len(text) <= MAX_BOLD_HEADING:
        return True
    return bool(_BRACKETED.fullmatch(fold_width(text)))


@lru_cache(maxsize=4096)
def numbered_heading(text: str) -> Marker | None:
    """The number of a line that is a numbered heading and nothing else, or ``None``."""
    if len(text) > MAX_TOP_HEADING:
        return None
    marker = heading_marker(text)
    if marker is None:
        return None
    rest = fold_width(text[marker.span.end :]).rstrip(CLOSERS)
    if marker.family in SCIENTIFIC and (len(rest) > MAX_SCIENTIFIC or _QUANTITY.match(rest)):
        return None
    if len(text) > MAX_HEADING and ((marker.level or 0) > 2 or " " in rest):
        return None
    if not rest or rest.endswith(_ENDS_IN_TEXT) or _SENTENCE.search(rest):
        return None
    return marker

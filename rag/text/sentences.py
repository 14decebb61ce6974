r"""Where does a sentence end in Chinese text?

A sentence ends at ``。！？!?`` with the closing quotes and brackets behind it, and at a line break. A full
stop of Latin print ends one only between a small letter and a capital, so that ``1.``, ``98.6%`` and
``www.`` never do. ``clauses`` also ends at ``；;``.
"""

from __future__ import annotations

import re

from rag.text.spans import Span

CLOSERS = "”’」』）)》〉】]〕"
"""Quotes and brackets that belong to the sentence they close."""

END_MARKS = "。！？!?"
"""Marks that end a sentence."""

_CLOSE = f"[{re.escape(CLOSERS)}]*"
_SENTENCE_END = re.compile(
    rf"""
      [。！？]+[。！？!?]*{_CLOSE}[^\S\n]*\n?   # 安全第一。”
    | [!?]+(?![0-9A-Za-z=&/]){_CLOSE}[^\S\n]*\n?   # 真的吗? but not ?page=2 in an address
    | (?<=[a-z])\.(?=[ ][A-Z])[ ]            # ... the end. Another sentence
    | \n
    """,
    re.VERBOSE,
)
_CLAUSE_END = re.compile(_SENTENCE_END.pattern + rf"| [；;]+{_CLOSE}[^\S\n]*\n?", re.VERBOSE)


def sentences(text: str, span: Span | None = None) -> tuple[Span, ...]:
    r"""The sentences of ``text``, or of one span of it, as spans of ``text``.

    Joined they give the text back: white space behind a sentence belongs to it.

    >>> text = "安全是“根”和“魂”。合格率98.6%！\n一、总结"
    >>> [s.slice(text) for s in sentences(text)]
    ['安全是“根”和“魂”。', '合格率98.6%！\n', '一、总结']
    """
    return _cut(text, span, _SENTENCE_END)


def clauses(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """Like ``sentences``, and a semicolon ends one too: the items of a list within one sentence.

    >>> text = "一是学习；二是培训。"
    >>> [c.slice(text) for c in clauses(text)]
    ['一是学习；', '二是培训。']
    """
    return _cut(text, span, _CLAUSE_END)


def is_closed(text: str) -> bool:
    """Whether ``text`` ends as a sentence does, rather than being cut in the middle of one.

    >>> is_closed("落到实处。”"), is_closed("构建权责清晰的工作体"), is_closed("包括:")
    (True, False, True)
    """
    words = text.rstrip()
    bare = words.rstrip(CLOSERS)
    return bare.endswith(_LINE_ENDS) or words.endswith("……")


_LINE_ENDS = tuple(END_MARKS + "：:；;…")


def _cut(text: str, span: Span | None, end: re.Pattern[str]) -> tuple[Span, ...]:
    whole = span if span is not None else Span(0, len(text))
    cut: list[Span] = []
    start = whole.start
    for match in end.finditer(text, whole.start, whole.end):
        cut.append(Span(start, match.end()))
        start = match.end()
    if start < whole.end:
        cut.append(Span(start, whole.end))
    return tuple(cut)

"""How is it said how a page is set?"""

from __future__ import annotations

from rag.corpus.layout.style import PageStyle
from rag.errors import Words

PLAIN = Words("每行是一个段落", "each line is a paragraph")


def setting_of(style: PageStyle) -> Words:
    """The style of a page as half a sentence.

    >>> setting_of(PageStyle(wrapped=True, width=21, slack=0, indents=False, blank_parts=True)).zh
    '按栏宽折行，每行约 21 字，空行分段'
    """
    if not style.wrapped:
        return PLAIN
    zh, en = [f"按栏宽折行，每行约 {style.width} 字"], [f"lines are cut at about {style.width} characters"]
    if style.indents:
        zh.append("段首缩进")
        en.append("an indented line begins a paragraph")
    if style.blank_parts:
        zh.append("空行分段")
        en.append("an empty line parts paragraphs")
    return Words("，".join(zh), ", ".join(en))

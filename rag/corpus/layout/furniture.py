"""Which lines of a page belong to no article: page numbers, editors, running heads, leads to other pages?

They are dropped before lines are put together, so that a sentence which a page number cuts in two reads on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rag.corpus.layout.lines import Line
from rag.corpus.layout.notices import is_notice_title
from rag.corpus.outline.headings import is_heading, numbered_heading
from rag.corpus.people.editors import DUTY, NAMES, names_editor
from rag.corpus.people.names import names_in
from rag.text.numbering import fold_width, heading_marker
from rag.text.sentences import is_closed
from rag.text.spans import Span


class Furniture(NamedTuple):
    """One kind of line that a page carries beside its articles."""

    name: str
    pattern: str
    """Of the whole line, in half width, without the white space around it."""
    example: str


_WAY = r"(?:投稿|本版|本报|联系|电子|新闻|热线|读者|编辑部)*(?:邮箱|信箱|邮件|电话|热线|传真|网址|QQ|微信号?|公众号)"
_CONTACT = rf"(?:{_WAY}|e-?mail|tel|fax) ?: ?[\w.+@/()-]{{4,60}}"
_ITEM = rf"(?:{DUTY}[ :/|]+{NAMES}|{_CONTACT})"
_LEADING = r"(?:下转|上接|转接|接|转)第? ?\w{1,4} ?"

KINDS: tuple[Furniture, ...] = (
    Furniture("page number", r"[-—–·•.|\[( ]*\d{1,4}[-—–·•.|\]) ]*", "· 12 ·"),
    Furniture(
        "page of", r"第? ?\d{1,4} ?页(?:[ ,/]*共 ?\d{1,4} ?页)?|\d{1,4} ?/ ?\d{1,4}", "第 3 页 共 8 页"
    ),
    Furniture("page", r"(?:page|p\.?) ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?", "Page 3 of 8"),
    Furniture("editors", rf"[(\[【]?{_ITEM}(?:[ ,;|/]+{_ITEM})*[)\]】]?", "责任编辑：张三　校对 李四"),
    Furniture("lead", rf"[(\[【]?{_LEADING}(?:版|[^。]{{0,14}}版|页)[^。]{{0,12}}[)\]】]?", "（下转第4版）"),
    Furniture("e-mail", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "bianji@example.cn"),
    Furniture(
        "received", r"[\[【(*]?(?:收稿|修回|投稿|录用|接受)日期[\]】)]?[: ]*.{0,40}", "收稿日期：2025-03-12"
    ),
    Furniture(
        "funding", r"[\[【(*]?(?:基金|资助|课题)项目[\]】)]?[: ].{0,120}", "基金项目：省总工会调研课题"
    ),
    Furniture("keywords", r"[\[【(]?关键 ?[词字][\]】)]?[: ].{0,80}", "关键词：党建；工会；融合"),
    Furniture(
        "classification",
        r"[\[【(]?(?:中图分类号|文献标[识志]码|文章编号|分类号|doi|issn|cn)[\]】)]?[: ].{0,120}",
        "中图分类号：D412.6 文献标识码：A",
    ),
    Furniture(
        "caption",
        r"(?:图为|[上下左右]图|图[①-⑨\d]?).{2,80}[\u3400-\u9fff ]{2,10}[/ ]?(?:摄(?:影(?:报道)?)?|供图)[)\]]?"
        r"|(?:.{4,80}。)? ?[(\[]?(?:本报)?(?:记者|通讯员)? ?"
        r"(?P<who>[\u3400-\u9fff ]{2,10})[/ ]?(?:摄(?:影(?:报道)?)?|供图)[)\]]?",
        "图为职工在检查设备。　王 五 摄",
    ),
    Furniture(
        "name in capitals",
        r"(?-i:[\u3400-\u9fff]{0,10} ?[A-Z]{4,}(?:[ &]+[A-Z]+)*)",
        "矿山党建 KUANGSHAN DANGJIAN",
    ),
    Furniture(
        "date",
        r"\d{4}年\d{1,2}月\d{1,2}日 {0,4}星期[一二三四五六日天](?: .{0,20})?",
        "2025年3月12日　星期三　农历乙巳年二月十三",
    ),
    Furniture(
        "journal and issue",
        r"(?:\d{1,4} {1,6})?[\u3400-\u9fffA-Za-z ]{2,24} {1,4}(?:\d{4}[./-]\d{1,2}|(?:\d{4}年)?(?:总?第 ?\d{1,4} ?期|\d{1,2}月))"
        r"(?: {1,6}\d{1,4})?",
        "14　　中国矿业职工　2025.03",
    ),
    Furniture("end of page", r"[=*_~—-]{3,}|\* ?\* ?\*|[■□◆●]", "* * *"),
)

_PATTERNS = re.compile("|".join(f"(?:{kind.pattern})" for kind in KINDS), re.IGNORECASE)
RUNNING_HEAD = "running head"
PAGE_AND_PART = "page and part"
"""Names of the two kinds that a line does not show by its form: one comes again, one stands on top."""

_CONTACT_LINE = re.compile(_CONTACT)
NOTICE_LINES = 8
"""Lines of a notice, as a rule."""

"""Characters of a line that names an editor and may be an article's own."""

MIN_EDITORS = 2
"""Lines with editors on a page from which on they are the articles' own; one alone is the page's."""

_MAY_BE = re.compile(
    r"^.{0,12}$|^[^。]{0,30}[0-9０-９]|[@＠]|[编校责版审排制视监主总转接摄图页期]|[A-Za-z]{4}|日期|项目|关键|分类|文献|电话|邮箱|信箱"
)
"""What stands in all of them, to pass over most lines at once."""

_TOP = re.compile(r"[A-D]?\d{1,2} {1,4}[\u3400-\u9fff]{2,8}")
"""03　理论: the page and its part, on the first lines."""

TOP_LINES = 3
"""Lines of a page that are looked at for it."""

MAX_FURNITURE = 130
"""Characters of the longest such line: the numbers of a journal's article."""

MAX_RUNNING_HEAD = 36
"""Characters of a running head: the names of journal and part, number and date."""

MIN_RUNNING_HEAD = 4
"""Characters of it without its figures; shorter lines come again in tables."""

MIN_LEFT = 12
"""Characters that must be left: a page of nothing but its head keeps it."""

_ISSUE = re.compile(r"\d ?[期版页卷号](?![,，])|\d{4}年|总第|vol|no\.|[报刊志] ?\d", re.IGNORECASE)
"""What tells a running head from a subheading that comes again: 党建研究 2025年第3期, and not 专家点评."""

_LEAD = re.compile(
    r"[(\[【] ?(?:下转|上接|转接|接|转)第? ?\w{1,4} ?[版页][^。()]{0,14}[)\]】]|(?:下转|上接)第 ?\w{1,4} ?[版页]"
)
"""（下转第4版）, at the end or at the beginning of a line of text."""


def without_furniture(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines that articles are made of, and the dropped ones.

    A line behind dropped ones joins the line before them: the empty lines around a page number part nothing.
    """
    running = _running_heads(lines)
    dropped = [line for line in lines if _is_furniture(line) or line.text in running]
    editors = [line for line in dropped if names_editor(line.text)]
    if len(editors) >= MIN_EDITORS or any(line.text[0] in "(（[【" for line in editors):
        # Where articles have editors of their own, these lines are their ends (``marks``).
        dropped = [line for line in dropped if not names_editor(line.text)]
    notices = _in_notices(lines)
    dropped = [line for line in dropped if id(line) not in notices]
    dropped += [line for line in lines[:TOP_LINES] if _is_top(line, lines)]
    gone = set(map(id, dropped))
    if sum(len(line.text) for line in lines if id(line) not in gone) < MIN_LEFT:
        return tuple(lines), ()
    kept = _closed_up(lines, gone) if dropped else lines
    return tuple(_without_lead(line) for line in kept), tuple(dropped)


def _in_notices(lines: Sequence[Line]) -> set[int]:
    """The lines close under the title of a notice, whose telephone numbers are its own; by identity."""
    return {
        id(line)
        for index, title in enumerate(lines)
        if is_notice_title(title.text)
        for line in lines[index + 1 : index + 1 + NOTICE_LINES]
        if is_contact(line.text)
    }


def is_contact(text: str) -> bool:
    """Whether a line begins with an address or a telephone number.

    >>> is_contact("投稿邮箱：bianji@example.cn"), is_contact("联系群众要勤")
    (True, False)
    """
    return _CONTACT_LINE.match(fold_width(text)) is not None


def kind_of(text: str) -> str:
    """Which kind of furniture a dropped line is: the name of the first row of ``KINDS`` that has its form.

    A line without such a form was dropped as ``PAGE_AND_PART`` or as ``RUNNING_HEAD``.

    >>> kind_of("— 7 —"), kind_of("03　理论"), kind_of("矿山党建 2025年第3期 第8页")
    ('page number', 'page and part', 'running head')
    """
    folded = fold_width(text)
    for kind in KINDS if len(text) <= MAX_FURNITURE else ():
        if re.fullmatch(kind.pattern, folded, re.IGNORECASE):
            return kind.name
    return PAGE_AND_PART if _TOP.fullmatch(folded) else RUNNING_HEAD


def lead_in(text: str) -> Span | None:
    """Where the words that lead to another page stand, at the end or at the beginning of a line.

    >>> lead_in("水位每小时记一次（下转第4版）")
    Span(start=8, end=15)
    """
    for match in _LEAD.finditer(fold_width(text)) if "版" in text or "页" in text else ():
        if match.start() == 0 or match.end() == len(text):
            return Span(*match.span())
    return None


def _without_lead(line: Line) -> Line:
    """The line without the words that lead to another page."""
    lead = lead_in(line.text)
    if lead is None:
        return line
    behind = lead.end == len(line.text)
    return line.cut(0, lead.start) if behind else line.cut(lead.end, len(line.text))


def _closed_up(lines: Sequence[Line], gone: set[int]) -> Iterator[Line]:
    kept: Line | None = None
    gap = False
    for line in lines:
        if id(line) in gone:
            gap = True
            continue
        if gap and kept is not None and line.after_blank and not is_closed(kept.text):
            line = replace(line, after_blank=False)
        yield line
        kept, gap = line, False


def _is_furniture(line: Line) -> bool:
    r"""Whether a line says by its form that it is furniture.

    >>> from rag.corpus.layout.lines import lines_of
    >>> [_is_furniture(line) for line in lines_of("— 7 —\n责任编辑：江 平\n编辑部设在井口旁边。")]
    [True, True, False]
    """
    if len(line.text) > MAX_FURNITURE or not _MAY_BE.search(line.text):
        return False
    match = _PATTERNS.fullmatch(fold_width(line.text))
    # 有人担心摄|影协会: a line of text may end so too.
    return match is not None and (match["who"] is None or bool(names_in(match["who"].strip())))


def _is_top(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line names the page and its part, rather than being a heading that the page counts on from."""
    if not _TOP.fullmatch(fold_width(line.text)):
        return False
    marker = heading_marker(line.text)
    if marker is None or line.text[0] in "0０":
        return True
    numbers = (numbered_heading(other.text) for other in lines)
    return not any(n and (n.family, n.number) == (marker.family, marker.number + 1) for n in numbers)


def _running_heads(lines: Sequence[Line]) -> set[str]:
    """Lines that come again, be it with another number, and name an issue or break into sentences."""
    alike: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        words = re.sub(r"[\d\W]+", "", line.text) if len(line.text) <= MAX_RUNNING_HEAD else ""
        if len(words) >= MIN_RUNNING_HEAD and not is_closed(line.text):
            alike.setdefault(words, []).append(index)
    heads: set[str] = set()
    for places in alike.values():
        if len(places) > 1 and any(_names_issue(lines[i].text) or _breaks_in(lines, i) for i in places):
            heads |= {lines[i].text for i in places if not is_heading(lines[i].text)}
    return heads


def _names_issue(text: str) -> bool:
    return _ISSUE.search(fold_width(text)) is not None


def _breaks_in(lines: Sequence[Line], index: int) -> bool:
    """Whether the line stands between two halves of a sentence."""
    if not 0 < index < len(lines) - 1:
        return False
    before = lines[index - 1].text
    return len(before) > MAX_RUNNING_HEAD and not is_closed(before)

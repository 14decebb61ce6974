"""How does an article become printed lines? Its head, its body and its foot."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from eval.pages.bylines import FORMS, end_lines, head_lines
from eval.pages.clean import Article
from eval.pages.ink import Ink, Line, Role, cut, layout, read
from eval.pages.style import Style

INDENT = "　　"
NO_START = "，。、；：？！”’）》】,;:?!)"
"""Marks that no line begins with: the line before takes them in."""
FIGURE = "0123456789%.０１２３４５６７８９．"
SHORT = 3
"""Characters by which the last line of a paragraph falls short, or its end could not be seen."""


@dataclass(frozen=True)
class Galley:
    """An article set in type, not yet cut into columns."""

    article: Article
    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]


def set_in_type(article: Article, style: Style, rng: Random, *, titled: bool = True) -> Galley:
    """The lines of an article; without title and byline, unless ``titled``."""
    form = FORMS[style.byline]
    head = [*title_lines(article, style), *head_lines(article, form)] if titled else []
    body = [line for number in range(len(article.paragraphs)) for line in _set(article, number, style, rng)]
    foot = [] if "end" in article.lost else end_lines(article, form)
    if form.glued and foot:
        body[-1] = (*body[-1], *foot[0])
        foot = []
    if article.bio:
        foot.append(_bio(article, style))
    return Galley(article, tuple(head), tuple(body), tuple(foot))


def title_lines(article: Article, style: Style) -> list[Line]:
    """Kicker, title and second line; a title may be broken in two."""
    title = Ink(article.title, Role.TITLE, article.name)
    kicker: list[Line] = [(Ink(article.kicker, Role.KICKER, article.name),)] if article.kicker else []
    lines = list(cut((title,), _title_break(article.title))) if style.split_title else [(title,)]
    if style.marks == "lying":
        lines = [(layout("# "), *line) for line in lines]
    if article.subtitle:
        dash = Ink(f"——{article.subtitle}", Role.TITLE, article.name, len(article.title))
        lines.append((dash,))
    return kicker + lines


def _title_break(title: str) -> int:
    """The end of a word near the middle, by the little words of the language."""
    middle = len(title) // 2
    breaks = [at for at in range(3, len(title) - 3) if title[at - 1] in "的与和，、化设理转"]
    return min(breaks, key=lambda at: abs(at - middle), default=middle)


def _set(article: Article, number: int, style: Style, rng: Random) -> list[Line]:
    paragraph = article.paragraphs[number]
    line: Line = (Ink(paragraph.text, Role.BODY, article.name, article.starts[number]),)
    if style.bold and paragraph.marks:
        stop = paragraph.marks[0].end
        stop += 0 if paragraph.alone or style.run_in == " " else 1
        head, rest = cut(line, stop)
        line = (layout("**"), *head, layout("**"), *rest)
    if paragraph.alone:
        line = _headed(line, style, rng)
    if style.width:
        return wrapped(line, style.width, indent=style.indent)
    return [(layout(INDENT), *line) if style.indent else line]


def _headed(line: Line, style: Style, rng: Random) -> Line:
    """A heading with marks that say nothing true of its level."""
    if style.marks == "lying":
        level = rng.choice((0, 1, 2, 2, 3, 3, 4))
        return (layout("#" * level + " "), *line) if level else (*line, layout("  "))
    return (*line, layout("  ")) if style.marks == "breaks" else line


def wrapped(line: Line, width: int, *, indent: bool) -> list[Line]:
    """A paragraph in lines of ``width`` characters, the last of them visibly shorter.

    >>> [read(part) for part in wrapped((Ink("一日之计在于晨，一年之计在于春。"),), 7, indent=False)]
    ['一日之计在于晨，', '一年之计在于春。']
    """
    for size in (width, width - 1, width + 1, width - 2):
        lines = _wrapped(line, size, indent=indent)
        if len(lines) == 1 or len(read(lines[-1])) <= size - SHORT:
            return lines
    return _wrapped(line, width, indent=indent)


def _wrapped(line: Line, width: int, *, indent: bool) -> list[Line]:
    left: Line = (layout(INDENT), *line) if indent else line
    lines: list[Line] = []
    while text := read(left):
        size = width
        while size < len(text) and text[size] in NO_START:
            size += 1
        while 1 < size < len(text) and _one_figure(text[size - 1 : size + 1]):
            size -= 1
        part, left = cut(left, size)
        lines.append(part)
    return lines


def _one_figure(pair: str) -> bool:
    """Whether two characters stand in one figure: 82%, 1.1."""
    return pair[0] in FIGURE and pair[1] in FIGURE


def _bio(article: Article, style: Style) -> Line:
    mark = (layout("## "),) if style.marks == "lying" else ()
    return (*mark, Ink("作者简介："), Ink(article.bio, Role.BIO, article.name))

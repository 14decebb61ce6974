"""How does an article become printed lines? Its head, its body and its foot."""

from __future__ import annotations

from random import Random

from eval.pages.bylines import FORMS, end_lines, head_lines
from eval.pages.clean import Article
from eval.pages.galley import Galley
from eval.pages.ink import Ink, Line, Role, cut, layout, read
from eval.pages.repeats import Repeat
from eval.pages.style import Style

INDENT = "　　"
NO_START = "，。、；：？！”’）》】,;:?!)"
"""Marks that no line begins with: the line before takes them in."""
FIGURE = "0123456789%.０１２３４５６７８９．"
SHORT = 4
"""Characters by which the last line of a paragraph falls short, or its end could not be seen."""


def set_in_type(
    article: Article, style: Style, rng: Random, *, titled: bool = True, repeat: Repeat | None = None
) -> Galley:
    """The lines of an article; without title and byline, unless ``titled``; with a ``repeat`` in its body."""
    form = FORMS[style.byline]
    head = [*title_lines(article, style), *head_lines(article, form)] if titled else []
    body = [
        part
        for number in range(len(article.paragraphs))
        for line in _disturbed(_set(article, number, style, rng), repeat)
        for part in _lines(line, style)
    ]
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
    broken = article.title_break if style.split_title else 0
    lines = list(cut((title,), broken)) if broken else [(title,)]
    if style.marks == "lying":
        lines = [(layout("# "), *line) for line in lines]
    if article.subtitle:
        dash = Ink(f"——{article.subtitle}", Role.TITLE, article.name, len(article.title))
        lines.append((dash,))
    return kicker + lines


def _set(article: Article, number: int, style: Style, rng: Random) -> Line:
    paragraph = article.paragraphs[number]
    line: Line = (Ink(paragraph.text, Role.BODY, article.name, article.starts[number]),)
    if style.bold and paragraph.marks:
        stop = paragraph.marks[0].end
        stop += 0 if paragraph.alone or style.run_in == " " else 1
        head, rest = cut(line, stop)
        line = (layout("**"), *head, layout("**"), *rest)
    if paragraph.alone:
        line = _headed(line, style, rng)
    return line


def _disturbed(line: Line, repeat: Repeat | None) -> list[Line]:
    return repeat.disturb(line) if repeat else [line]


def _lines(line: Line, style: Style) -> list[Line]:
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

    >>> [read(part) for part in wrapped((Ink("一年之计在于春，一日之计在于晨，春天来了。"),), 7, indent=False)]
    ['一年之计在于', '春，一日之计', '在于晨，春天', '来了。']
    """
    tried = [(size, _wrapped(line, size, indent=indent)) for size in (width, width - 1, width + 1)]
    for size, lines in tried:
        if len(lines) == 1 or len(read(lines[-1])) <= size - SHORT:
            return lines
    return min(tried, key=lambda one: len(read(one[1][-1])) - one[0])[1]


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

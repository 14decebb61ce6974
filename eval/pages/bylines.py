"""How does a page say who wrote an article? Forms of bylines and unit lines, each with what it prints."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eval.pages.clean import Article, Author
from eval.pages.ink import Ink, Line, Role

PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Form:
    """A form; empty where the page prints nothing at that place.

    In a form stand ``{names}`` (parted as ``between`` says), ``{first}`` and ``{second}`` (single names),
    ``{unit}`` and ``{post}``.
    """

    head: str = ""
    """Below the title; a line break makes two lines."""
    end: str = ""
    """After the body."""
    between: str = "、"
    glued: bool = False
    """The end stands on the last line of the body."""
    spaced: bool = False
    """A name of two characters is set as 李　林."""
    example: str = ""


FORMS: dict[str, Form] = {
    "square-unit-name": Form("■{unit} {names}", example="■红岭矿业公司 赵志远"),
    "open-square": Form("□ {names}", "（作者单位：{unit}）", example="□ 赵志远 / （作者单位：红岭矿业公司）"),
    "dot": Form("●{names}", "（作者单位：{unit}）", example="●赵志远 / （作者单位：红岭矿业公司）"),
    "diamond": Form("◆{unit}　{names}", example="◆红岭矿业公司　赵志远"),
    "triangle": Form("▲{names}", "（作者单位：{unit}）", example="▲赵志远 / （作者单位：红岭矿业公司）"),
    "star": Form("★ {unit} {names}", example="★ 红岭矿业公司 赵志远"),
    "ring": Form("○{names}", "（作者单位：{unit}）", glued=True, example="○赵志远 / （作者单位：红岭矿业公司）"),
    "bullseye": Form("◎ {names}", "（作者系{unit}{post}）", example="◎ 赵志远 / （作者系红岭矿业公司工会主席）"),
    "open-diamond": Form("◇ {unit} {names}", example="◇ 红岭矿业公司 赵志远"),
    "open-triangle": Form("△{names}", "（单位：{unit}）", example="△赵志远 / （单位：红岭矿业公司）"),
    "open-star": Form("☆ {names}", "作者单位：{unit}", example="☆ 赵志远 / 作者单位：红岭矿业公司"),
    "misread-square": Form("姻{unit} {names}", example="姻红岭矿业公司 赵志远"),
    "unit-name": Form("{unit}　{names}", example="红岭矿业公司　赵志远"),
    "name-unit": Form("{names}（{unit}）", example="赵志远（红岭矿业公司）"),
    "name-alone": Form("{names}", "（作者单位：{unit}）", example="赵志远 / （作者单位：红岭矿业公司）"),
    "spaced-name": Form("□ {names}", "（作者单位：{unit}）", spaced=True, example="□ 李　磊 / （作者单位：红岭矿业公司）"),
    "spaced-alone": Form("{names}", "（作者单位：{unit}）", spaced=True, example="李　磊 / （作者单位：红岭矿业公司）"),
    "written-by": Form("文/{names}", "（作者系{unit}{post}）", example="文/赵志远 / （作者系红岭矿业公司工会主席）"),
    "square-written-by": Form("□文／{names}", "（作者单位：{unit}）", example="□文／赵志远 / （作者单位：红岭矿业公司）"),
    "reporter": Form("本报记者 {first}", example="本报记者 赵志远"),
    "reporter-and-other": Form("本报记者 {first} 通讯员 {second}", example="本报记者 赵志远 通讯员 钱敏"),
    "correspondent": Form("通讯员 {names}", between=" ", example="通讯员 赵志远 钱敏"),
    "author-is": Form("{names}", "作者系{unit}{post}", example="赵志远 / 作者系红岭矿业公司工会主席"),
    "bracketed-unit": Form("{names}", "【作者单位】{unit}", example="赵志远 / 【作者单位】红岭矿业公司"),
    "square-bracketed": Form("□{names}", "[作者单位：{unit}]", example="□赵志远 / [作者单位：红岭矿业公司]"),
    "all-at-end": Form("", "（作者：{names} 单位：{unit}）", example="（作者：赵志远 单位：红岭矿业公司）"),
    "two-authors": Form("■{unit} {names}", between="、", example="■红岭矿业公司 赵志远、钱敏"),
    "three-authors-spaced": Form(
        "□ {names}", "（作者单位：{unit}）", between=" ",
        example="□ 赵志远 钱敏 孙涛 / （作者单位：红岭矿业公司）",
    ),
    "journal": Form(
        "{names}\n（{unit}，山西 太原 030024）", between="，",
        example="赵志远，钱敏 / （红岭矿业公司，山西 太原 030024）",
    ),
}  # fmt: skip

COUNTS = {
    "reporter-and-other": 2, "correspondent": 2, "two-authors": 2, "three-authors-spaced": 3, "journal": 2,
}  # fmt: skip
"""How many authors a form is made for; one, where it is not named."""


def head_lines(article: Article, form: Form) -> list[Line]:
    """The byline below the title."""
    return _lines(article, form, form.head, Role.BYLINE)


def end_lines(article: Article, form: Form) -> list[Line]:
    """What is printed of the author after the body."""
    return _lines(article, form, form.end, Role.FURNITURE)


def _lines(article: Article, form: Form, template: str, around: Role) -> list[Line]:
    if not template or article.author is None:
        return []
    return [_line(article.name, article.author, form, part, around) for part in template.split("\n")]


def _line(name: str, author: Author, form: Form, template: str, around: Role) -> Line:
    inks: list[Ink] = []
    for part in re.split(r"(\{\w+\})", template):
        place = PLACE.fullmatch(part)
        if place is None:
            inks.append(Ink(part, around, name))
        else:
            inks.extend(_filled(name, author, form, place[1], around))
    return tuple(ink for ink in inks if ink.text)


def _filled(name: str, author: Author, form: Form, place: str, around: Role) -> list[Ink]:
    if place == "unit":
        return [Ink(author.unit, Role.AFFILIATION, name)]
    if place == "post":
        return [Ink(author.post, Role.AFFILIATION, name, len(author.unit))]
    names = {"first": author.names[:1], "second": author.names[1:2]}.get(place, author.names)
    inks: list[Ink] = []
    for number, person in enumerate(names):
        inks.extend([Ink(form.between, around, name)] if number else [])
        inks.append(Ink(_spaced(person) if form.spaced else person, Role.AUTHOR, name))
    return inks


def _spaced(person: str) -> str:
    return "　".join(person) if len(person) == 2 else person

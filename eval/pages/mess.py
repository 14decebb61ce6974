"""What can be wrong with a page? Kinds of mess as changes of its style, each with what it looks like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from eval.pages.bylines import FORMS
from eval.pages.furniture import PIECES
from eval.pages.notices import NOTICES
from eval.pages.style import Style


@dataclass(frozen=True)
class Mess:
    """One kind of mess."""

    group: str
    """A page has at most one kind of a group, but for furniture."""
    example: str
    changes: Mapping[str, Any]
    """Fields of ``Style``; those of ``furniture`` are added to what is there."""


def _bylines() -> dict[str, Mess]:
    return {f"byline-{name}": Mess("byline", form.example, {"byline": name}) for name, form in FORMS.items()}


def _furniture() -> dict[str, Mess]:
    return {
        name: Mess("furniture", " / ".join(piece.lines), {"furniture": (name,)})
        for name, piece in PIECES.items()
    }


def _notices() -> dict[str, Mess]:
    return {f"notice-{title}": Mess("notice", title, {"notice": title}) for title in NOTICES}


def _wrapped() -> dict[str, Mess]:
    settings = ((15, "blank"), (18, "single"), (20, "blank"), (22, "mixed"), (24, "blank"), (28, "single"),
                (32, "mixed"), (36, "single"), (42, "blank"))  # fmt: skip
    return {
        f"wrapped-{width}{'-indented' * indent}": Mess(
            "setting",
            f"lines of {width} characters, {gap} line ends",
            {"width": width, "gap": gap, "indent": indent},
        )
        for number, (width, gap) in enumerate(settings)
        for indent in (bool(number % 2), not number % 2)[: 1 + (width in (20, 28, 36))]
    }


KINDS: dict[str, Mess] = {
    **_bylines(),
    "byline-two-forms": Mess(
        "byline",
        "■红岭矿业公司 赵志远 / …… / 文/钱敏 / ……",
        {"byline": "square-unit-name", "second_byline": "written-by"},
    ),
    "byline-reporter-among-others": Mess(
        "byline",
        "□ 赵志远 / …… / 本报记者 钱敏 / ……",
        {"byline": "open-square", "second_byline": "reporter"},
    ),
    "title-after": Mess("title", "正文…… / 把支部建在工地上 / ■红岭矿业公司 赵志远", {"title": "after"}),
    "title-away": Mess("title", "…隐患排 / 把支部建在工地上 / 查清单…", {"title": "away", "flow": "cut"}),
    "title-missing": Mess("title", "the first line is a sentence", {"title": "missing"}),
    "title-split": Mess("title", "机关公文运转 / 提速的几点体会", {"split_title": True}),
    "title-subtitle": Mess("title", "把支部建在工地上 / ——一支掘进队的十二个月", {"subtitle": True}),
    "title-kicker": Mess("title", "基层党建巡礼 / 把支部建在工地上", {"kicker": True}),
    "title-kicker-and-subtitle": Mess(
        "title", "基层党建巡礼 / 把支部建在工地上 / ——……", {"kicker": True, "subtitle": True}
    ),
    "headings-digits": Mess("headings", "1.保障民主权利", {"numbering": "chinese-digits"}),
    "headings-full-digits": Mess("headings", "１．保障民主权利", {"numbering": "full-digits"}),
    "headings-all-digits": Mess("headings", "1.意义 / （1）保障民主权利", {"numbering": "digits"}),
    "headings-ideographic": Mess("headings", "1、意义 / （1）保障民主权利", {"numbering": "ideographic"}),
    "headings-decimal": Mess("headings", "1.1 保障民主权利", {"numbering": "decimal"}),
    "headings-bare": Mess("headings", "意义 / （一）保障民主权利", {"numbering": "bare"}),
    "headings-run-in-stop": Mess("headings", "（一）配强支部书记。从技术骨干里选……", {"run_in": "。"}),
    "headings-run-in-colon": Mess("headings", "（一）配强支部书记：从技术骨干里选……", {"run_in": "："}),
    "headings-run-in-space": Mess("headings", "（一）配强支部书记 从技术骨干里选……", {"run_in": " "}),
    "headings-run-in-bold": Mess(
        "headings", "**1.配强支部书记。**从技术骨干里选……",
        {"run_in": "。", "bold": True, "numbering": "chinese-digits"},
    ),
    "headings-three-levels": Mess("headings", "（二）再造签批流程 / 1.用好签批流程。……", {"deep": True}),
    "headings-three-levels-brackets": Mess(
        "headings", "1.再造签批流程 / （1）用好签批流程。……", {"deep": True, "numbering": "chinese-digits"}
    ),
    "headings-bold": Mess("headings", "**一、重要意义**", {"bold": True}),
    "marks-lie": Mess("setting", "### 一、意义 / ## （一）保障 / （二）凝聚", {"marks": "lying"}),
    "marks-breaks": Mess("setting", "（一）保障␠␠ / 正文", {"marks": "breaks"}),
    "plain-single": Mess("setting", "a paragraph a line, no empty line", {"gap": "single"}),
    "plain-indented": Mess("setting", "　　正文", {"gap": "single", "indent": True}),
    **_wrapped(),
    "columns-cut": Mess("flow", "…隐患排 / 查清单…", {"flow": "cut"}),
    "columns-of-two": Mess("flow", "甲一 / 乙一 / 甲二 / 乙二", {"flow": "interleaved", "articles": 2}),
    "columns-of-three": Mess(
        "flow", "甲一 / 乙一 / 丙一 / 甲二 …", {"flow": "interleaved", "articles": 3}
    ),
    **_furniture(),
    **_notices(),
    "beginning-lost": Mess("loss", "the page begins inside a word", {"lost": "beginning"}),
    "end-lost": Mess("loss", "…隐患排", {"lost": "end"}),
    "repeat": Mess("extra", "…隐患排 / 〔a passage of another article〕 / 查清单…", {"repeat": True}),
    "journal-front": Mess("extra", "摘　要：…… / 关键词：…… / 中图分类号：F270", {"front": True}),
    "biography": Mess("extra", "作者简介：赵志远（1986—），男……", {"bio": True}),
    "headed-end": Mess("extra", "四、结语", {"headed_end": True}),
    "half-width": Mess("file", "党建,(一)", {"half": True}),
    "byte-order-mark": Mess("file", "EF BB BF", {"encoding": "utf-8-sig"}),
    "crlf": Mess("file", "CR LF", {"line_end": "\r\n"}),
    "gb18030": Mess("file", "B5 B3 BD A8", {"encoding": "gb18030"}),
}  # fmt: skip


def applied(style: Style, name: str) -> Style:
    """The style with that kind of mess."""
    changes = dict(KINDS[name].changes)
    if "furniture" in changes:
        changes["furniture"] = (*style.furniture, *changes["furniture"])
    return replace(style, **changes)

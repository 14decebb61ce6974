"""Pages without mess, drawn by number, a page of our own, and what is read off a page.

``HYPOTHESIS_PROFILE=deep`` tries many pages that are new in every run, instead of a few that stay the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from hypothesis import settings

from eval.pages.bylines import FORMS
from eval.pages.headings import NUMBERINGS
from eval.pages.page import Page as MadePage
from eval.pages.page import make_page
from eval.pages.recipes import Recipe
from eval.pages.style import Style
from rag.corpus.article import Article
from rag.corpus.articles import articles_of
from rag.corpus.page import Page
from rag.text.numbering import fold_width

if os.environ.get("HYPOTHESIS_PROFILE") == "deep":
    settings.register_profile("pages", max_examples=1000, deadline=None)
else:
    settings.register_profile("pages", max_examples=12, deadline=None, derandomize=True)

OWN = """\
渡口的灯

■青湾航运公司 沈渡

天没亮，渡口的灯先亮。船工老何每天提前一小时到岗，看水位，查缆绳，点船头的灯。

一、灯从哪里来

（一）头一盏是马灯

马灯挂在竹竿上，风大的时候要两个人扶。1987年冬天，一夜换了3次灯芯。

（二）后来有了电灯

电线沿着堤坝走了两公里；杆子是船工自己抬的，一根也没有断。

二、灯照着谁

赶早市的菜农、上学的孩子、下夜班的矿工，都认得这盏灯。

食堂的账本

□ 罗小满

夜班食堂的账本挂在门口，谁都能翻。米多少斤，油多少斤，一笔一笔写得清楚！

1.谁来记账

记账的是全厂选出来的段有粮：他管过十年仓库，没有错过一两米。

2.谁来查账

每月十号，三个班各出一个人，对着票据查一遍，查完在最后一页签名。

（作者单位：白石机床厂工会）
"""
"""Two articles of our own."""


@dataclass(frozen=True)
class Said:
    """What an article says, wherever it stands; all in half width."""

    title: str | None
    author: str | None
    affiliation: str | None
    paragraphs: tuple[str, ...]
    headings: tuple[tuple[int, str], ...]
    """Level and words."""

    @property
    def unbroken(self) -> tuple[str | None, ...]:
        """The labels and the words, without the ends of paragraphs."""
        return self.title, self.author, self.affiliation, "".join(self.paragraphs)


def said_by(article: Article) -> Said:
    """What a read article says."""
    labels = (article.title, article.author, article.affiliation)
    return Said(
        *(fold_width(label.text) if label else None for label in labels),
        paragraphs=tuple(fold_width(article.text).split("\n")),
        headings=tuple((one.level, fold_width(one.heading.slice(article.text))) for one in article.sections),
    )


def said_on(text: str) -> list[Said]:
    """What the articles of a page say, in an order that does not tell where they stand."""
    return sorted((said_by(article) for article in articles_of(Page("报纸.txt", None, text))), key=repr)


def drawn_page(number: int, **choices: object) -> MadePage:
    """The page of a number: one to four clean articles in a style drawn by it, but for the choices given.

    A choice that concerns the page's setting alone leaves the words of its articles as they are.
    """
    rng = Random(number)
    drawn: dict[str, Any] = {
        "articles": rng.choice((1, 2, 2, 3, 4)),
        "byline": rng.choice(list(FORMS)),
        "numbering": rng.choice([name for name in NUMBERINGS if name != "bare"]),
        "run_in": rng.choice(("", "", "。", "：")),
        "subtitle": rng.random() < 0.2,
    }
    return make_page("版", Recipe(Style(**{**drawn, **choices}), ()), Random(number))


@pytest.fixture(scope="session")
def read() -> Callable[[str], list[Said]]:
    return said_on


@pytest.fixture(scope="session")
def drawn() -> Callable[..., MadePage]:
    return drawn_page


@pytest.fixture(scope="session")
def own() -> str:
    return OWN

"""Each form of byline prints its example."""

from __future__ import annotations

import pytest

from eval.pages.bylines import COUNTS, FORMS, Form, end_lines, head_lines
from eval.pages.clean import Article, Author
from eval.pages.ink import Role, read


def article(form: Form, count: int) -> Article:
    names = ("李磊",) if form.spaced else ("赵志远", "钱敏", "孙涛")[:count]
    return Article("甲-1", "题", (), author=Author(names, "红岭矿业公司", "工会主席"))


@pytest.mark.parametrize("name", FORMS)
def test_a_form_prints_its_example(name: str):
    form = FORMS[name]
    one = article(form, COUNTS.get(name, 1))
    assert " / ".join(map(read, [*head_lines(one, form), *end_lines(one, form)])) == form.example


def test_names_and_units_are_marked_as_what_they_are():
    (line,) = head_lines(article(FORMS["two-authors"], 2), FORMS["two-authors"])
    assert [(ink.text, ink.role) for ink in line] == [
        ("■", Role.BYLINE),
        ("红岭矿业公司", Role.AFFILIATION),
        (" ", Role.BYLINE),
        ("赵志远", Role.AUTHOR),
        ("、", Role.BYLINE),
        ("钱敏", Role.AUTHOR),
    ]

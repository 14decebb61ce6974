"""The table of kinds: each changes something, and each page with it shows it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from eval.pages.mess import KINDS, applied
from eval.pages.recipes import recipe, sane
from eval.pages.style import Style


def test_there_are_kinds_enough():
    assert len(KINDS) > 90
    assert all(mess.example for mess in KINDS.values())


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_changes_fields_of_a_style(name: str):
    assert set(KINDS[name].changes) <= {field.name for field in fields(Style)}
    assert applied(Style(), name) != Style() or name in ("byline-square-unit-name",)


@pytest.mark.parametrize("name", KINDS)
def test_a_page_can_have_each_kind_alone(name: str):
    made = recipe((name,), 3)
    assert made.kinds == (name,)
    assert sane(made.style)


def test_kinds_that_no_reader_could_tell_apart_do_not_stand_together():
    assert recipe(("headings-bare", "wrapped-20"), 2).kinds == ("headings-bare",)
    assert recipe(("columns-of-two", "title-missing"), 2).kinds == ("columns-of-two",)


def test_furniture_adds_up():
    assert applied(applied(Style(), "jump"), "masthead").furniture == ("jump", "masthead")

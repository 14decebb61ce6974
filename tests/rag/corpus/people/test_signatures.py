"""Brackets at the end of an article: whose unit, which author, and how certain?"""

import pytest

from rag.corpus.people.signatures import (
    FORMS,
    MAX_SIGNATURE,
    Form,
    Signature,
    closes_article,
    is_unit_bracket,
    signature_of,
    starts_signature,
    unit_in_bracket,
)
from rag.corpus.strand import Strand
from rag.text.numbering import fold_width
from rag.text.spans import Span

SENTENCE = "矿灯要天天擦，账要天天记。"


def strand(text: str) -> Strand:
    return Strand(text, (Span(0, len(text)),))


def read(text: str) -> Signature | None:
    return signature_of(strand(text), text)


def said(text: str) -> tuple[str | None, str | None, bool]:
    """Author, unit and certainty."""
    signature = read(text)
    assert signature
    byline = signature.byline
    return (
        byline.author and byline.author.text,
        byline.affiliation and byline.affiliation.text,
        signature.certain,
    )


@pytest.mark.parametrize(
    ("text", "author", "unit"),
    [
        ("(作者单位:青峰矿机电科)", None, "青峰矿机电科"),
        ("（作者：江平 单位：青峰矿机电科）", "江平", "青峰矿机电科"),
        ("（江平 作者单位：青峰矿机电科）", "江平", "青峰矿机电科"),
        ("（单位：青峰矿机电科　作者：江平）", "江平", "青峰矿机电科"),
        ("（作者系青峰矿机电科科长）", None, "青峰矿机电科科长"),
        ("（作者均系青峰矿职工）", None, "青峰矿职工"),
        ("（作者江平，系青峰矿机电科科长）", "江平", "青峰矿机电科科长"),
        ("（作者江平系青峰矿机电科科长）", "江平", "青峰矿机电科科长"),
        ("（作者江有为系青峰矿机电科科长）", "江有为", "青峰矿机电科科长"),
        ("（作者为青峰矿机电科科长）", None, "青峰矿机电科科长"),
        ("（作者均为青峰矿职工）", None, "青峰矿职工"),
        ("（作者江平为青峰矿机电科科长）", "江平", "青峰矿机电科科长"),
        ("（作者：江平、方小禾）", "江平、方小禾", None),
        ("（作者江平）", "江平", None),
        ("【作者单位】青峰矿机电科", None, "青峰矿机电科"),
        ("［作者单位：青峰矿机电科］", None, "青峰矿机电科"),
        ("〔作者单位：青峰矿机电科〕", None, "青峰矿机电科"),
        ("【作者单位：青峰矿机电科】", None, "青峰矿机电科"),
        ("第一作者单位：青峰矿机电科", None, "青峰矿机电科"),
        ("作者系青峰矿机电科科长", None, "青峰矿机电科科长"),
        ("本文作者为青峰矿机电科科长", None, "青峰矿机电科科长"),
        ("（责任编辑：方小禾）", None, None),
        ("责任编辑　方小禾", None, None),
    ],
)
def test_a_line_that_says_so_is_a_certain_signature(text: str, author: str | None, unit: str | None):
    assert said(text) == (author, unit, True)
    assert closes_article(text)


@pytest.mark.parametrize(
    ("text", "author", "unit"),
    [
        ("（江平 方小禾）", "江平 方小禾", None),
        ("（江　平）", "江平", None),
        ("（青峰矿业网站 方小禾）", "方小禾", "青峰矿业网站"),
        ("（青峰矿业网站方小禾）", "方小禾", "青峰矿业网站"),
    ],
)
def test_names_alone_in_brackets_are_an_uncertain_one(text: str, author: str, unit: str | None):
    assert said(text) == (author, unit, False)
    assert not closes_article(text)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_the_example_of_each_form_is_read_by_it(form: Form):
    fitting = [other for other in FORMS if other.pattern.fullmatch(fold_width(form.example))]
    assert fitting[0] is form
    assert said(f"（{form.example}）")[2]


def test_a_signature_begins_behind_the_last_sentence():
    for end in ("（作者单位：青峰矿机电科）", "[责任编辑 方小禾]", "（江平）"):
        signature = read(SENTENCE + end)
        assert signature
        assert signature.start == len(SENTENCE)


def test_brackets_inside_the_unit_do_not_open_the_signature():
    signature = read(f"{SENTENCE}（作者单位：青峰矿（集团）公司）")
    assert signature
    assert signature.start == len(SENTENCE)
    assert signature.byline.affiliation
    assert signature.byline.affiliation.text == "青峰矿（集团）公司"


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        f"{SENTENCE}（见图一）",
        f"{SENTENCE}（比上年多三十盏）",
        "（单位：万元）",
        "作者单位要写全称",
        "作者系上围裙就进了厨房，一连做了三天的饭，直到矿灯房的人都说味道不错才肯停手，这是后来才知道的事。"
        * 2,
        f"（{'青峰矿机电科的灯，' * 20}作者单位：青峰矿）",
        "",
    ],
)
def test_another_bracket_or_sentence_is_none(text: str):
    assert read(text) is None


def test_a_bracket_is_looked_for_in_the_last_characters_only():
    assert len("（作者单位：青峰矿机电科）") < MAX_SIGNATURE
    signature = read("灯" * 500 + "。（作者单位：青峰矿机电科）")
    assert signature
    assert signature.start == 501


@pytest.mark.parametrize(
    "text", ["（作者", "(作者单位:", "【作者单位】", "作者系青峰矿", "作者单位：青峰", "[单位：青"]
)
def test_the_first_line_of_a_wrapped_signature_shows_it(text: str):
    assert starts_signature(text)


@pytest.mark.parametrize("text", ["（一）守住底线", "作者用三年写成", "单位里的人都来了", "(江平)"])
def test_other_lines_start_none(text: str):
    assert not starts_signature(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("（青峰矿业集团，山西 太原 030024）", "青峰矿业集团"),
        ("(作者单位:青峰矿机电科)", "青峰矿机电科"),
        ("【青峰矿机电科】", "青峰矿机电科"),
        ("〔青峰矿机电科〕", "青峰矿机电科"),
    ],
)
def test_a_unit_alone_in_brackets_is_read_with_its_place(text: str, unit: str):
    label = unit_in_bracket(strand(text), text)
    assert label
    assert label.text == unit
    assert [piece.slice(text) for piece in label.pieces] == [unit]
    assert is_unit_bracket(text)


@pytest.mark.parametrize("text", ["（一）守住底线", "（见图一）", "（全文完，谢谢阅读）", "青峰矿机电科", ""])
def test_other_brackets_hold_no_unit(text: str):
    assert unit_in_bracket(strand(text), text) is None
    assert not is_unit_bracket(text)

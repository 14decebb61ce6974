import html
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ui.markup import escaped, joined, shortened, tag


@given(st.text())
def test_escaped_text_shows_its_characters_and_holds_nothing_that_could_be_markup(text: str):
    shown = escaped(text)
    plain = "".join(" " if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} else c for c in text)
    assert html.unescape(shown) == plain
    assert not set("<>\"'`*_[]()!$\\{}~|\n\r") & set(shown)


def test_an_address_in_a_text_does_not_become_a_link():
    assert "://" not in escaped("见 http://evil.example 和 www.evil.example")
    assert "www." not in escaped("见 www.evil.example")


def test_an_attribute_cannot_be_left():
    assert tag("a", "原文", title='"><script>') == '<a title="&#34;&#62;&#60;script&#62;">原文</a>'


def test_an_attribute_without_a_value_is_left_out():
    assert tag("mark", "隐患", id=None, class_="lit") == '<mark class="lit">隐患</mark>'


def test_names_of_attributes_are_written_as_html_writes_them():
    assert tag("span", aria_live="polite") == '<span aria-live="polite"></span>'


def test_empty_parts_leave_no_gap():
    assert joined(["赵永川", "", "安监部"], " · ") == "赵永川 · 安监部"


def test_a_text_that_fits_is_left_whole():
    assert shortened("安全生产", 4) == "安全生产"
    assert shortened("安全 生产", 3) == "安全…"

from __future__ import annotations

from eval.benchmarks.tabulated import html_table, mean_cell, milliseconds, whole_page
from eval.measures.means import Mean
from eval.report.markup import element


def test_a_mean_is_told_with_half_of_its_interval():
    assert mean_cell(Mean(0.75, 0.7, 0.81, 20, 4)) == "0.750 ±0.055"
    assert mean_cell(None) == ""
    assert milliseconds(0.01234) == "12.3"


def test_the_page_holds_its_parts_and_escapes_what_is_no_markup():
    html = whole_page("检索", element("p", "甲<乙"), html_table(["题"], [["丙&丁"]]))
    assert html.startswith("<!doctype html>")
    assert "<h1>检索</h1><p>甲&lt;乙</p>" in html
    assert '<th scope="col">题</th>' in html
    assert "<td>丙&amp;丁</td>" in html

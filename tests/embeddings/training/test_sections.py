from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from embeddings.training.sections import sections

LAW = "# 安全法\n\n## 第一章　总则\n\n第一条 甲。第二条 乙；\n\n丙\n## 第二章\n丁。"


def test_a_heading_stands_with_the_title():
    headings = ["安全法 第一章　总则", "安全法 第一章　总则", "安全法 第二章"]
    assert [section.heading for section in sections("安全法", LAW)] == headings


def test_sentences_end_at_stops_and_lines_and_an_article_of_a_law_is_a_section():
    said = [
        [LAW[start:end].strip() for start, end in section.sentences] for section in sections("安全法", LAW)
    ]
    assert said == [["第一条 甲。"], ["第二条 乙；", "丙"], ["丁。"]]


def test_an_empty_text_has_no_sections():
    assert list(sections("题", "\n\n# 只有标题\n")) == []


@settings(deadline=None)
@given(st.text(alphabet="甲乙。；\n# 　", max_size=60))
def test_sentences_never_overlap_and_go_forward(text: str):
    spans = [span for section in sections("题", text) for span in section.sentences]
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))

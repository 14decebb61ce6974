"""The style of a page in words."""

from rag.corpus.layout.style import PageStyle
from rag.explanation.setting import setting_of


def test_a_page_of_paragraphs():
    words = setting_of(PageStyle(wrapped=False, width=0, slack=None, indents=False, blank_parts=True))
    assert (words.zh, words.en) == ("每行是一个段落", "each line is a paragraph")


def test_a_wrapped_page_tells_its_width_and_what_parts_its_paragraphs():
    words = setting_of(PageStyle(wrapped=True, width=21, slack=1, indents=True, blank_parts=False))
    assert words.zh == "按栏宽折行，每行约 21 字，段首缩进"
    assert words.en == "lines are cut at about 21 characters, an indented line begins a paragraph"

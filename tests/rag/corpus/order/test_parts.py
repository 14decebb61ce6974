"""What is left of an article when words of another are taken out of it?"""

import pytest

from rag.corpus.article import ArticleKind
from rag.corpus.layout.blocks import Block, blocks_of
from rag.corpus.layout.lines import lines_of
from rag.corpus.layout.style import style_of
from rag.corpus.order.parts import NOBODY, Parts
from rag.text.spans import Span

FOREIGN = "书屋里的三千册图书由职工自己管理。"


def blocks(*paragraphs: str) -> tuple[Block, ...]:
    lines = lines_of("\n\n".join(paragraphs))
    return blocks_of(lines, style_of(lines))


def article(*paragraphs: str, seams: tuple[int, ...] = ()) -> Parts:
    """An article whose blocks number ``seams`` go on in mid-sentence."""
    numbered = enumerate(blocks(*paragraphs))
    return Parts(ArticleKind.ARTICLE, (), NOBODY, tuple((block, at in seams) for at, block in numbered))


def without(parts: Parts, words: str = FOREIGN) -> Parts:
    start = parts.text.index(words)
    return parts.without(Span(start, start + len(words)))


def test_the_text_has_a_line_a_paragraph_and_none_at_a_seam():
    parts = article("一、管灯", "矿灯要天天", "擦。", "账要天天记。", seams=(2,))
    assert parts.text == "一、管灯\n矿灯要天天擦。\n账要天天记。"


def test_a_passage_inside_a_paragraph_leaves_its_two_halves_joined():
    parts = without(article(f"矿灯要{FOREIGN}天天擦。"))
    assert parts.text == "矿灯要天天擦。"
    assert [block.text for block in parts.foreign] == [FOREIGN]


def test_a_passage_that_is_a_paragraph_leaves_the_others_as_they_are():
    parts = without(article("矿灯要天天擦。", FOREIGN, "账要天天记。"))
    assert parts.text == "矿灯要天天擦。\n账要天天记。"


def test_a_sentence_reads_on_where_a_foreign_paragraph_broke_into_it():
    parts = without(article("矿灯要", FOREIGN[:-1], "天天擦。"), FOREIGN[:-1])
    assert parts.text == "矿灯要天天擦。"


@pytest.mark.parametrize("before", ["矿灯要天天擦。", "一、管灯"])
def test_what_stands_behind_a_passage_at_the_beginning_of_a_paragraph_stays_a_paragraph(before: str):
    parts = without(article(before, f"{FOREIGN}账要天天记。"))
    assert parts.text == f"{before}\n账要天天记。"


def test_the_rest_of_a_paragraph_reads_on_in_an_open_sentence():
    parts = without(article("矿灯要", f"{FOREIGN}天天擦。"))
    assert parts.text == "矿灯要天天擦。"


def test_a_passage_over_two_paragraphs_is_taken_out_of_both():
    parts = without(article("矿灯要天天擦。书屋在", "一楼。账要天天记。"), "书屋在\n一楼。")
    assert parts.text == "矿灯要天天擦。\n账要天天记。"
    assert [block.text for block in parts.foreign] == ["书屋在", "一楼。"]


def test_an_article_that_is_nothing_else_has_no_blocks_left():
    assert without(article(FOREIGN)).blocks == ()


def test_the_first_block_left_follows_no_seam():
    parts = without(article("书屋在", "一楼。账要天天记。", seams=(1,)), "书屋在一楼。")
    assert [(block.text, seam) for block, seam in parts.blocks] == [("账要天天记。", False)]

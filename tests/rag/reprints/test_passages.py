from rag.corpus.article import Chunk
from rag.reprints.passages import NOWHERE, counterparts
from rag.text.spans import Span
from tests.rag.reprints.conftest import OTHER, PARAGRAPHS


def cut(*texts: str) -> list[Chunk]:
    return [Chunk(f"c{n}", "a", Span(0, len(t)), "", "", (), t) for n, t in enumerate(texts)]


def test_a_passage_has_its_like_where_the_cited_article_says_the_same():
    assert counterparts(cut(PARAGRAPHS[2], PARAGRAPHS[0]), cut(*PARAGRAPHS)) == (2, 0)


def test_passages_that_are_cut_elsewhere_find_the_one_that_shares_most():
    moved = PARAGRAPHS[0][-20:] + PARAGRAPHS[1]
    assert counterparts(cut(moved), cut(*PARAGRAPHS)) == (1,)


def test_what_only_the_reprint_says_stays():
    assert counterparts(cut(PARAGRAPHS[0], OTHER), cut(*PARAGRAPHS)) == (0, NOWHERE)


def test_a_passage_with_another_figure_stays():
    assert counterparts(cut(PARAGRAPHS[3].replace("412", "472")), cut(*PARAGRAPHS)) == (NOWHERE,)


def test_nothing_stands_in_an_article_without_passages():
    assert counterparts(cut(PARAGRAPHS[0]), []) == (NOWHERE,)
    assert counterparts([], cut(*PARAGRAPHS)) == ()


def test_misread_characters_that_stand_apart_are_nothing_of_its_own():
    misread = PARAGRAPHS[2].replace("规矩", "规短").replace("位置", "位罝").replace("师傅", "师傳")
    assert counterparts(cut(misread), cut(*PARAGRAPHS)) == (2,)


def test_a_sentence_of_its_own_within_a_passage_stays():
    late = PARAGRAPHS[1] + "交班要当面试铃三遍，绞车司机何满仓说。"
    assert counterparts(cut(late), cut(*PARAGRAPHS)) == (NOWHERE,)


def test_the_number_of_a_point_at_the_head_of_a_passage_is_no_other_figure():
    points = [f"{n}.{text}" for n, text in enumerate(PARAGRAPHS, start=1)]
    assert counterparts(cut(*points[1:]), cut(*points)) == (1, 2, 3, 4)

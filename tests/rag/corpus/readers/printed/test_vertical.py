from rag.corpus.readers.printed.stretches import Glyph, stretches_of
from rag.corpus.readers.printed.vertical import is_vertical, turned


def column(text: str, left: float) -> list[Glyph]:
    return [Glyph(c, left, 690 - 10 * n, left + 10, 700 - 10 * n) for n, c in enumerate(text)]


PAGE = [*column("青湾航运公司管着沿江", 300), *column("十一个渡口每天开航。", 280)]


def test_characters_below_one_another_are_vertical_print():
    assert is_vertical(PAGE)
    across = [Glyph("字", 10.0 * n, 0, 10.0 * n + 10, 10) for n in range(30)]
    assert not is_vertical(across)
    assert not is_vertical(PAGE[:10])


def test_the_rightmost_column_becomes_the_first_row():
    assert [one.text for one in stretches_of(turned(PAGE))] == [
        "青湾航运公司管着沿江",
        "十一个渡口每天开航。",
    ]


def test_a_mark_in_the_corner_of_its_square_stays_in_its_column():
    page = [*PAGE[:-1], Glyph("。", 287, 607, 290, 610)]
    assert [one.text for one in stretches_of(turned(page))][1] == "十一个渡口每天开航。"

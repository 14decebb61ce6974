from dataclasses import replace

import pytest

from rag.corpus.article import Article, Imprint, SourceText
from ui.imprint import imprint_line


def words(*said: str) -> list[SourceText | None]:
    return [SourceText(one, ()) if one else None for one in said]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (("青湾日报", "2025年3月12日", "第3版", "安全论坛"), "《青湾日报》2025年3月12日 第3版 · 安全论坛"),
        (("《青湾日报》", "", "", ""), "《青湾日报》"),
        (("", "2025-03-12", "", ""), "2025-03-12"),
        (("", "", "第3版", ""), "第3版"),
        (("", "", "", "安全论坛"), "安全论坛"),
        (("青湾日报", "", "", "安全论坛"), "《青湾日报》 · 安全论坛"),
        (("", "", "", ""), ""),
    ],
)
def test_what_is_known_is_said_in_a_line(mine: Article, said: tuple[str, ...], line: str):
    assert imprint_line(replace(mine, imprint=Imprint(*words(*said)))) == line


def test_each_of_the_words_is_shown_as_the_place_wants_it(mine: Article):
    article = replace(mine, imprint=Imprint(*words("a", "b", "c", "d")))
    assert imprint_line(article, str.upper, lambda date: f"<{date}>") == "《A》<b> C · D"

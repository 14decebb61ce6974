"""How often are two articles put together again whose columns take turns, cut in mid-sentence?

Not always: two beginnings may fit one open end equally well. The floors are a little under what is reached.
"""

from collections.abc import Callable

import pytest

from eval.pages.page import Page
from rag.text.numbering import fold_width

PAGES = 200


def comes_out_right(page: Page, read: Callable) -> bool:
    written = sorted(fold_width(article.text.replace("\n", "")) for article in page.articles)
    return sorted("".join(one.paragraphs) for one in read(page.text)) == written


@pytest.mark.parametrize(("width", "floor"), [(0, 180), (24, 98)], ids=["a paragraph a line", "wrapped"])
def test_most_pages_of_two_articles_come_out_right(drawn: Callable, read: Callable, width: int, floor: int):
    plain = {"byline": "square-unit-name", "numbering": "chinese", "run_in": "", "subtitle": False}
    gap = "single" if width else "blank"
    pages = (
        drawn(number, articles=2, flow="interleaved", width=width, gap=gap, **plain)
        for number in range(PAGES)
    )
    assert sum(comes_out_right(page, read) for page in pages) >= floor

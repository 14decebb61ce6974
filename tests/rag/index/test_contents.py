from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rag.errors import QuoteMismatch
from rag.index.contents import CutArticle, CutPage, all_chunks, prove

MakePage = Callable[..., CutPage]


def test_rows_run_through_pages_and_articles_in_reading_order(make_page: MakePage):
    pages = [
        make_page("一", "检查瓦斯浓度。", "供应三餐。"),
        make_page("二"),
        make_page("三", "培训新工人。"),
    ]
    assert [chunk.text for chunk in all_chunks(pages)] == ["检查瓦斯浓度。", "供应三餐。", "培训新工人。"]


def test_an_article_of_its_source_is_proved(make_page: MakePage):
    page = make_page("一", "检查瓦斯浓度。")
    prove(page.articles[0], page.text)


def test_one_character_that_the_source_does_not_say_is_found(make_page: MakePage):
    page = make_page("一", "检查瓦斯浓度。")
    with pytest.raises(QuoteMismatch):
        prove(page.articles[0], page.text.replace("瓦斯", "瓦期"))


def test_a_chunk_that_its_article_does_not_say_is_found(make_page: MakePage):
    page = make_page("一", "检查瓦斯浓度。")
    (cut,) = page.articles
    altered = CutArticle(cut.article, (replace(cut.chunks[0], text="检查瓦斯。"),))
    with pytest.raises(QuoteMismatch):
        prove(altered, page.text)

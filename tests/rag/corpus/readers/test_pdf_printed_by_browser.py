"""PDFs as a real program prints them: columns, running heads, vertical print."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rag.corpus.articles import articles_of
from rag.corpus.page import Page
from rag.corpus.readers.pdf import read
from rag.corpus.readers.read_file import RawFile

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
Print = Callable[..., Page]

SENTENCES = tuple(
    f"第{number}条规定，渡船每天开航之前都要检查救生设备和信号灯，值班员把检查结果记在簿上，科长每周抽查一次。"
    for number in "一二三四五六七八九十"
)
BODY = "".join(f"<p style='text-indent:2em;text-align:justify'>{sentence * 4}</p>" for sentence in SENTENCES)


@pytest.fixture(scope="module")
def printed() -> Iterator[Print]:
    """Prints HTML and reads the PDF."""
    with playwright.sync_playwright() as driver:
        own = driver.chromium.executable_path
        path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
        if path is None and not Path(own).exists():
            pytest.skip("no Chromium found: install one, or name it in $CHROMIUM")
        browser = driver.chromium.launch(executable_path=path or own)
        window = browser.new_page()

        def made(html: str, **options: object) -> Page:
            window.set_content(f"<title>渡口</title>{html}")
            (page,) = read(RawFile("渡口.pdf", window.pdf(format="A4", **options))).pages
            return page

        yield made
        browser.close()


def body_of(page: Page) -> str:
    return "".join(article.text.replace("\n", "") for article in articles_of(page))


def test_three_columns_over_two_pages_are_one_article(printed: Print):
    page = printed(f"<h1>渡口的规矩</h1><p>●青湾航运公司　沈渡</p><div style='columns:3'>{BODY}</div>")
    (article,) = articles_of(page)
    assert article.title
    assert article.title.text == "渡口的规矩"
    assert article.text.split("\n") == [sentence * 4 for sentence in SENTENCES]


def test_running_heads_and_page_numbers_do_not_cut_sentences(printed: Print):
    page = printed(BODY * 4, display_header_footer=True, margin={"top": "60px", "bottom": "60px"})
    assert len(page.landmarks) >= 4
    assert body_of(page) == "".join(sentence * 4 for sentence in SENTENCES) * 4


def test_vertical_print_is_read(printed: Print):
    page = printed(f"<div style='writing-mode:vertical-rl;height:250mm'>{BODY}</div>")
    assert body_of(page) == "".join(sentence * 4 for sentence in SENTENCES)

"""Does reading a page take time in proportion to its length, whatever it says?

Each text is read at a sixteenth, a quarter and the whole of its size. The factors are generous: a machine is busy with
other things at times.
"""

import gc
from collections.abc import Callable
from itertools import pairwise
from time import process_time

import pytest

from rag.corpus.articles import articles_of
from rag.corpus.page import Page

TEXTS: dict[str, tuple[int, Callable[[int], str]]] = {
    "short lines": (20_000, lambda size: "\n".join(f"安全第{n}条" for n in range(size))),
    "one line": (1_000_000, lambda size: "安全生产，人人有责。" * (size // 10)),
    "one sentence": (1_000_000, lambda size: "安全生产" * (size // 4)),
    "numbered lines": (10_000, lambda size: "\n".join(f"{n}.落实责任" for n in range(size))),
    "lines numbered alike": (10_000, lambda size: "\n".join(["一、落实责任"] * size)),
    "bylines": (10_000, lambda size: "\n".join(["■红岭矿业公司 赵志远"] * size)),
    "unit lines": (5_000, lambda size: "\n".join(["（作者单位：红岭矿业公司）"] * size)),
    "notices": (5_000, lambda size: "\n".join(["注销公告", "请债权人申报。"] * (size // 2))),
    "biographies": (5_000, lambda size: "\n".join(["作者简介：赵志远，男。"] * size)),
    "equal lines": (10_000, lambda size: "\n".join(["安全生产责任重于泰山"] * size)),
    "open lines": (
        5_000,
        lambda size: "\n".join(f"第{n}次检查时发现的问题要落实到每一个" for n in range(size)),
    ),
    "brackets": (1_000_000, lambda size: "(" * size),
    "lines of brackets": (5_000, lambda size: "\n".join(["（" * 100] * size)),
    "stars": (200_000, lambda size: "*" * size),
    "running heads": (
        5_000,
        lambda size: "\n".join(f"煤海周刊 2025年3月12日 第{n}版" for n in range(size)),
    ),
}
"""The whole size, in lines or characters, and the text of a size."""

MAX_SECONDS = 10.0
"""For the whole; all take less than three on a small machine."""

MAX_GROWTH = 10.0
"""For four times the text."""

LEAST_SECONDS = 0.05
"""Shorter times are not compared."""


TRIES = 3


def seconds(text: str) -> float:
    """Of the processor, without the collection of garbage, which grows with all that other tests left behind."""
    gc.disable()
    start = process_time()
    articles_of(Page("报纸.txt", None, text))
    spent = process_time() - start
    gc.enable()
    return spent


def grows_in_proportion(texts: list[str]) -> bool:
    """Whether it does in one of the tries: a busy machine may be slow once."""
    for _ in range(TRIES):
        times = [seconds(text) for text in texts]
        growth = [more / max(less, LEAST_SECONDS) for less, more in pairwise(times)]
        if max(growth) <= MAX_GROWTH and times[-1] < MAX_SECONDS:
            return True
    return False


@pytest.mark.parametrize("name", TEXTS)
def test_adversarial_texts_are_read_in_linear_time(name: str):
    size, text = TEXTS[name]
    assert grows_in_proportion([text(size // part) for part in (16, 4, 1)])


def test_many_articles_that_share_passages_too(drawn: Callable):
    texts = [drawn(number, articles=1).text for number in range(48)]
    assert grows_in_proportion(["\n\n".join(texts[:count]) for count in (3, 12, 48)])

import re

import pytest

from rag.reprints.paper import OF_THE_PAPER, without_paper
from rag.text.normalise import fold


@pytest.mark.parametrize(("pattern", "example"), OF_THE_PAPER)
def test_each_pattern_is_found_in_its_example(pattern: str, example: str):
    assert re.search(pattern, fold(example))


@pytest.mark.parametrize("said", ["学习时间:每周两次", "第一期间", "3月1日停电", "全书共5章"])
def test_what_the_article_says_stays(said: str):
    assert without_paper(said) == said

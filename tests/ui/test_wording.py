import re
from dataclasses import fields
from string import Formatter

import pytest

from rag.answering.answer import AbstentionKind
from rag.corpus.article import ArticleKind
from rag.errors import Words
from rag.retrieval.filters import Filters
from rag.wording.candidates import LEAST
from ui import wording
from ui.reference import Label

ALL = {name: words for name, words in vars(wording).items() if isinstance(words, Words)}


@pytest.mark.parametrize("name", ALL)
def test_both_languages_say_it_with_the_same_blanks(name: str):
    words = ALL[name]
    blanks = [{blank for _, blank, _, _ in Formatter().parse(said) if blank} for said in words]
    assert words.zh
    assert words.en
    assert blanks[0] == blanks[1]


@pytest.mark.parametrize("name", sorted(set(ALL) - {"OTHER_LANGUAGE"}))
def test_the_english_is_english(name: str):
    assert not re.search(r"[一-鿿]", ALL[name].en)


def test_nothing_is_left_without_words():
    assert set(wording.MENDS) == set(AbstentionKind)
    assert set(wording.LABELS) == set(Label)
    assert set(wording.KINDS) == set(ArticleKind)
    assert list(wording.PHRASE_KINDS) == list(LEAST)
    assert set(wording.FILTER_NAMES) == {one.name for one in fields(Filters)}

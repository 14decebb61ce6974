"""Does the width of marks and digits matter? Never: a page may set ，；：（）！？ and figures half or full, or mixed."""

from collections.abc import Callable
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rag.corpus.articles import articles_of
from rag.corpus.page import Page

WIDE = "，；：（）！？０１２３４５６７８９"
NARROW = ",;:()!?0123456789"
TO_NARROW, TO_WIDE = str.maketrans(WIDE, NARROW), str.maketrans(NARROW, WIDE)


def mixed(text: str, rng: Random) -> str:
    return "".join(character.translate(rng.choice((TO_NARROW, TO_WIDE))) for character in text)


def cuts(text: str) -> list:
    """Where the articles, their labels and their headings stand, and at which level."""
    return [
        (
            article.source_map,
            [label and label.pieces for label in (article.title, article.author, article.affiliation)],
            [(section.level, section.heading, section.body) for section in article.sections],
        )
        for article in articles_of(Page("报纸.txt", None, text))
    ]


def all_alike(text: str, rng: Random) -> bool:
    pages = (text, text.translate(TO_NARROW), text.translate(TO_WIDE), mixed(text, rng))
    return all(cuts(page) == cuts(text) for page in pages)


@settings(settings.get_profile("pages"))
@given(st.integers(0, 10**6))
def test_articles_are_cut_at_the_same_places(drawn: Callable, number: int):
    assert all_alike(drawn(number).text, Random(number))


@settings(settings.get_profile("pages"))
@given(st.integers(0, 10**6), st.integers(18, 40))
def test_wrapped_ones_too(drawn: Callable, number: int, width: int):
    assert all_alike(drawn(number, width=width, indent=True, gap="single").text, Random(number))


@settings(settings.get_profile("pages"))
@given(st.randoms(use_true_random=False))
def test_those_of_our_own_page_too(own: str, rng: Random):
    assert all_alike(own, rng)

"""Does the white space around paragraphs matter? Never, while at least one empty line parts them."""

from collections.abc import Callable
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rag.corpus.decoding import decode

INDENTS = ("　　", "  ", "    ", "\t", "　")
TRAILS = ("", " ", "　", "  ", "\t")


def with_crlf(text: str, _: Random) -> str:
    return text.replace("\n", "\r\n")


def with_trailing_spaces(text: str, rng: Random) -> str:
    return "\n\n".join(line + rng.choice(TRAILS) for line in text.split("\n\n"))


def with_one_to_three_empty_lines(text: str, rng: Random) -> str:
    return "".join(line + "\n" * rng.randint(2, 4) for line in text.split("\n\n"))


def indented(text: str, rng: Random) -> str:
    indent = rng.choice(INDENTS)
    return "\n\n".join(indent + line for line in text.split("\n\n"))


def marked(text: str, _: Random) -> str:
    return decode(text.encode("utf-8-sig")).text


SPACINGS = (with_crlf, with_trailing_spaces, with_one_to_three_empty_lines, indented, marked)


@settings(settings.get_profile("pages"))
@given(st.integers(0, 10**6), st.lists(st.sampled_from(SPACINGS), min_size=1, max_size=3, unique=True))
def test_white_space_changes_nothing(drawn: Callable, read: Callable, number: int, spacings: list):
    text = plain = drawn(number).text
    for spaced in sorted(spacings, key=SPACINGS.index, reverse=True):
        text = spaced(text, Random(number))
    assert read(text) == read(plain)


@settings(settings.get_profile("pages"))
@given(st.randoms(use_true_random=False), st.sampled_from(SPACINGS))
def test_nor_on_our_own_page(own: str, read: Callable, rng: Random, spaced: Callable[[str, Random], str]):
    assert read(spaced(own, rng)) == read(own)

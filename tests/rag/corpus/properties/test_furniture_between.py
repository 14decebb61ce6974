"""Does a line of the page's own, wherever it falls between two lines, change any article? Never."""

from collections.abc import Callable
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rag.corpus.layout.furniture import KINDS

NUMBERS = st.integers(0, 10**6)
EXAMPLES = st.sampled_from([kind.example for kind in KINDS])


def with_line(text: str, line: str, gap: str, rng: Random) -> str:
    lines = text.split(gap)
    lines.insert(rng.randint(0, len(lines)), line)
    return gap.join(lines)


@settings(settings.get_profile("pages"), max_examples=2 * settings.get_profile("pages").max_examples)
@given(NUMBERS, EXAMPLES)
def test_a_line_between_paragraphs_changes_nothing(drawn: Callable, read: Callable, number: int, line: str):
    text = drawn(number).text
    assert read(with_line(text, line, "\n\n", Random(number))) == read(text)


@settings(settings.get_profile("pages"), max_examples=2 * settings.get_profile("pages").max_examples)
@given(NUMBERS, EXAMPLES, st.booleans())
def test_a_line_between_the_lines_of_a_column_changes_nothing(
    drawn: Callable, read: Callable, number: int, line: str, indent: bool
):
    text = drawn(number, width=24, indent=indent, gap="single").text
    assert read(with_line(text, line, "\n", Random(number))) == read(text)


@settings(settings.get_profile("pages"))
@given(st.randoms(use_true_random=False), EXAMPLES)
def test_nor_on_our_own_page(own: str, read: Callable, rng: Random, line: str):
    assert read(with_line(own, line, "\n\n", rng)) == read(own)

"""Does it matter at which column a page is wrapped?

Where paragraphs are indented, not at all. Without indentation a paragraph whose last line is full cannot be told from
one that goes on in the next line: the same articles are found with the same words, the ends of paragraphs excepted.

Not drawn: headings without numbers, which are known by their shortness; kickers, for one that fills its column looks
like the first line of a long title; and without indentation columns wider than 48, which are as wide as a short
paragraph, and titles without a byline, which may fill their line as the text under them does.
"""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from eval.pages.bylines import FORMS

NUMBERS = st.integers(0, 10**6)
BYLINES = [name for name, form in FORMS.items() if form.head]
WITHOUT_INDENTATION = 60
RIGHT_WITHOUT_INDENTATION = 59
"""Of so many pages without indentation, those that are read as they were written; 596 of 600 others are."""
GAPS = st.sampled_from(("single", "blank"))


@settings(settings.get_profile("pages"), max_examples=2 * settings.get_profile("pages").max_examples)
@given(NUMBERS, st.integers(14, 60), GAPS)
def test_indented_paragraphs_are_read_as_they_were_written(
    drawn: Callable, read: Callable, number: int, width: int, gap: str
):
    articles = 1 + number % 4
    wrapped = drawn(number, articles=articles, width=width, indent=True, gap=gap)
    assert read(wrapped.text) == read(drawn(number, articles=articles).text)


def test_without_indentation_the_words_of_nearly_all_articles_are(drawn: Callable, read: Callable):
    right = 0
    for number in range(WITHOUT_INDENTATION):
        same = {"articles": 2 + number % 3, "byline": BYLINES[number % len(BYLINES)]}
        gap = ("single", "blank")[number % 2]
        wrapped = read(drawn(number, width=14 + number % 35, gap=gap, **same).text)
        plain = read(drawn(number, **same).text)
        right += {one.unbroken for one in wrapped} == {one.unbroken for one in plain}
    assert right >= RIGHT_WITHOUT_INDENTATION, right

"""The gold of generated pages says where every thing is, and is right."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from eval.measures.folding import fold
from eval.pages.clean import Article
from eval.pages.furniture import PIECES
from eval.pages.mess import KINDS
from eval.pages.page import Page, pages
from rag.text.spans import without_layout

SEED, COUNT = 20250312, 80
LONG = 32
"""Characters in common that a reader would call a repeat."""


@cache
def made() -> tuple[Page, ...]:
    return tuple(pages(SEED, COUNT))


def cases() -> list[tuple[Page, Article, dict[str, Any]]]:
    return [
        (page, article, gold)
        for page in made()
        for article, gold in zip(page.articles, page.gold, strict=True)
    ]


def slices(text: str, spans: list[list[int]]) -> str:
    return "".join(text[start:end] for start, end in spans)


def without_intrusions(page: Page, gold: dict[str, Any], spans: list[list[int]]) -> str:
    foreign = {offset for one in gold["intrusions"] for offset in range(*one["span"])}
    return "".join(
        page.text[offset] for start, end in spans for offset in range(start, end) if offset not in foreign
    )


def test_the_spans_of_a_body_read_as_the_clean_article():
    for page, article, gold in cases():
        body = without_intrusions(page, gold, gold["spans"])
        assert without_layout(body) == without_layout(article.text), article.name


def test_each_paragraph_reads_as_the_clean_paragraph():
    for page, article, gold in cases():
        read = [without_layout(slices(page.text, one["pieces"])) for one in gold["paragraphs"]]
        assert read == [without_layout(one.text) for one in article.paragraphs], article.name
        assert [one["heading"] for one in gold["paragraphs"]] == [one.alone for one in article.paragraphs]


def test_each_heading_begins_where_the_gold_says():
    for page, article, gold in cases():
        for heading in gold["headings"]:
            said = without_layout(heading["text"])
            after = without_layout(page.text[heading["start"] : heading["start"] + 3 * len(said) + 20])
            assert after.startswith(said), (article.name, heading)
            assert page.text[heading["start"]] == heading["text"][0]


@pytest.mark.parametrize(("label", "role"), [("title", "title_span"), ("affiliation", "affiliation_span")])
def test_a_label_stands_in_its_span(label: str, role: str):
    for page, article, gold in cases():
        assert (gold[label] is None) == (gold[role] is None), article.name
        if gold[role]:
            start, end = gold[role]
            assert fold(page.text[start:end]) == fold(gold[label])


def test_the_names_stand_in_the_span_of_the_author_and_that_in_the_byline():
    for page, article, gold in cases():
        if not gold["author_span"]:
            continue
        start, end = gold["author_span"]
        names = gold["author"].split("、")
        said = without_layout(page.text[start:end])
        assert said.startswith(names[0]), article.name
        assert said.endswith(names[-1])
        assert all(name in said for name in names)
        assert gold["byline_span"][0] <= start < end <= gold["byline_span"][1]


def test_an_intrusion_reads_as_words_of_the_article_it_copies():
    copies = 0
    for page, article, gold in cases():
        for one in gold["intrusions"]:
            source = next(other for other in page.articles if other.name == one["copy_of"])
            assert without_layout(page.text[slice(*one["span"])]) in without_layout(source.text)
            assert source is not article
            copies += 1
    assert copies


def test_an_article_whose_title_is_not_printed_is_said_to_lack_it():
    lacking = [gold for _, _, gold in cases() if gold["title"] is None]
    assert lacking
    assert all("title" in gold["missing"] and not gold["complete"] for gold in lacking)


def test_no_character_belongs_to_two_articles():
    for page in made():
        spans = sorted(
            (start, end) for gold in page.gold for start, end in [*gold["spans"], *label_spans(gold)]
        )
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), page.file


def label_spans(gold: dict[str, Any]) -> list[list[int]]:
    return [gold[key] for key in ("title_span", "author_span", "bio_span") if gold[key]]


def test_two_articles_of_a_page_share_no_long_passage_by_chance():
    for page in made():
        seen: dict[str, str] = {}
        for article in page.articles:
            text = without_layout(article.text)
            for at in range(len(text) - LONG):
                assert seen.setdefault(text[at : at + LONG], article.name) == article.name


def test_a_file_decodes_to_the_text_of_its_page():
    for page in made():
        assert page.data.decode(page.encoding) == page.text
        assert ("\r\n" in page.text) == ("crlf" in page.kinds)


def test_every_kind_of_mess_is_on_some_page():
    assert {kind for page in made() for kind in page.kinds} == set(KINDS)


def test_the_same_seed_gives_the_same_pages():
    assert [page.data for page in pages(7, 3)] == [page.data for page in pages(7, 3)]


def shown(page: Page, kind: str) -> bool:
    """Whether a page shows the mess that it is said to have, as far as that can be told from outside."""
    gold = page.gold
    titled = [one for one in gold if one["title_span"]]
    if kind in PIECES:
        return all(line.split("{")[0] in page.text for line in PIECES[kind].lines)
    told: dict[str, bool] = {
        "repeat": any(one["intrusions"] for one in gold),
        "beginning-lost": "beginning" in gold[0]["missing"],
        "end-lost": any("end" in one["missing"] for one in gold),
        "title-missing": gold[0]["title"] is None,
        "title-away": any(one["spans"][0][0] < one["title_span"][0] < one["spans"][-1][0] for one in titled),
        "title-after": all(one["spans"][-1][1] <= one["title_span"][0] for one in titled),
        "columns-of-two": sum(len(one["spans"]) > 1 for one in gold) == 2,
        "columns-of-three": sum(len(one["spans"]) > 1 for one in gold) == 3,
        "biography": all(one["bio_span"] for one in gold if one["kind"] == "article"),
    }
    return told.get(kind, True)


def test_a_page_shows_the_mess_that_it_is_said_to_have():
    assert [(page.file, kind) for page in made() for kind in page.kinds if not shown(page, kind)] == []

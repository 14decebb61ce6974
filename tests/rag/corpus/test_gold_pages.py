"""The articles of the shared pages against their annotation by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from rag.corpus.article import Article, SourceText
from rag.corpus.articles import articles_of
from rag.corpus.page import Page
from rag.text.numbering import fold_width

SHARED = Path(__file__).parents[4] / "shared"
GOLD = SHARED / "gold" / "articles.json"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD.exists(), reason="the shared corpus is not beside the checkout"),
]

Annotation = dict[str, Any]


def annotations() -> list[Annotation]:
    return json.loads(GOLD.read_text(encoding="utf-8")) if GOLD.exists() else []


def articles_in(file: str) -> tuple[Article, ...]:
    text = (SHARED / "corpus" / file).read_bytes().decode("utf-8")
    return articles_of(Page(file, None, text))


def same(text: str | None) -> str | None:
    return None if text is None else "".join(fold_width(text).split())


def shown(label: SourceText | None) -> str | None:
    return same(label.text) if label else None


@pytest.fixture(scope="module")
def pages() -> dict[str, tuple[Article, ...]]:
    return {file: articles_in(file) for file in sorted({gold["file"] for gold in annotations()})}


def found(pages: dict[str, tuple[Article, ...]], gold: Annotation) -> Article:
    """The article whose first and last words are the annotated ones, give or take a space."""
    first, last = gold["spans"][0][0], gold["spans"][-1][1]
    for article in pages[gold["file"]]:
        pieces = article.pieces(article.body)
        if abs(pieces[0].start - first) <= 3 and abs(pieces[-1].end - last) <= 3:
            return article
    raise AssertionError(f"no article from {first} to {last} in {gold['file']}")


def without_foreign(gold: Annotation) -> list[tuple[int, int]]:
    """The pieces of the body without the passages of other articles that are long enough to be told."""
    own = [(start, end) for start, end in gold["spans"]]
    for start, end in (cut["span"] for cut in gold["intrusions"] if cut["span"][1] - cut["span"][0] >= 30):
        own = [
            piece
            for first, last in own
            for piece in ([(first, start), (end, last)] if first < start < end < last else [(first, last)])
        ]
    return own


@pytest.mark.parametrize("gold", annotations(), ids=lambda gold: gold["id"])
def test_an_annotated_article_is_read_as_a_person_reads_it(
    gold: Annotation, pages: dict[str, tuple[Article, ...]]
):
    article = found(pages, gold)
    labels = (article.title, article.author, article.affiliation)
    assert [shown(label) for label in labels] == [same(gold[k]) for k in ("title", "author", "affiliation")]
    assert article.kind == gold["kind"]
    pieces = article.pieces(article.body)
    own = without_foreign(gold)
    assert len(pieces) == len(own)
    for piece, (start, end) in zip(pieces, own, strict=True):
        assert abs(piece.start - start) <= 5
        assert abs(piece.end - end) <= 5
    sections = [
        (s.level, same(s.heading.slice(article.text)), article.source_map.place(s.heading.start), s.run_in)
        for s in article.sections
    ]
    assert sections == [(h["level"], same(h["text"]), h["start"], h["run_in"]) for h in reading_order(gold)]
    assert bool(article.biography.length) == bool(gold["bio_span"])


def reading_order(gold: Annotation) -> list[Annotation]:
    def place(heading: Annotation) -> tuple[int, int]:
        for index, (start, end) in enumerate(gold["spans"]):
            if start <= heading["start"] < end:
                return index, heading["start"]
        return len(gold["spans"]), heading["start"]

    return sorted(gold["headings"], key=place)


def test_no_article_is_found_that_is_not_there(pages: dict[str, tuple[Article, ...]]):
    annotated = annotations()
    for file, articles in pages.items():
        assert len(articles) == sum(gold["file"] == file for gold in annotated)


@pytest.mark.parametrize("path", sorted(SHARED.glob("gold2/corpus/*.md")), ids=lambda path: path.name)
def test_a_file_with_one_title_is_one_article(path: Path):
    text = path.read_bytes().decode("utf-8")
    (article,) = articles_of(Page(path.name, None, text))
    assert shown(article.title) == same(text.split("\n", 1)[0].removeprefix("# "))

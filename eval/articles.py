"""Are the pages cut into the right articles? Found articles against a gold segmentation.

Everything is compared by places in the file, layout (white space, Markdown marks) aside. Each gold article
is paired with the found one of its file that shares most characters, one to one. Per pair:

* ``text_P`` / ``text_R`` / ``text_F1``: body characters in common by those found, by those of the gold;
* ``whole``: 1 when ``text_F1`` is at least ``WHOLE``; ``in_order``: 1 when the common characters are read
  in the same order;
* ``paragraph_F1``: paragraphs with the same first and last character;
* ``title``, ``author``, ``affiliation``, ``kind``: 1 when equal after folding (nothing equals nothing), several
  authors however they are parted;
* ``heading_F1``: headings that begin at the same character; ``leveled_F1``: with the same level too.

Foreign text that the gold marks as an intrusion counts for neither side. Paragraphs, headings and levels are
measured where the gold gives them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from eval.article_scores import ArticleScore, ArticleScores, FalseArticle
from eval.found_articles import FoundArticles
from eval.gold_articles import GoldArticle
from eval.measures.folding import bare, fold
from rag.corpus.article import Article, SourceText
from rag.text.spans import Span, is_layout

WHOLE = 0.99
"""A stray mark at a seam is no wrong boundary; a lost sentence is."""

Paragraph = tuple[int, int]
Heading = tuple[int, int | None]
"""Where it begins in the file, and its level."""


@dataclass(frozen=True)
class Layout:
    """One article as the comparison sees it; offsets count in the file."""

    name: str
    file: str
    record: str | None
    kind: str
    labels: Mapping[str, frozenset[str]]
    """title, author and affiliation, folded: what is right, or the one that was found; "" for none."""
    body: tuple[int, ...]
    """Every character that is not layout, in reading order."""
    paragraphs: frozenset[Paragraph] | None
    headings: frozenset[Heading] | None
    """``None`` where the gold does not give them."""


def score_articles(gold: Sequence[GoldArticle], found: FoundArticles) -> ArticleScores:
    """Found articles against gold ones that are ``matched``; found articles of other files are ignored."""
    foreign = {
        (one.file, offset) for one in gold for cut in one.intrusions for offset in range(cut.start, cut.end)
    }
    right = [gold_layout(one, found.texts[one.file, one.record], foreign) for one in gold]
    sources = {(layout.file, layout.record) for layout in right}
    ours = [found_layout(one, foreign) for one in found.articles if (one.file, one.record) in sources]
    partners = paired(right, ours)
    scores = tuple(
        _score(one, layout, partners.get(layout.name)) for one, layout in zip(gold, right, strict=True)
    )
    used = {partner.name for partner in partners.values()}
    false = (FalseArticle(one.name, one.file) for one in ours if one.name not in used)
    return ArticleScores(scores, tuple(false))


def gold_layout(gold: GoldArticle, source: str, foreign: Set[tuple[str, int]] = frozenset()) -> Layout:
    """A gold article for the comparison."""
    kept = [o for o in _inked(source, gold.spans) if (gold.file, o) not in foreign]
    return Layout(
        gold.name,
        gold.file,
        gold.record,
        gold.kind,
        {name: frozenset(_folded(name, text) for text in texts) for name, texts in gold.labels.items()},
        tuple(kept),
        None if gold.paragraphs is None else _ends(_inked(source, pieces) for pieces in gold.paragraphs),
        None
        if gold.headings is None
        else frozenset((_first_ink(source, one.start), one.level) for one in gold.headings),
    )


def found_layout(article: Article, foreign: Set[tuple[str, int]] = frozenset()) -> Layout:
    """A found article for the comparison."""
    place = [article.source_map.place(offset) for offset in range(len(article.text))]
    kept = [o for o in range(article.body.start, article.body.end) if not is_layout(article.text[o])]
    labels = {"title": article.title, "author": article.author, "affiliation": article.affiliation}
    return Layout(
        article.article_id,
        article.file,
        article.record,
        article.kind.value,
        {name: frozenset([_folded(name, _said(label))]) for name, label in labels.items()},
        tuple(place[o] for o in kept if (article.file, place[o]) not in foreign),
        _ends([place[o] for o in kept if o in line] for line in _lines(article)),
        frozenset((place[section.heading.start], section.level) for section in article.sections),
    )


def paired(gold: Sequence[Layout], found: Sequence[Layout]) -> dict[str, Layout]:
    """For each gold article (by name) the found one, one to one, the largest shares first."""
    shared = sorted(
        (
            (len(set(a.body) & set(b.body)), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(found)
            if (a.file, a.record) == (b.file, b.record)
        ),
        key=lambda triple: (-triple[0], triple[1], triple[2]),
    )
    partners: dict[str, Layout] = {}
    taken: set[int] = set()
    for size, i, j in shared:
        if size and gold[i].name not in partners and j not in taken:
            partners[gold[i].name] = found[j]
            taken.add(j)
    return partners


def f1(found: Set[Any], gold: Set[Any]) -> float:
    """``2|F ∩ G| / (|F| + |G|)``; 1 when both are empty."""
    return 2 * len(found & gold) / (len(found) + len(gold)) if found or gold else 1.0


def _score(gold: GoldArticle, right: Layout, found: Layout | None) -> ArticleScore:
    other = found or _nothing(right)
    measures = {
        **_text_measures(right.body, other.body),
        **(
            {}
            if right.paragraphs is None
            else {"paragraph_F1": f1(other.paragraphs or set(), right.paragraphs)}
        ),
        **{name: float(other.labels[name] <= texts) for name, texts in right.labels.items()},
        "kind": float(other.kind == right.kind),
        **(
            {} if right.headings is None else _heading_measures(right.headings, other.headings or frozenset())
        ),
    }
    return ArticleScore(gold, found.name if found else None, measures)


def _nothing(right: Layout) -> Layout:
    """What stands for an article that was not found: right in nothing."""
    labels = dict.fromkeys(right.labels, frozenset(["\0"]))
    return Layout("", right.file, right.record, "", labels, (), frozenset(), frozenset())


def _text_measures(gold: Sequence[int], found: Sequence[int]) -> dict[str, float]:
    theirs, ours = set(gold), set(found)
    common = ours & theirs
    text_f1 = f1(ours, theirs)
    same_order = [o for o in found if o in common] == [o for o in gold if o in common]
    return {
        "text_P": len(common) / len(ours) if ours else 0.0,
        "text_R": len(common) / len(theirs) if theirs else 0.0,
        "text_F1": text_f1,
        "whole": float(text_f1 >= WHOLE),
        "in_order": float(bool(common) and same_order),
    }


def _heading_measures(gold: Set[Heading], found: Set[Heading]) -> dict[str, float]:
    starts = f1({start for start, _ in found}, {start for start, _ in gold})
    if any(level is None for _, level in gold):
        return {"heading_F1": starts}
    return {"heading_F1": starts, "leveled_F1": f1(found, gold)}


def _inked(source: str, spans: Iterable[Span]) -> list[int]:
    """The places in the spans that are no layout."""
    return [o for span in spans for o in range(span.start, span.end) if not is_layout(source[o])]


def _first_ink(source: str, start: int) -> int:
    """The first place from ``start`` on that is no layout."""
    return next((o for o in range(start, len(source)) if not is_layout(source[o])), start)


def _ends(paragraphs: Iterable[Sequence[int]]) -> frozenset[Paragraph]:
    return frozenset((places[0], places[-1]) for places in paragraphs if places)


def _lines(article: Article) -> list[Span]:
    """The paragraphs of the body, as spans of ``article.text``."""
    spans, start = [], article.body.start
    for line in article.body.slice(article.text).split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _folded(name: str, text: str) -> str:
    return bare(text) if name == "author" else fold(text)


def _said(label: SourceText | None) -> str:
    return label.text if label else ""

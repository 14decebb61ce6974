"""Are the pages cut into the right articles? Found articles against a gold segmentation.

Everything is compared by places in the file, layout (white space, Markdown marks) aside. Each gold article
is paired with the found one of its file that shares most characters, one to one. Per pair:

* ``text_P`` / ``text_R`` / ``text_F1``: body characters in common by those found, by those of the gold;
* ``whole``: 1 when ``text_F1`` is at least ``WHOLE``; ``in_order``: 1 when the common characters are read
  in the same order;
* ``paragraph_F1``: paragraphs with the same first and last character;
* ``title``, ``author``, ``affiliation``, ``kind``: 1 when equal after folding (nothing equals nothing);
* ``heading_F1``: headings that begin at the same character; ``leveled_F1``: with the same level too.

Foreign text that the gold marks as an intrusion counts for neither side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from eval.measures.folding import fold
from rag.corpus.article import Article, SourceText
from rag.text.spans import Span, is_layout

WHOLE = 0.99
"""A stray mark at a seam is no wrong boundary; a lost sentence is."""

Paragraph = tuple[int, int]
Heading = tuple[int, int]
"""Where it begins in the file, and its level."""


@dataclass(frozen=True)
class Layout:
    """One article as the comparison sees it; offsets count in the file."""

    name: str
    file: str
    kind: str
    labels: Mapping[str, str]
    """title, author and affiliation, folded; empty where the page gives none."""
    body: tuple[int, ...]
    """Every character that is not layout, in reading order."""
    paragraphs: frozenset[Paragraph]
    headings: frozenset[Heading]


@dataclass(frozen=True)
class ArticleScore:
    """One gold article and how well it was found."""

    gold: str
    found: str | None
    """``article_id``; ``None`` where no article of the file shares a character with it."""
    measures: Mapping[str, float]


@dataclass(frozen=True)
class ArticleScores:
    """A whole segmentation."""

    articles: tuple[ArticleScore, ...]
    surplus: tuple[str, ...]
    """Found articles that no gold article is paired with."""

    def to_object(self) -> dict[str, Any]:
        """``{"mean": {measure: mean}, "articles": [{"gold", "found", measures…}], "surplus": [article_id]}``."""
        names = self.articles[0].measures if self.articles else {}
        count = len(self.articles)
        return {
            "mean": {name: sum(one.measures[name] for one in self.articles) / count for name in names},
            "articles": [{"gold": one.gold, "found": one.found, **one.measures} for one in self.articles],
            "surplus": list(self.surplus),
        }


def score_articles(
    gold: Iterable[Mapping[str, Any]], articles: Iterable[Article], sources: Mapping[str, str]
) -> ArticleScores:
    """Found articles against gold ones; ``sources`` holds the decoded text of every file of the gold.

    A gold article is an object with ``id, file, kind, title, author, affiliation, spans, intrusions,
    headings: [{"level", "start"}], paragraphs: [{"pieces"}]``. Found articles of other files are ignored.
    """
    wanted = list(gold)
    foreign = {
        (one["file"], offset) for one in wanted for cut in one["intrusions"] for offset in range(*cut["span"])
    }
    right = [gold_layout(one, sources[one["file"]], foreign) for one in wanted]
    files = {layout.file for layout in right}
    found = [found_layout(article, foreign) for article in articles if article.file in files]
    partners = paired(right, found)
    scores = tuple(_score(layout, partners.get(layout.name)) for layout in right)
    used = {partner.name for partner in partners.values()}
    return ArticleScores(scores, tuple(layout.name for layout in found if layout.name not in used))


def gold_layout(value: Mapping[str, Any], source: str, foreign: Set[tuple[str, int]] = frozenset()) -> Layout:
    """A gold article for the comparison."""
    file = value["file"]
    kept = [
        o
        for start, end in value["spans"]
        for o in _words(source, range(start, end))
        if (file, o) not in foreign
    ]
    paragraphs = [
        _words(source, [o for piece in p["pieces"] for o in range(*piece)]) for p in value["paragraphs"]
    ]
    headings = frozenset(
        (_words(source, range(h["start"], len(source)))[0], h["level"]) for h in value["headings"]
    )
    labels = {name: fold(value[name] or "") for name in ("title", "author", "affiliation")}
    ends = frozenset((p[0], p[-1]) for p in paragraphs if p)
    return Layout(value["id"], file, value["kind"], labels, tuple(kept), ends, headings)


def found_layout(article: Article, foreign: Set[tuple[str, int]] = frozenset()) -> Layout:
    """A found article for the comparison."""
    place = [article.source_map.place(offset) for offset in range(len(article.text))]
    kept = [o for o in range(article.body.start, article.body.end) if not is_layout(article.text[o])]
    paragraphs = [[o for o in kept if o in span] for span in _lines(article)]
    return Layout(
        article.article_id,
        article.file,
        article.kind.value,
        {
            "title": _label(article.title),
            "author": _label(article.author),
            "affiliation": _label(article.affiliation),
        },
        tuple(place[o] for o in kept if (article.file, place[o]) not in foreign),
        frozenset((place[p[0]], place[p[-1]]) for p in paragraphs if p),
        frozenset((place[section.heading.start], section.level) for section in article.sections),
    )


def paired(gold: Sequence[Layout], found: Sequence[Layout]) -> dict[str, Layout]:
    """For each gold article (by name) the found one, one to one, the largest shares first."""
    shared = sorted(
        (
            (len(set(a.body) & set(b.body)), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(found)
            if a.file == b.file
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


def _score(gold: Layout, found: Layout | None) -> ArticleScore:
    other = found or Layout("", gold.file, "", dict.fromkeys(gold.labels, "\0"), (), frozenset(), frozenset())
    ours, theirs = set(other.body), set(gold.body)
    common = ours & theirs
    text_f1 = f1(ours, theirs)
    same_order = [o for o in other.body if o in common] == [o for o in gold.body if o in common]
    starts, gold_starts = {start for start, _ in other.headings}, {start for start, _ in gold.headings}
    measures = {
        "text_P": len(common) / len(ours) if ours else 0.0,
        "text_R": len(common) / len(theirs) if theirs else 0.0,
        "text_F1": text_f1,
        "whole": float(text_f1 >= WHOLE),
        "in_order": float(bool(common) and same_order),
        "paragraph_F1": f1(other.paragraphs, gold.paragraphs),
        **{name: float(other.labels[name] == label) for name, label in gold.labels.items()},
        "kind": float(other.kind == gold.kind),
        "heading_F1": f1(starts, gold_starts),
        "leveled_F1": f1(other.headings, gold.headings),
    }
    return ArticleScore(gold.name, found.name if found else None, measures)


def _words(source: str, offsets: Iterable[int]) -> list[int]:
    return [offset for offset in offsets if not is_layout(source[offset])]


def _lines(article: Article) -> list[Span]:
    """The paragraphs of the body, as spans of ``article.text``."""
    spans, start = [], article.body.start
    for line in article.body.slice(article.text).split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _label(label: SourceText | None) -> str:
    return fold(label.text) if label else ""

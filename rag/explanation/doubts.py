"""What on a page may have been understood wrongly, so that somebody should look?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rag.corpus.article import Article, ArticleKind
from rag.corpus.layout.marks import TitleMark
from rag.corpus.order.seam_evidence import Seam
from rag.corpus.order.seam_words import CONTINUING
from rag.errors import Words
from rag.explanation.entries import Doubt
from rag.explanation.joints import beginning_of, ending_of, sides_of
from rag.explanation.whereabouts import SIDE, Whereabouts
from rag.text.numbering import heading_marker
from rag.text.spans import Span


@dataclass(frozen=True)
class DoubtSettings:
    """When a seam is doubtful."""

    weak: float = 1.5
    """Points under which nothing much speaks for a seam; standing right behind alone gives 2."""
    close: float = 1.0
    """Points within which another seam of one of its ends is as good."""


class DoubtWords(NamedTuple):
    """A kind of doubt in words."""

    words: Words
    """The blanks are filled with words of the page and figures."""
    example: str
    """Where it arises."""


DOUBTS: Mapping[str, DoubtWords] = {
    "open end": DoubtWords(
        Words("“{before}”没有说完，页上找不到下文", "“{before}” breaks off, and nothing goes on from it"),
        "剩下的饭菜由食堂称",
    ),
    "loose beginning": DoubtWords(
        Words(
            "“{behind}”像是半句开头，页上找不到上文",
            "“{behind}” may begin in mid-sentence, and nothing leads to it",
        ),
        "，超过十公斤就要查明原因。",
    ),
    "rival before": DoubtWords(
        Words(
            "“{behind}”也可能接在“{other}”之后（{rival} 分；现在的接法 {score} 分）",
            "“{behind}” may go on from “{other}” instead ({rival} points; as it was read {score})",
        ),
        "两处半句都可能由“重登记”接下去",
    ),
    "rival behind": DoubtWords(
        Words(
            "“{before}”之后也可能接“{other}”（{rival} 分；现在的接法 {score} 分）",
            "“{before}” may go on with “{other}” instead ({rival} points; as it was read {score})",
        ),
        "“由食堂称”之后有两处都接得上",
    ),
    "weak seam": DoubtWords(
        Words(
            "“{before}｜{behind}”接得勉强，只有 {score} 分",
            "“{before}｜{behind}” are joined for want of better: {score} points",
        ),
        "剩下的饭菜由食｜每个书架都编了号。",
    ),
    "untitled": DoubtWords(Words("这一篇没有标题", "this article has no title"), "正文前后都没有标题"),
    "unsigned": DoubtWords(Words("这一篇没有作者", "this article has no author"), "标题下和文末都没有署名"),
    "numbers jump": DoubtWords(
        Words("小标题由“{before}”跳到“{behind}”", "the headings jump from “{before}” to “{behind}”"),
        "一、 三、",
    ),
    "numbers begin late": DoubtWords(
        Words("小标题从“{behind}”开始", "the headings begin with “{behind}”"), "二、 三、"
    ),
    "lonely title": DoubtWords(
        Words("标题“{before}”没有配上文章", "the title “{before}” belongs to no article"),
        "两个标题之下只有一篇正文",
    ),
}
"""What there is to doubt, by kind."""


def doubts_of(where: Whereabouts, settings: DoubtSettings = DoubtSettings()) -> tuple[Doubt, ...]:
    """The doubts in the order of the page."""
    found = (
        *_open_ends(where),
        *_loose_beginnings(where),
        *_weak_seams(where, settings),
        *_rivals(where, settings),
        *_unnamed(where),
        *_jumps(where),
        *_lonely_titles(where),
    )
    return tuple(sorted(found, key=lambda doubt: doubt.place.start))


def _doubt(kind: str, spans: tuple[Span, ...], where: Whereabouts, **blanks: str) -> Doubt:
    words = DOUBTS[kind].words
    said = Words(words.zh.format(**blanks), words.en.format(**blanks))
    return Doubt(where.place(spans), kind, said, where.article_of(spans))


def _open_ends(where: Whereabouts) -> Iterator[Doubt]:
    joined = {seam.left for seam in where.reading.order.seams}
    for index, piece in enumerate(where.reading.pieces):
        if piece.open and not piece.short and index not in joined:
            end = ending_of(piece)
            yield _doubt("open end", end.kept, where, before=end.text)


def _loose_beginnings(where: Whereabouts) -> Iterator[Doubt]:
    reading = where.reading
    joined = {seam.right for seam in reading.order.seams}
    first = {chain[0].piece for chain in reading.order.chains}
    for index, piece in enumerate(reading.pieces):
        behind_open = index in first and piece.follows and reading.pieces[index - 1].open
        beginning = beginning_of(piece)
        if index not in joined and (behind_open or beginning.text[0] in CONTINUING):
            yield _doubt("loose beginning", beginning.kept, where, behind=beginning.text)


def _weak_seams(where: Whereabouts, settings: DoubtSettings) -> Iterator[Doubt]:
    for seam in where.reading.order.seams:
        if seam.score < settings.weak:
            before, behind = sides_of(seam, where)
            blanks = {"before": before.text, "behind": behind.text, "score": f"{seam.score:.1f}"}
            yield _doubt("weak seam", (*before.kept, *behind.kept), where, **blanks)


def _rivals(where: Whereabouts, settings: DoubtSettings) -> Iterator[Doubt]:
    """For each seam its strongest rival on each side, if that comes close."""
    for seam in where.reading.order.seams:
        for kind, is_rival in (("rival before", _same_right), ("rival behind", _same_left)):
            # The strongest stand first.
            rival = next((other for other in where.reading.order.rivals if is_rival(seam, other)), None)
            if rival is not None and rival.score >= seam.score - settings.close:
                yield _rivalled(kind, seam, rival, where)


def _same_left(seam: Seam, other: Seam) -> bool:
    return seam.left == other.left


def _same_right(seam: Seam, other: Seam) -> bool:
    return seam.right == other.right


def _rivalled(kind: str, seam: Seam, rival: Seam, where: Whereabouts) -> Doubt:
    before, behind = sides_of(seam, where)
    end, beginning = sides_of(rival, where)
    return _doubt(
        kind,
        (*before.kept, *behind.kept),
        where,
        before=before.text,
        behind=behind.text,
        other=end.text if kind == "rival before" else beginning.text,
        score=f"{seam.score:.1f}",
        rival=f"{rival.score:.1f}",
    )


def _unnamed(where: Whereabouts) -> Iterator[Doubt]:
    for number, article in enumerate(where.articles, start=1):
        if article.kind is not ArticleKind.ARTICLE:
            continue
        place = where.place(article.pieces(Span(0, min(SIDE, len(article.text)))))
        for kind, label in (("untitled", article.title), ("unsigned", article.author)):
            if label is None:
                yield Doubt(place, kind, DOUBTS[kind].words, number)


class _Numbered(NamedTuple):
    """The last heading of a level."""

    family: str
    number: int
    heading: str


def _jumps(where: Whereabouts) -> Iterator[Doubt]:
    for article in where.articles:
        last: dict[int, _Numbered] = {}
        for section in article.sections:
            heading = section.heading.slice(article.text)
            marker = heading_marker(heading)
            # A heading, numbered or not, ends the counting of the levels below it.
            last = {level: one for level, one in last.items() if level <= section.level}
            if marker is None or not marker.number:
                continue
            this = _Numbered(marker.family, marker.number, heading[: marker.span.end].strip())
            yield from _jump(article, section.heading, last.get(section.level), this, where)
            last[section.level] = this


def _jump(
    article: Article, heading: Span, before: _Numbered | None, this: _Numbered, where: Whereabouts
) -> Iterator[Doubt]:
    spans = article.pieces(heading)
    if before is None:
        if this.number > 1:
            yield _doubt("numbers begin late", spans, where, behind=this.heading)
    elif before.family == this.family and this.number != before.number + 1:
        yield _doubt("numbers jump", spans, where, before=before.heading, behind=this.heading)


def _lonely_titles(where: Whereabouts) -> Iterator[Doubt]:
    for mark in where.reading.elements:
        # A page in no pieces is one article, whatever stands on it.
        if not isinstance(mark, TitleMark) or not mark.title or not where.reading.pieces:
            continue
        kept = tuple(span for block in mark.title for span in block.strand.kept)
        if where.article_of(kept) is None:
            yield _doubt("lonely title", kept, where, before="".join(block.text for block in mark.title))

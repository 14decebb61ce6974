"""Which lines frame the articles of a page, and to which article does each belong?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rag.corpus.article import SourceText
from rag.corpus.layout.blocks import Block
from rag.corpus.layout.marks import BiographyMark, Element, EndMark, NoticeMark, TitleMark
from rag.corpus.people.bylines import Byline
from rag.errors import Words
from rag.explanation.entries import MarkFound
from rag.explanation.whereabouts import Whereabouts
from rag.text.spans import Span

MARKS: Mapping[str, Words] = {
    "kicker": Words("引题", "kicker"),
    "title": Words("标题", "title"),
    "byline": Words("署名", "byline"),
    "end": Words("文末署名", "signature at the end"),
    "notice": Words("启事", "notice"),
    "biography": Words("作者简介", "about the author"),
}
"""What frames articles, by kind."""


def marks_found(where: Whereabouts) -> Iterator[MarkFound]:
    """The marks in the order of the page; a head gives up to three: kicker, title, byline."""
    last: Element | None = None
    for element in where.reading.elements:
        match element:
            case TitleMark():
                yield from _head(element, where)
            case EndMark():
                yield from _end(element, last, where)
            case NoticeMark():
                yield _of_blocks("notice", (element.title,), element.body, where)
            case BiographyMark():
                yield _of_blocks("biography", element.blocks, element.blocks, where)
            case _:
                pass
        last = element


def _head(mark: TitleMark, where: Whereabouts) -> Iterator[MarkFound]:
    signed = _label_spans(mark.byline)
    spans = [*(span for block in mark.title for span in block.strand.kept), *signed]
    article = _article_of(spans, where)
    if mark.kicker:
        yield _of_words("kicker", mark.kicker.text, mark.kicker.strand.kept, article, where)
    if mark.title:
        title = "".join(block.text for block in mark.title)
        kept = [span for block in mark.title for span in block.strand.kept]
        yield _of_words("title", title, kept, article, where)
    if signed:
        yield _of_words("byline", _signed(mark.byline), signed, article, where)


def _end(mark: EndMark, last: Element | None, where: Whereabouts) -> Iterator[MarkFound]:
    """The line that ends an article, from behind the text before it on."""
    before = last.strand.kept[-1].end if isinstance(last, Block) else None
    labels = _label_spans(mark.byline)
    start = _first_word(where, before) if before is not None else min(labels, default=Span(0, 0)).start
    end = max((span.end for span in labels), default=start)
    end = _line_end(where.text, max(end, start))
    if end <= start:
        return
    spans = (Span(start, end),)
    article = _article_of((Span(before - 1, before),) if before else labels, where)
    yield _of_words("end", " ".join(spans[0].slice(where.text).split()), spans, article, where)


def _first_word(where: Whereabouts, offset: int) -> int:
    """The first character behind ``offset`` that is neither white space nor dropped."""
    dropped = {line.strand.kept[0].start: line.strand.kept[-1].end for line in where.reading.dropped}
    while offset < len(where.text) and (where.text[offset].isspace() or offset in dropped):
        offset = dropped.get(offset, offset + 1)
    return offset


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    line = text[offset : end if end >= 0 else len(text)]
    return offset + len(line.rstrip())


def _of_blocks(kind: str, shown: Sequence[Block], holding: Sequence[Block], where: Whereabouts) -> MarkFound:
    spans = [span for block in shown for span in block.strand.kept]
    article = _article_of([span for block in holding for span in block.strand.kept], where)
    return _of_words(kind, "".join(block.text for block in shown), spans, article, where)


def _of_words(
    kind: str, text: str, spans: Sequence[Span], article: int | None, where: Whereabouts
) -> MarkFound:
    return MarkFound(where.place(spans), text, kind, MARKS[kind], article)


def _article_of(spans: Sequence[Span], where: Whereabouts) -> int | None:
    # A page in no pieces is one article, and fields beside its text may have taken the place of its words.
    if not where.reading.pieces and len(where.articles) == 1:
        return 1
    return where.article_of(spans)


def _label_spans(byline: Byline | None) -> list[Span]:
    return sorted(span for label in _labels(byline) for span in label.pieces)


def _signed(byline: Byline | None) -> str:
    return " ".join(label.text for label in _labels(byline))


def _labels(byline: Byline | None) -> tuple[SourceText, ...]:
    both = (byline.author, byline.affiliation) if byline else ()
    return tuple(label for label in both if label is not None)

"""How was a page understood: what was dropped, where do articles begin, which column goes on in which?

    page → lines → imprint, furniture → style → heads → blocks → marks → pieces → chains → titles → parts

Each step is a module of its own; this one puts them in their order, and keeps what each found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.corpus.article import ArticleKind
from rag.corpus.imprint.page_imprint import PageImprint, imprint_of
from rag.corpus.layout.blocks import Block, blocks_of
from rag.corpus.layout.furniture import without_furniture
from rag.corpus.layout.heads import heads_of
from rag.corpus.layout.lines import Line, lines_of
from rag.corpus.layout.marks import BiographyMark, Element, EndMark, NoticeMark, TitleMark, marks_of
from rag.corpus.layout.style import PageStyle, style_of
from rag.corpus.order.hidden_cuts import with_hidden_cuts
from rag.corpus.order.intrusions import without_intrusions
from rag.corpus.order.parts import NOBODY, Parts
from rag.corpus.order.pieces import Piece, pieces_of
from rag.corpus.order.restarts import cut_at_restarts
from rag.corpus.order.seam_settings import SeamSettings
from rag.corpus.order.seams import Chain, ReadingOrder, reading_order
from rag.corpus.order.stray_titles import with_stray_titles
from rag.corpus.order.titles import titles_of
from rag.corpus.page import Page
from rag.corpus.people.bylines import Byline
from rag.text.numbering import fold_width


@dataclass(frozen=True)
class PageReading:
    """A page and what was found on it, step by step."""

    page: Page
    imprint: PageImprint
    dropped: tuple[Line, ...]
    """Lines that belong to no article, in the order of the page."""
    style: PageStyle
    elements: tuple[Element, ...]
    """Blocks of body text and the marks between them, in the order of the page."""
    pieces: tuple[Piece, ...]
    """Body text that stands together; none for a record, which is one article."""
    order: ReadingOrder
    titles: dict[int, TitleMark]
    """By chain."""
    parts: tuple[Parts, ...]
    """What belongs to each article and notice: chains first, notices behind them."""


def read_page(page: Page) -> PageReading:
    """Understand a page, as far as to know which of its blocks belong together."""
    printed = lines_of(page.text)
    imprint = imprint_of(printed, page.text, page.file)
    rest = imprint.rest(printed)
    lines, furniture = without_furniture(rest)
    left = set(map(id, rest))
    dropped = [line for line in printed if id(line) not in left] + list(furniture)
    style = style_of(lines)
    elements = marks_of(blocks_of(lines, style, heads_of(lines, style)), page.text)
    whole = page.record is not None or page.title is not None
    pieces, order = _in_order(() if whole else pieces_of(elements, wrapped=style.wrapped), elements)
    named = with_stray_titles(elements, pieces, order)
    if named != elements:
        elements = named
        pieces, order = _in_order(pieces_of(elements, wrapped=style.wrapped), elements)
    titles = titles_of(elements, pieces, order.chains)
    if whole:
        parts: tuple[Parts, ...] = (_record(page, elements),)
    else:
        parts = without_intrusions(_separate(pieces, order.chains, titles, elements))
    in_order = tuple(sorted(dropped, key=lambda line: line.strand.kept[0].start))
    return PageReading(page, imprint, in_order, style, elements, pieces, order, titles, parts)


def _in_order(
    pieces: tuple[Piece, ...], elements: Sequence[Element]
) -> tuple[tuple[Piece, ...], ReadingOrder]:
    """The pieces and their order; where that leaves ends or titles over, the pieces cut further."""
    settings = SeamSettings()
    order = reading_order(pieces, settings)
    titles = sum(isinstance(element, TitleMark) and bool(element.title) for element in elements)
    if order.loose_ends(pieces) or titles > len(order.chains):
        cut = with_hidden_cuts(pieces, settings)
        if len(cut) > len(pieces):
            pieces, order = cut, reading_order(cut, settings)
        cut = cut_at_restarts(pieces, order.chains, titles, settings)
        if len(cut) > len(pieces):
            pieces, order = cut, reading_order(cut, settings)
    return pieces, order


def _separate(
    pieces: Sequence[Piece],
    chains: Sequence[Chain],
    titles: dict[int, TitleMark],
    elements: Sequence[Element],
) -> list[Parts]:
    """The articles and notices of a page that may hold several."""
    told = _biographies(pieces, elements)
    parts = [_parts(pieces, chain, titles.get(index), told) for index, chain in enumerate(chains)]
    for element in elements:
        if isinstance(element, NoticeMark):
            body = tuple((block, False) for block in element.body)
            parts.append(Parts(ArticleKind.NOTICE, (element.title,), NOBODY, body))
    if not parts:
        # Titles with no text under them are all the text there is.
        titled = [block for mark in elements if isinstance(mark, TitleMark) for block in mark.title]
        biographies = [block for mark in elements if isinstance(mark, BiographyMark) for block in mark.blocks]
        alone = tuple((block, False) for block in (*titled, *biographies))
        parts.append(Parts(ArticleKind.ARTICLE, (), NOBODY, alone))
    return parts


def _biographies(pieces: Sequence[Piece], elements: Sequence[Element]) -> dict[int, tuple[Block, ...]]:
    """What is told about authors, by the piece that it stands behind, a signature between them or not."""
    starts = [piece.at for piece in pieces]
    found: dict[int, tuple[Block, ...]] = {}
    for index, element in enumerate(elements):
        if isinstance(element, BiographyMark):
            piece = max(bisect_left(starts, index) - 1, 0)
            found[piece] = found.get(piece, ()) + element.blocks
    return found


def _parts(
    pieces: Sequence[Piece],
    chain: Chain,
    mark: TitleMark | None,
    biographies: Mapping[int, tuple[Block, ...]],
) -> Parts:
    blocks: list[tuple[Block, bool]] = []
    byline = (mark.byline if mark else None) or NOBODY
    biography: tuple[Block, ...] = ()
    for link in chain:
        piece = pieces[link.piece]
        blocks += [(block, link.seam and index == 0) for index, block in enumerate(piece.blocks)]
        if isinstance(piece.after, EndMark):
            byline = _filled(byline, piece.after.byline)
        biography += biographies.get(link.piece, ())
    title = mark.title if mark else ()
    return Parts(ArticleKind.ARTICLE, title, byline, tuple(blocks), biography)


def _filled(byline: Byline, signature: Byline) -> Byline:
    """The byline with what only the signature tells."""
    return Byline(byline.author or signature.author, byline.affiliation or signature.affiliation)


def _record(page: Page, elements: Sequence[Element]) -> Parts:
    """The one article of a record."""
    blocks: list[tuple[Block, bool]] = []
    byline = NOBODY
    title: tuple[Block, ...] = ()
    biography: tuple[Block, ...] = ()
    for element in elements:
        if isinstance(element, Block):
            blocks.append((element, False))
        elif isinstance(element, TitleMark):
            repeated = "".join(block.text for block in element.title)
            if not title and (page.title is None or fold_width(repeated) == fold_width(page.title)):
                title = element.title
            else:
                blocks += [(block, False) for block in element.title]
            byline = _filled(byline, element.byline or NOBODY)
        elif isinstance(element, EndMark):
            byline = _filled(byline, element.byline)
        elif isinstance(element, BiographyMark):
            biography += element.blocks
        else:
            blocks += [(block, False) for block in (element.title, *element.body)]
    if not blocks:
        blocks, title = [(block, False) for block in (*title, *biography)], ()
        biography = ()
    return Parts(ArticleKind.ARTICLE, title, byline, tuple(blocks), biography)

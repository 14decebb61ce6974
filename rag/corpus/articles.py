"""How does a page become its articles and notices?

    page → lines → imprint → style → blocks → marks → pieces → chains → titles → articles

Each step is a module of its own. A record of a table of articles, and a page whose title stands beside its text,
is one article already: its fields win.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.corpus.article import Article, ArticleKind, Imprint, SourceText
from rag.corpus.assembly import draft_of
from rag.corpus.blocks import Block, blocks_of
from rag.corpus.bylines import Byline
from rag.corpus.conclusions import with_conclusion
from rag.corpus.furniture import without_furniture
from rag.corpus.heads import heads_of
from rag.corpus.hidden_cuts import with_hidden_cuts
from rag.corpus.imprint import PageImprint, imprint_of
from rag.corpus.imprint_own import own_words
from rag.corpus.lines import lines_of
from rag.corpus.marks import BiographyMark, Element, EndMark, NoticeMark, TitleMark, marks_of
from rag.corpus.page import Page
from rag.corpus.pieces import Piece, pieces_of
from rag.corpus.restarts import cut_at_restarts
from rag.corpus.seam_settings import SeamSettings
from rag.corpus.seams import Chain, chains_of
from rag.corpus.sections import sections_of
from rag.corpus.strand import joined
from rag.corpus.style import style_of
from rag.corpus.titles import titles_of
from rag.text.numbering import fold_width
from rag.text.spans import Span


@dataclass(frozen=True)
class _Parts:
    """One article before its text is put together."""

    kind: ArticleKind
    title: tuple[Block, ...]
    byline: Byline
    blocks: tuple[tuple[Block, bool], ...]
    """With each block, whether it goes on in the middle of the sentence before it."""
    biography: tuple[Block, ...] = ()


NOBODY = Byline(None, None)


def articles_of(page: Page) -> tuple[Article, ...]:
    """The articles and notices of a page, in the order in which they begin on it.

    Whatever the text, every character of an article stands in the page where its map says. A page of white
    space has none.
    """
    printed = lines_of(page.text)
    imprint = imprint_of(printed, page.text, page.file)
    lines, _ = without_furniture(imprint.rest(printed))
    style = style_of(lines)
    blocks = blocks_of(lines, style, heads_of(lines, style))
    elements = marks_of(blocks, page.text)
    if page.record is not None or page.title is not None:
        parts: Sequence[_Parts] = _record(page, elements)
    else:
        pieces = pieces_of(elements, wrapped=style.wrapped)
        parts = _separate(with_hidden_cuts(pieces, SeamSettings()), elements)
    articles = [_article(page, part, imprint) for part in parts if part.blocks]
    return tuple(_with_own_ids(sorted(articles, key=_place)))


def _place(article: Article) -> int:
    title = article.title.pieces[0].start if article.title and article.title.pieces else None
    first = min(run.source for run in article.source_map.runs)
    return first if title is None else min(title, first)


def _separate(pieces: Sequence[Piece], elements: Sequence[Element]) -> list[_Parts]:
    """The articles and notices of a page that may hold several."""
    chains = chains_of(pieces)
    named = sum(isinstance(element, TitleMark) and bool(element.title) for element in elements)
    whole = cut_at_restarts(pieces, chains, named, SeamSettings())
    if len(whole) > len(pieces):
        pieces, chains = whole, chains_of(whole)
    titles = titles_of(elements, pieces, chains)
    parts = [_parts(pieces, chain, titles.get(index)) for index, chain in enumerate(chains)]
    for element in elements:
        if isinstance(element, NoticeMark):
            body = tuple((block, False) for block in element.body)
            parts.append(_Parts(ArticleKind.NOTICE, (element.title,), NOBODY, body))
    if not parts:
        # Titles with no text under them are all the text there is.
        titled = [block for mark in elements if isinstance(mark, TitleMark) for block in mark.title]
        biographies = [block for mark in elements if isinstance(mark, BiographyMark) for block in mark.blocks]
        alone = tuple((block, False) for block in (*titled, *biographies))
        parts.append(_Parts(ArticleKind.ARTICLE, (), NOBODY, alone))
    return parts


def _parts(pieces: Sequence[Piece], chain: Chain, mark: TitleMark | None) -> _Parts:
    blocks: list[tuple[Block, bool]] = []
    byline = (mark.byline if mark else None) or NOBODY
    biography: tuple[Block, ...] = ()
    for link in chain:
        piece = pieces[link.piece]
        blocks += [(block, link.seam and index == 0) for index, block in enumerate(piece.blocks)]
        if isinstance(piece.after, EndMark):
            byline = _filled(byline, piece.after.byline)
        if isinstance(piece.after, BiographyMark):
            biography += piece.after.blocks
    title = mark.title if mark else ()
    return _Parts(ArticleKind.ARTICLE, title, byline, tuple(blocks), biography)


def _filled(byline: Byline, signature: Byline) -> Byline:
    """The byline with what only the signature tells."""
    return Byline(byline.author or signature.author, byline.affiliation or signature.affiliation)


def _record(page: Page, elements: Sequence[Element]) -> list[_Parts]:
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
    return [_Parts(ArticleKind.ARTICLE, title, byline, tuple(blocks), biography)]


def _article(page: Page, parts: _Parts, printed: PageImprint) -> Article:
    draft, end = draft_of(page.text, parts.blocks, parts.biography)
    text, source_map = draft.text(), draft.source_map()
    title = _field(page.title) or _title(parts.title, page.text)
    sections = sections_of(text, draft.paragraphs, end)
    sections = with_conclusion(sections, text, draft.paragraphs, title.text if title else "")
    return Article(
        article_id=article_id(page, text),
        kind=parts.kind,
        file=page.file,
        record=page.record,
        title=title,
        author=_field(page.author) or parts.byline.author,
        affiliation=_field(page.affiliation) or parts.byline.affiliation,
        text=text,
        source_map=source_map,
        sections=sections,
        body=Span(0, end),
        landmarks=page.landmarks,
        imprint=printed.of_article(_start(parts), _fields(page), own_words(text, source_map)),
    )


def _start(parts: _Parts) -> int:
    """Where the first word of an article, its title among them, stands in the source."""
    blocks = (*parts.title, *(block for block, _ in parts.blocks))
    return min(span.start for block in blocks for span in block.strand.kept)


def _fields(page: Page) -> Imprint:
    return Imprint(*map(_field, (page.newspaper, page.date, page.edition, page.column)))


def _field(value: str | None) -> SourceText | None:
    return SourceText(value, ()) if value else None


def _title(blocks: Sequence[Block], source: str) -> SourceText | None:
    return joined(block.strand for block in blocks).label(source) if blocks else None


def article_id(page: Page, text: str) -> str:
    """Twelve hexadecimal digits from file name, record and text."""
    return _digest(page.file, page.record or "", text)


def _with_own_ids(articles: Sequence[Article]) -> Iterator[Article]:
    """The same words twice on a page are two articles, told apart by their order."""
    seen: Counter[str] = Counter()
    for article in articles:
        seen[article.article_id] += 1
        times = seen[article.article_id]
        own = article.article_id if times == 1 else _digest(article.article_id, str(times))
        yield replace(article, article_id=own)


def _digest(*parts: str) -> str:
    written = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(written, digest_size=6).hexdigest()

"""What belongs to one article of a page, before its text is put together?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rag.corpus.article import ArticleKind
from rag.corpus.layout.blocks import Block
from rag.corpus.people.bylines import Byline
from rag.text.sentences import is_closed
from rag.text.spans import Span

NOBODY = Byline(None, None)


@dataclass(frozen=True)
class Parts:
    """One article, as blocks of the page."""

    kind: ArticleKind
    title: tuple[Block, ...]
    byline: Byline
    blocks: tuple[tuple[Block, bool], ...]
    """In reading order; with each, whether it goes on in the middle of the sentence before it."""
    biography: tuple[Block, ...] = ()
    foreign: tuple[Block, ...] = ()
    """What stood among the blocks and belongs to another article."""

    @property
    def text(self) -> str:
        """The words of the blocks, a line a paragraph."""
        return "".join(("" if seam or not at else "\n") + b.text for at, (b, seam) in enumerate(self.blocks))

    def without(self, span: Span) -> Parts:
        """The article without the words ``span`` of its ``text``, which become foreign."""
        kept: list[tuple[Block, bool]] = []
        foreign: list[Block] = []
        for block, seam, at in self._placed():
            start, end = max(span.start - at, 0), min(span.end - at, len(block.text))
            if start >= end:
                broken = bool(foreign) and not is_closed(foreign[-1].text)
                kept.append((block, seam or (broken and self._goes_on(kept, block))))
                continue
            foreign.append(block.cut(start, end))
            if block.text[:start].strip():
                kept.append((block.cut(0, start), seam))
            if block.text[end:].strip():
                rest = block.cut(end, len(block.text))
                inside = bool(block.text[:start].strip())
                kept.append((rest, bool(kept) and (inside or seam or self._goes_on(kept, rest))))
        return replace(self, blocks=tuple(kept), foreign=(*self.foreign, *foreign))

    def _placed(self) -> Iterator[tuple[Block, bool, int]]:
        """Each block, whether it follows on a seam, and where it begins in ``text``."""
        at = 0
        for index, (block, seam) in enumerate(self.blocks):
            at += 0 if seam or not index else 1
            yield block, seam, at
            at += len(block.text)

    @staticmethod
    def _goes_on(kept: list[tuple[Block, bool]], block: Block) -> bool:
        """Whether a block reads on where a foreign passage broke into a sentence."""
        return (
            bool(kept)
            and not is_closed(kept[-1][0].text)
            and not block.is_heading
            and not kept[-1][0].is_heading
        )

"""How do the pieces of one article become its text with the way back to the file?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rag.corpus.layout.blocks import Block
from rag.corpus.outline.paragraphs import Paragraph
from rag.text.spans import SourceMap, Span


@dataclass
class Draft:
    """An article's text while it is put together from blocks, in reading order."""

    source: str
    kept: list[Span] = field(default_factory=list)
    length: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    last: Block | None = None

    def add(self, block: Block, *, seam: bool = False) -> None:
        """A block as a new paragraph, or as the rest of the last one."""
        if self.last is not None and not seam:
            feed = _line_feed(self.last, block)
            if feed is not None:
                self._keep(Span(feed, feed + 1))
        start = self.length
        for span in block.strand.kept:
            self._keep(span)
        bold = tuple(span.shift(start) for span in block.bold)
        whole = Span(start, self.length)
        if seam and self.paragraphs:
            before = self.paragraphs.pop()
            whole = Span(before.span.start, self.length)
            self.paragraphs.append(Paragraph(whole, before.depth, before.bold + bold))
        else:
            self.paragraphs.append(Paragraph(whole, block.depth, bold))
        self.last = block

    def break_paragraph(self, block: Block) -> None:
        """Only the line feed before ``block``: what follows is no longer body."""
        feed = _line_feed(self.last, block) if self.last is not None else None
        if feed is not None:
            self._keep(Span(feed, feed + 1))
        self.last = None

    def text(self) -> str:
        """The words put together so far."""
        return "".join(span.slice(self.source) for span in self.kept)

    def source_map(self) -> SourceMap:
        """The way from the text back to the source."""
        return SourceMap.of(self.kept, self.source)

    def _keep(self, span: Span) -> None:
        self.kept.append(span)
        self.length += span.length


def _line_feed(before: Block, behind: Block) -> int | None:
    """A line feed of the source that can part two blocks, the nearest one."""
    choices = (before.line_feeds[1], behind.line_feeds[0], before.line_feeds[0], behind.line_feeds[1])
    return next((feed for feed in choices if feed is not None), None)


def draft_of(
    source: str, blocks: Iterable[tuple[Block, bool]], biography: Sequence[Block]
) -> tuple[Draft, int]:
    """The text of an article, the biography behind it, and where the body ends.

    ``blocks`` are pairs (block, whether it goes on in the middle of the sentence before it).
    """
    draft = Draft(source)
    for block, seam in blocks:
        draft.add(block, seam=seam)
    if not biography:
        return draft, draft.length
    body = len(draft.paragraphs)
    draft.break_paragraph(biography[0])
    end = draft.length
    for block in biography:
        draft.add(block)
    del draft.paragraphs[body:]
    return draft, end

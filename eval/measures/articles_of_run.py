"""Which article of the index does a place of the gold belong to?

Gold sets name places in files, the index names articles by content. A run itself tells how they go
together: each of its passages and citations is a place with an article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from eval.places import Place
from eval.replies import CitedPlace, RankedPassage, RunReply
from rag.text.spans import Span


@dataclass(frozen=True)
class ArticlesOfRun:
    """The places that a run shows of each article, by file and record."""

    places: dict[tuple[str, str | None], tuple[tuple[Span, str], ...]]

    @classmethod
    def of(cls, replies: Iterable[RunReply]) -> ArticlesOfRun:
        """Everything that the passages and citations of the replies tell."""
        found: dict[tuple[str, str | None], set[tuple[Span, str]]] = defaultdict(set)
        for reply in replies:
            shown_places: tuple[RankedPassage | CitedPlace, ...] = (*reply.passages, *reply.citations)
            for shown in shown_places:
                source = (shown.place.file, shown.place.record)
                found[source].update((piece, shown.article_id) for piece in shown.place.pieces)
        return cls({source: tuple(sorted(spans)) for source, spans in found.items()})

    def owner(self, place: Place) -> str | None:
        """The article that the place belongs to: the one whose shown places are nearest to its middle.

        ``None`` where the run shows nothing of that file.
        """
        shown = [
            spot
            for (file, record), spots in self.places.items()
            if file == place.file and (place.record is None or record == place.record)
            for spot in spots
        ]
        if not shown or not place.pieces:
            return None
        middle = (place.pieces[0].start + place.pieces[0].end) // 2
        return min(shown, key=lambda spot: (_distance(spot[0], middle), spot))[1]


def _distance(span: Span, offset: int) -> int:
    return max(span.start - offset, offset - span.end + 1, 0)

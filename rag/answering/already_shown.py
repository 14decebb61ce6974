"""What do the answers that were shown before say about the next one?

Who asks on is seldom told the same again: a sentence that was shown loses, and loses more the less of the turn's own
words stand in it, for then only the words of the earlier question speak for it. Who asks what comes after
(然后呢) is answered from behind the last answer.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.answering.evidence import Evidence, weighed
from rag.answering.overlap import QuestionTerms, share
from rag.answering.quote import Quote
from rag.text.normalise import fold
from rag.text.spans import Span

SHOWN_LOSES = 2.0
"""What a shown sentence loses that holds none of the turn's own words that others hold, on the scale of ``sentence_weights``."""

ITEM_SHARE = 1.5
"""Of the length of an item, up to which a quotation shows this item and nothing else."""

FOLLOWING_GAINS = 3.0
"""What the sentence right behind the last answer gains where that is asked for."""

FOLLOWING_CHARS = 200
"""Behind the last answer within which the gain falls to a third."""


@dataclass(frozen=True)
class AlreadyShown:
    """What a conversation has shown before a question that leans on it."""

    own: QuestionTerms
    """Of the question alone, without those of what it leans on."""
    quotes: tuple[Quote, ...] = ()
    after: Quote | None = None
    """Behind which the answer is asked for."""

    def ranked(self, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """The evidence anew, best first."""
        most = max((self._own_share(e) for e in evidence), default=0.0)
        moved = [replace(e, score=e.score - self._loses(e, most) + self._gains(e)) for e in evidence]
        return weighed(moved)

    def listed(self, article_id: str, items: Sequence[Span]) -> bool:
        """Whether these items of an article were shown, each by itself: not in passing, in a longer sentence."""
        return bool(self.quotes) and all(
            any(
                _touches(q, article_id, item) and len(q.text) <= ITEM_SHARE * item.length for q in self.quotes
            )
            for item in items
        )

    def _own_share(self, evidence: Evidence) -> float:
        text = (fold(evidence.text), 1.0)
        fields = (self.own.words, self.own.bigrams, self.own.unigrams)
        return sum(share(field, text) for field in fields) / len(fields)

    def _loses(self, evidence: Evidence, most: float) -> float:
        if not any(_touches(quote, evidence.article.article_id, evidence.span) for quote in self.quotes):
            return 0.0
        return SHOWN_LOSES * (1 - (self._own_share(evidence) / most if most else 0.0))

    def _gains(self, evidence: Evidence) -> float:
        last = self.after
        if last is None or last.span is None or last.article_id != evidence.article.article_id:
            return 0.0
        behind = evidence.span.start - last.span.end
        return FOLLOWING_GAINS * math.exp(-behind / FOLLOWING_CHARS) if behind >= 0 else 0.0


def _touches(quote: Quote, article_id: str, span: Span) -> bool:
    return bool(quote.article_id == article_id and quote.span and quote.span.overlap(span))

"""Why a passage was found, as scripts read it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rag.retrieval.explained import Explained
from rag.retrieval.found_because import found_because


def explanation_object(one: Explained) -> dict[str, Any]:
    """The key ``explanation`` of a passage; ``parts`` add up to the passage's score."""
    return {
        "because": found_because(one).zh,
        "parts": one.parts._asdict(),
        "words": [asdict(word) for word in one.words],
        "scattered": one.scattered,
        "missing": list(one.missing),
        "cosine": one.cosine,
        "leg": one.leg,
        "word_rank": one.word_rank,
        "meaning_rank": one.meaning_rank,
        "looked_at": one.looked_at,
    }

"""How much does a term say for a document?

BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), eq. 3.15,
with Lucene's idf, which never falls below zero:

    score(t, d) = idf(t) · f · (k1 + 1) / (f + k1 · (1 - b + b · |d| / avg))
    idf(t)      = ln(1 + (N - n + 0.5) / (n + 0.5))

f: occurrences of t in d; |d|: tokens of d; avg: mean tokens of a document; N: documents; n: those with t.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Bm25Settings:
    """The two constants of BM25."""

    k1: float = 1.2
    """How soon repetition stops counting; 0.9 to 2.0 measured alike on passages."""
    b: float = 0.75
    """How much longer documents are held back; less gains on whole articles only, and chunks do it better."""


def idf(documents: int, with_term: ArrayLike) -> Floats:
    """How rare terms are: one number for each document frequency in ``with_term``; 0 for an empty corpus."""
    frequency = np.asarray(with_term, dtype=np.float64)
    return np.log1p((documents - frequency + 0.5) / (frequency + 0.5)) if documents else frequency * 0.0


def length_norms(lengths: ArrayLike, settings: Bm25Settings) -> Floats:
    """The part of the denominator that only the document decides: ``k1 · (1 - b + b · |d| / avg)``."""
    tokens = np.asarray(lengths, dtype=np.float64)
    average = tokens.mean() if tokens.size and tokens.any() else 1.0
    return np.asarray(settings.k1 * (1 - settings.b + settings.b * tokens / average))


def term_weights(counts: ArrayLike, norms: ArrayLike, settings: Bm25Settings) -> Floats:
    """``f · (k1 + 1) / (f + norm)`` for each occurrence count and its document's norm."""
    frequency = np.asarray(counts, dtype=np.float64)
    return np.asarray(frequency * (settings.k1 + 1) / (frequency + np.asarray(norms)))

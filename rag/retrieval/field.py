"""How well does each document fit the question's terms, in one field of the index?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from rag.retrieval.bm25 import Bm25Settings, Floats, idf, length_norms, term_weights
from rag.retrieval.postings import Postings

Number = TypeVar("Number", np.int32, np.uint16)


class ScoredField:
    """One field's postings with what BM25 needs beside them."""

    def __init__(self, postings: Postings, settings: Bm25Settings) -> None:
        self.postings = postings
        self.settings = settings
        self.norms = length_norms(postings.lengths, settings)

    def idf(self, term: str) -> float:
        """How rare a term is in this field; highest for one that stands nowhere."""
        return float(idf(self.postings.documents, self.postings.frequency(term)))

    def scores(self, terms: Mapping[str, float]) -> Floats:
        """(documents,) BM25 of each document for weighted terms."""
        places = [self.postings.find(term) for term in terms]
        rows, sizes = self._rows(places)
        counts = _gather(self.postings.counts, places)
        gains = np.fromiter(terms.values(), np.float64, len(terms)) * idf(self.postings.documents, sizes)
        points = np.repeat(gains, sizes) * term_weights(counts, self.norms[rows], self.settings)
        return np.bincount(rows, points, self.postings.documents).astype(np.float64, copy=False)

    def coverage(self, terms: Iterable[str]) -> Floats:
        """(documents,) the idf of the terms that stand in a document, by the idf of all of them."""
        places = [self.postings.find(term) for term in terms]
        rows, sizes = self._rows(places)
        rarity = idf(self.postings.documents, sizes)
        whole = rarity.sum() or 1.0
        return np.asarray(np.bincount(rows, np.repeat(rarity, sizes), self.postings.documents) / whole)

    def holding_all(self, terms: Iterable[str]) -> NDArray[np.int64]:
        """The documents in which every one of the terms stands."""
        places = [self.postings.find(term) for term in terms]
        rows, _ = self._rows(places)
        return np.flatnonzero(np.bincount(rows, minlength=self.postings.documents) == len(places))

    def _rows(self, places: list[slice]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The documents of all terms one after another, and how many each term has."""
        sizes = np.fromiter((place.stop - place.start for place in places), np.int64, len(places))
        return _gather(self.postings.rows, places), sizes


def _gather(values: NDArray[Number], places: list[slice]) -> NDArray[Number]:
    return np.concatenate([values[place] for place in places]) if places else values[:0]

"""Which pairs of a library are worth comparing, found without comparing all with all?

Locality-sensitive hashing of the sketches (Indyk, Motwani 1998; Broder 1997): the bins are cut into bands of
``ROWS``, and two articles that agree in a whole band are a pair. With likeness J that happens with the probability
``1 - (1 - J^ROWS)^(BINS / ROWS)``: 0.9999 at the least J of a reprint, 0.0016 at the J of unrelated articles.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.reprints.settings import ReprintSettings
from rag.reprints.sketch import BINS, Sketch

ROWS = 2
"""Of a band: three would miss one in ten abridged reprints."""

NEIGHBOURS = 8
"""In one band an article is paired with the first of those alike and with so many that follow it: all pairs of a
thousand pages of one form would be half a million."""

SURE = 4.0
"""Standard deviations of the estimate below the least likeness of a reprint that still count as a pair."""

Pairs = NDArray[np.int64]
"""(n, 2) places of two articles, the lower first; rising, each pair once."""


def candidate_pairs(sketches: Sequence[Sketch], settings: ReprintSettings) -> Pairs:
    """Pairs of different texts that may be reprints; the fullest texts must stand first."""
    if len(sketches) < 2:
        return np.zeros((0, 2), dtype=np.int64)
    bins = np.stack([sketch.minhash for sketch in sketches])
    keys = [_pairs_of_band(_keys(bins[:, at : at + ROWS])) for at in range(0, BINS, ROWS)]
    codes = np.unique(np.concatenate(keys))
    pairs = np.stack(np.divmod(codes, np.int64(2**32)), axis=1)
    return _near(pairs, bins, least_estimate(settings))


def least_jaccard(settings: ReprintSettings) -> float:
    """The likeness of a text and its most abridged and most altered reprint.

    >>> round(least_jaccard(ReprintSettings(contained=0.8, least_share=0.5)), 2)
    0.36
    """
    both = settings.contained * settings.least_share
    return both / (1 + settings.least_share - both)


def least_estimate(settings: ReprintSettings) -> float:
    """The share of equal bins below which a pair is not worth comparing."""
    likeness = least_jaccard(settings)
    return float(likeness - SURE * np.sqrt(likeness * (1 - likeness) / BINS))


def _keys(band: NDArray[np.uint32]) -> NDArray[np.uint64]:
    wide = band.astype(np.uint64)
    return np.asarray((wide[:, 0] << np.uint64(32)) | wide[:, 1])


def _pairs_of_band(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """The pairs of equal keys as ``lower · 2³² + higher``."""
    order = np.argsort(keys, kind="stable")
    lined = keys[order]
    starts = np.flatnonzero(np.r_[True, lined[1:] != lined[:-1]])
    first = np.repeat(starts, np.diff(np.r_[starts, len(lined)]))
    codes = [_codes(order[first], order)[first != np.arange(len(lined))]]
    for step in range(1, NEIGHBOURS + 1):
        same = lined[step:] == lined[:-step]
        if not same.any():
            break
        codes.append(_codes(order[:-step], order[step:])[same])
    return np.concatenate(codes)


def _codes(lower: NDArray[np.int64], higher: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.asarray(lower.astype(np.int64) * np.int64(2**32) + higher.astype(np.int64))


BLOCK = 65536
"""Pairs whose bins are compared at once: 64 MiB."""


def _near(pairs: Pairs, bins: NDArray[np.uint32], least: float) -> Pairs:
    """The pairs whose bins agree often enough."""
    blocks = [pairs[at : at + BLOCK] for at in range(0, len(pairs), BLOCK)]
    kept = [block[(bins[block[:, 0]] == bins[block[:, 1]]).mean(axis=1) >= least] for block in blocks]
    return np.concatenate(kept) if kept else pairs

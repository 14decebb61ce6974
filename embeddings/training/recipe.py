"""Which numbers make the bundled model?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """Every setting of a training; two runs with equal settings and data make the same model."""

    words: int = 32_500
    """Whole words of the vocabulary; more of them is a bigger file and finds little more."""
    characters: int = 7_500
    """Single characters beside them, so that a rare name is not lost: near all that newspapers print."""
    dim: int = 512
    """Dimension is worth more than precision: 512 x 4 bits beat 256 x 8 in the same file."""
    documents_share: float = 1.0
    """Share of the laws and the news that is read; less only for a quick try."""

    window_tokens: int = 160
    """About 300 characters: what the index cuts chunks to."""
    query_tokens: tuple[int, int] = (3, 24)
    """Shortest and longest stretch of a sentence that stands in for a question."""
    word_drop: float = 0.1
    """Share of a query's words left out at random: questions repeat fewer words than their source."""
    keep_span: float = 0.1
    """How often a passage keeps the sentence its query was taken from: exact words should count as well."""
    heading_share: float = 0.5
    """Of the windows under a heading, how many are also asked for by it each epoch."""
    adjacent_share: float = 0.15
    """Of the windows, how many are also asked for by the window before them each epoch."""

    epochs: int = 2
    """Passes over all windows; labelled questions come ``labelled_times`` in each."""
    labelled_times: int = 2
    labelled_times_last: int = 3
    """In the last stage, where real questions make most of the loss."""
    own_times_last: int = 12
    """The questions written for this project, in everyday words; only in the last stage. Twice as often as 6 found
    more of those kept for measuring, and lost nothing elsewhere that could be told from chance."""
    same_words_times_last: int = 3
    """The groups of the thesaurus: two words of each, the one to find the other."""
    windows_share_last: float = 0.1
    """Share of the windows that keep the last stage from forgetting the rest of the language."""

    batch: int = 2048
    """Every other passage of the batch is a wrong answer: many wrong answers teach more than many steps."""
    scale: float = 20.0
    """Cosines are multiplied by this before the softmax (an InfoNCE temperature of 0.05)."""
    learning_rate: float = 0.015
    """High, since a row is seen in few of the batches."""
    warm_up_steps: int = 40
    init_deviation: float = 0.1
    sif: float = 1e-4
    """a of a / (a + p(word)): common words begin short (Arora et al. 2017, smooth inverse frequency)."""
    word_gain: float = 1.3
    """A word begins this much longer than a character: it says more."""
    seed: int = 20


QUICK = Recipe(words=12_000, characters=5_000, dim=256, documents_share=0.1, epochs=1)
"""About two minutes: to see that everything runs, or to build on while the full model is being made."""

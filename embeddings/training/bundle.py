"""From the training data to a model folder, in one call."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np

from embeddings.training.folder import write_model
from embeddings.training.pairs import PairSampler
from embeddings.training.recipe import Recipe
from embeddings.training.sources import read_texts
from embeddings.training.table import Table
from embeddings.training.tokens import tokenise
from embeddings.training.trainer import train
from embeddings.training.vocabulary import choose_vocabulary, count_words, tokenizer_json

log = logging.getLogger(__name__)


def make_model(data: Path, out: Path, recipe: Recipe) -> None:
    """Train a model on the sets under ``data`` and store it in ``out``.

    Equal data, recipe and versions of the libraries make the same model.
    """
    from tokenizers import Tokenizer

    texts = read_texts(data, recipe.documents_share)
    log.info("%d texts, %d questions", len(texts.documents), len(texts.questions))
    counts = count_words(f"{document.title}\n{document.text}" for document in texts.documents)
    vocabulary = choose_vocabulary(counts, recipe)
    log.info("%d words and characters kept of %d", len(vocabulary), len(counts))
    description = tokenizer_json(vocabulary)
    tokenised = tokenise(texts, Tokenizer.from_str(description), recipe)
    del texts
    log.info(
        "%.1f million words in %d windows", len(tokenised.sentences.values) / 1e6, len(tokenised.windows)
    )
    frequencies = np.bincount(tokenised.sentences.values, minlength=len(vocabulary)).astype(np.float64)
    table = Table([word for word, _ in vocabulary], frequencies, recipe)
    train(table, PairSampler(tokenised, recipe), recipe)
    write_model(out, description, table.rows())
    log.info("written to %s", out)

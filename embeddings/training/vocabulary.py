"""Which words does the model know, and how is text cut into them without a segmenter at run time?

A Unigram model (Kudo 2018) whose scores are the logarithms of jieba's word counts cuts much as jieba
does, from a tokenizer.json alone. Punctuation and spaces are no words: they would rule every mean.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from embeddings.training.recipe import Recipe
from embeddings.training.sources import plain

UNKNOWN = "[UNK]"
_HAN_OR_WORD = re.compile(r"[^\W_]+")


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often jieba sees each word of letters, digits or Han characters in ``texts``."""
    import jieba

    jieba.setLogLevel(60)
    tokenizer = (
        jieba.Tokenizer()
    )  # one of its own: whoever asks questions keeps only the words that they need
    counts: Counter[str] = Counter()
    for text in texts:
        for run in _HAN_OR_WORD.findall(plain(text)):
            counts.update(tokenizer.cut(run, HMM=False))
    return counts


def choose_vocabulary(counts: Counter[str], recipe: Recipe) -> list[tuple[str, float]]:
    """The words and characters kept, each with the logarithm of its share; the unknown word first.

    A character counts wherever it stands; its score is that of standing alone, so that a known word
    is preferred to its characters.
    """
    characters: Counter[str] = Counter()
    for word, count in counts.items():
        for character in word:
            characters[character] += count
    kept_characters = _most_common(characters, recipe.characters)
    words = Counter({word: count for word, count in counts.items() if len(word) > 1})
    kept_words = _most_common(words, recipe.words)
    total = math.log(max(1, counts.total()))
    scores = [(piece, math.log(counts[piece] + 0.5) - total) for piece in (*kept_words, *kept_characters)]
    return [(UNKNOWN, 0.0), *((piece, round(score, 2)) for piece, score in scores)]


def tokenizer_json(vocabulary: list[tuple[str, float]]) -> str:
    """The text of a ``tokenizer.json`` that cuts into ``vocabulary``: compact, since it is stored."""
    word: dict[str, Any] = {"Regex": r"[^\p{L}\p{N}]+"}
    tokenizer: dict[str, Any] = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFKC"}, {"type": "Lowercase"}]},
        "pre_tokenizer": {"type": "Split", "pattern": word, "behavior": "Removed", "invert": False},
        "post_processor": None,
        "decoder": None,
        "model": {"type": "Unigram", "unk_id": 0, "vocab": vocabulary, "byte_fallback": False},
    }
    return json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))


def _most_common(counts: Counter[str], number: int) -> list[str]:
    """The ``number`` most frequent, ties in the order of their characters."""
    return sorted(counts, key=lambda piece: (-counts[piece], piece))[:number]

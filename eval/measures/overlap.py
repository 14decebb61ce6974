"""How alike are two short texts? Exact match and F1 as CMRC 2018 defines them.

Source: Cui et al., A Span-Extraction Dataset for Chinese Machine Reading Comprehension, EMNLP 2019, and its
evaluation script: F1 over the longest common *substring* of tokens, not over a bag of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from eval.measures.folding import tokens


def exact_match(answer: str, gold: str) -> float:
    """1 when both have the same tokens in the same order, punctuation aside; else 0."""
    return float(tokens(answer) == tokens(gold))


def character_f1(answer: str, gold: str) -> float:
    """``2PR / (P + R)``, ``P = l/|answer|``, ``R = l/|gold|``, l the longest common substring of tokens.

    >>> round(character_f1("设备故障率降低", "故障率降低23%"), 3)
    0.769
    """
    a, g = tokens(answer), tokens(gold)
    common = longest_common_run(a, g)
    if not common:
        return 0.0
    precision, recall = common / len(a), common / len(g)
    return 2 * precision * recall / (precision + recall)


def longest_common_run(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest stretch of tokens that stands in both."""
    best = 0
    before = [0] * (len(b) + 1)
    for token in a:
        row = [0] * (len(b) + 1)
        for j, other in enumerate(b, 1):
            if token == other:
                row[j] = before[j - 1] + 1
        best = max(best, *row)
        before = row
    return best

"""How alike are a span and the right answers, by CMRC 2018's own definition?

Source: the evaluation script of Cui et al., A Span-Extraction Dataset for Chinese Machine Reading Comprehension,
EMNLP 2019. Texts are lower-cased and stripped; ``PUNCTUATION`` is dropped wherever it stands.

* *Mixed segmentation*: each character from U+4E00 to U+9FA5 is a token; what stands between them is cut into words
  and marks as NLTK's ``word_tokenize`` cuts English. Here a word is a run of letters and digits, with points and
  commas inside figures kept (1,840 and 3.5 are one token), and every other visible mark a token.
* ``F1``: ``2PR / (P + R)`` with ``P = l/|answer|``, ``R = l/|gold|`` and l the longest common *substring* of tokens.
* ``EM``: 1 when both are the same string.

Of several right answers the best counts, for each measure by itself. ``eval.measures.overlap`` is our own variant
for pages, which folds widths and layout as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from eval.measures.overlap import longest_common_run

PUNCTUATION = frozenset("-:_*^/\\~`+=，。：？！“”；’《》·、「」（）－～『』…")
"""The script's list; it names …… as a pair, which is the same here."""

TOKEN = re.compile(r"[\u4e00-\u9fa5]|\d+(?:[.,]\d+)+|[^\W\u4e00-\u9fa5]+|[^\w\s]")


def exact_match(answer: str, golds: Iterable[str]) -> float:
    """1 when the answer is one of the right ones but for punctuation and case.

    >>> exact_match("《夜班 日志》", ["夜班 日志", "日志"])
    1.0
    """
    return _best(answer, golds, lambda a, g: float(_bare(a) == _bare(g)))


def f1(answer: str, golds: Iterable[str]) -> float:
    """The best F1 over the right answers; 0 where there is none.

    >>> round(f1("共360份热饭", ["360份", "三百份"]), 3)
    0.571
    """
    return _best(answer, golds, _f1)


def tokens(text: str) -> list[str]:
    """The mixed segmentation without punctuation.

    >>> tokens("ω-Force于2009年售出1,840套（PC版）")
    ['ωforce', '于', '2009', '年', '售', '出', '1,840', '套', 'pc', '版']
    """
    return TOKEN.findall(_bare(text))


def _f1(answer: str, gold: str) -> float:
    a, g = tokens(answer), tokens(gold)
    common = longest_common_run(a, g)
    return 2 * common / (len(a) + len(g)) if common else 0.0


def _bare(text: str) -> str:
    return "".join(character for character in text.lower().strip() if character not in PUNCTUATION)


def _best(answer: str, golds: Iterable[str], alike: Callable[[str, str], float]) -> float:
    return max((alike(answer, gold) for gold in golds), default=0.0)

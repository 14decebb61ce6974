"""What do other people's searches find in the same articles? BM25 as it is used where Chinese is only one language.

* ``rank_bm25``: ``BM25Okapi`` over ``jieba.lcut`` of title and text, as LangChain's ``BM25Retriever`` calls it;
* Haystack's ``InMemoryDocumentStore``, as it comes, and with words that jieba has parted by spaces.

Both rank whole articles. They are optional (``pip install 'wenju[baselines]'``) and imported here alone.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from importlib.util import find_spec
from typing import NamedTuple

import numpy as np

from eval.benchmarks.retrieval.questions import Collection
from rag.errors import Words

ARTICLES = 50
"""Asked of a baseline: printings of one article are one, and ten are looked at."""

WORDS_BY_SPACE = r"\w+"
"""Haystack's own pattern takes Chinese character by character, or drops words of one, by its version."""

Find = Callable[[str], Sequence[str]]
"""A question to ids of articles, best first."""


@dataclass(frozen=True)
class Documents:
    """The articles as a baseline gets them."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    """Title and text."""

    @classmethod
    def of(cls, collection: Collection) -> Documents:
        """All articles of a collection."""
        articles = collection.snapshot.articles()
        return cls(
            tuple(one.article_id for one in articles),
            tuple(f"{one.title.text}\n{one.text}" if one.title else one.text for one in articles),
        )

    @cached_property
    def words(self) -> tuple[list[str], ...]:
        """Each text in words; the slow part, done once for several baselines."""
        return tuple(map(_words, self.texts))


def rank_bm25(documents: Documents) -> Find:
    """``BM25Okapi`` with its defaults."""
    from rank_bm25 import BM25Okapi

    index = BM25Okapi(list(documents.words))

    def find(question: str) -> list[str]:
        scores = index.get_scores(_words(question))
        return [documents.ids[at] for at in np.argsort(scores)[::-1][:ARTICLES]]

    return find


def haystack_as_it_comes(documents: Documents) -> Find:
    """Haystack's store with its own way of parting words."""
    return _haystack(documents.ids, documents.texts)


def haystack_in_words(documents: Documents) -> Find:
    """Haystack's store with texts and questions parted into words before."""
    find = _haystack(documents.ids, tuple(map(" ".join, documents.words)), WORDS_BY_SPACE)
    return lambda question: find(" ".join(_words(question)))


def _haystack(ids: Sequence[str], texts: Sequence[str], pattern: str | None = None) -> Find:
    os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"  # read at the import: nothing may phone home
    from haystack import Document
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    store = InMemoryDocumentStore(**({"bm25_tokenization_regex": pattern} if pattern else {}))
    store.write_documents([Document(id=id_, content=text) for id_, text in zip(ids, texts, strict=True)])
    return lambda question: [one.id for one in store.bm25_retrieval(question, top_k=ARTICLES)]


def _words(text: str) -> list[str]:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    return list(jieba.lcut(text))


class Baseline(NamedTuple):
    """A search of other people's."""

    name: Words
    package: str
    """As it is imported."""
    distribution: str
    """As it is installed."""
    build: Callable[[Documents], Find]
    slow: bool = False
    """Takes a fifth of a second a question, and so is asked fewer."""

    @property
    def missing(self) -> Words | None:
        """Why it cannot be asked; ``None`` where its package is installed."""
        if find_spec(self.package):
            return None
        return Words(f"没有安装 {self.package}", f"{self.package} is not installed")


BASELINES = (
    Baseline(Words("rank_bm25，jieba 分词", "rank_bm25, jieba"), "rank_bm25", "rank-bm25", rank_bm25),
    Baseline(
        Words("Haystack，默认分词", "Haystack, as it comes"),
        "haystack",
        "haystack-ai",
        haystack_as_it_comes,
        slow=True,
    ),
    Baseline(
        Words("Haystack，jieba 分词", "Haystack, jieba"),
        "haystack",
        "haystack-ai",
        haystack_in_words,
        slow=True,
    ),
)


def versions() -> dict[str, str]:
    """The release of each package that was asked: how Haystack parts Chinese depends on it."""
    asked = {one.distribution for one in BASELINES if not one.missing}
    return {name: version(name) for name in sorted(asked)}


@dataclass(frozen=True)
class Outside:
    """A baseline over the articles of a collection, ready to be asked."""

    name: Words
    find: Find
    collection: Collection

    def ranked(self, question: str) -> tuple[str, ...]:
        """Its articles, of several printings the cited one."""
        return tuple(dict.fromkeys(map(self.collection.corpus.key, self.find(question))))

"""How does each way of searching rank the articles?

An article stands where its best chunk stands. The full search reads the question and asks ``Assistant.look_up``, as
answering does; the others take the same query and the same retriever, each with its part left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from embeddings.cache import VectorCache
from embeddings.encoders.protocol import Encoder, Progress
from embeddings.encoders.registry import load_encoder
from embeddings.stores.exact import ExactStore
from embeddings.stores.protocol import VectorStore
from eval.benchmarks.retrieval.questions import Collection
from eval.benchmarks.retrieval.variants import FULL, MEANING_ALONE, VARIANTS, Variant
from rag.answering.question import analyse
from rag.answering.settings import AnswerSettings
from rag.corpus.article import Chunk
from rag.dialogue.conversation import Conversation, understand
from rag.dialogue.understood import Understood
from rag.errors import Words
from rag.index.generations import VECTOR_CACHE
from rag.index.snapshot import Snapshot
from rag.retrieval.hits import Hit
from rag.retrieval.query import Query
from rag.retrieval.search import Retriever
from rag.sought import sought

CHUNKS = 80
"""How deep the chunks of the ten best articles are looked for; with ``focus_reserve`` not beyond the candidates."""


class System(Protocol):
    """A way of finding articles."""

    @property
    def name(self) -> Words:
        """What it is called."""
        ...

    def ranked(self, question: str) -> tuple[str, ...]:
        """Ids of articles, each once, best first."""
        ...


class WholeSearch(NamedTuple):
    """The search as answering asks it."""

    collection: Collection
    name: Words = FULL

    def ranked(self, question: str) -> tuple[str, ...]:
        """The articles of the best chunks."""
        asked = self.collection.assistant.look_up(_understood(question, self.collection), passages=CHUNKS)
        return articles_of((hit for hit, _ in asked.hits), self.collection)


@dataclass(frozen=True)
class PartOfSearch:
    """The search with a part left out, or with another encoder."""

    variant: Variant
    retriever: Retriever
    collection: Collection

    @property
    def name(self) -> Words:
        """That of the variant."""
        return self.variant.name

    def ranked(self, question: str) -> tuple[str, ...]:
        """The articles of the best chunks."""
        understood = _understood(question, self.collection)
        query = self.variant.query(_query(understood, self.collection), understood.text)
        hits = self.retriever.search(query, k=CHUNKS + AnswerSettings().focus_reserve)
        return articles_of(hits[:CHUNKS], self.collection)


def own_systems(collection: Collection) -> list[System]:
    """The search and its variants."""
    snapshot = collection.snapshot
    parts = (
        PartOfSearch(
            one,
            snapshot.retriever_with(snapshot.encoder, one.settings)
            if one.meaning
            else retriever_of(snapshot, None, None),
            collection,
        )
        for one in VARIANTS
    )
    return [WholeSearch(collection), *parts]


def encoder_systems(name: str, called: str, collection: Collection, on_progress: Progress) -> list[System]:
    """The whole search and the vectors alone, with the vectors of another encoder and what to call it.

    They are kept in the vector cache of the index. Raises ``EncoderUnavailable``.
    """
    snapshot, encoder = collection.snapshot, load_encoder(name)
    passages = [chunk.passage for chunk in snapshot.database.chunks()]
    vectors = VectorCache(collection.index / VECTOR_CACHE).encode(encoder, passages, on_progress).vectors
    retriever = retriever_of(snapshot, ExactStore(vectors), encoder)
    whole = Variant(FULL)
    return [
        PartOfSearch(one._replace(name=_beside(one.name, called)), retriever, collection)
        for one in (whole, MEANING_ALONE)
    ]


def _beside(name: Words, called: str) -> Words:
    return Words(f"{name.zh}，{called}", f"{name.en}, {called}")


def retriever_of(snapshot: Snapshot, store: VectorStore | None, encoder: Encoder | None) -> Retriever:
    """The search over a generation with other vectors than its own, or with none."""
    lexical = snapshot.lexical
    same = snapshot.printings.same_passages(lexical.article_ids, lexical.article_of)

    def chunks_at(rows: Sequence[int]) -> list[Chunk]:
        return [snapshot.chunk(row) for row in rows]

    return Retriever(lexical, store, encoder, chunks_at, same=same)


def encoder_labels(names: Sequence[str]) -> dict[str, str]:
    """What to call each: the last part of a folder or a hub name; all of it where two end alike.

    >>> encoder_labels(["models/bge-small-zh/", "a/model", "b/model"])
    {'models/bge-small-zh/': 'bge-small-zh', 'a/model': 'a/model', 'b/model': 'b/model'}
    """
    last = {name: name.rstrip("/\\").replace("\\", "/").rpartition("/")[2] for name in names}
    counts = Counter(last.values())
    return {name: end if counts[end] == 1 else name for name, end in last.items()}


def articles_of(hits: Iterable[Hit], collection: Collection) -> tuple[str, ...]:
    """The articles of the hits, each once, where its best chunk stands; of several printings the cited one."""
    return tuple(dict.fromkeys(collection.corpus.key(hit.chunk.article_id) for hit in hits))


def _understood(question: str, collection: Collection) -> Understood:
    """With slips of the pen mended, and in Chinese where it is asked in English."""
    return understand(collection.corpus.reader.read(question).text, Conversation())


def _query(understood: Understood, collection: Collection) -> Query:
    kind = analyse(understood.text).kind
    phrases = collection.assistant.dictionary.get()
    return sought(understood, kind, collection.corpus, phrases, AnswerSettings()).query

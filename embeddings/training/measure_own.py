"""How often does an encoder alone find what questions in everyday words ask for?

The questions are those of our own that are kept for measuring (``own_questions``). Of laws, each article of every law
that is asked about is a passage; of news and encyclopedia, each text that is asked about; of everyday questions, each
answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from embeddings.encoders.protocol import Encoder
from embeddings.training.measure import Pool, Recall, chunks_of
from embeddings.training.own_questions import EVERYDAY, PLACED, everyday_questions, placed_questions
from embeddings.training.sections import sections
from embeddings.training.sources import Document, read_texts


def measure_own(encoder: Encoder, data: Path) -> dict[str, Recall]:
    """The recall of ``encoder`` on each file of questions; one without a question kept whose text is there is left out."""
    documents = read_texts(data).documents
    found: dict[str, Recall] = {}
    for name in PLACED:
        asked = list(placed_questions(name))
        pool = _pool(documents, {one.document for one in asked}, _articles if name == "laws" else _whole)
        kept = [(one.question, (one.document, one.start)) for one in asked if one.kept]
        answered = [(question, passage) for question, passage in kept if passage in pool]
        if answered:
            found[name] = pool.recall(encoder, pool.vectors(encoder), answered)
    return found | _everyday(encoder)


def _everyday(encoder: Encoder) -> dict[str, Recall]:
    pool, asked = Pool(), list(everyday_questions())
    for one in asked:
        pool.add(one.answer, [one.answer])
    kept = [(one.question, one.answer) for one in asked if one.kept]
    return {EVERYDAY: pool.recall(encoder, pool.vectors(encoder), kept)} if kept else {}


Passages = Iterator[tuple[int, Iterator[str]]]
"""Of a document, where each begins and its chunks."""


def _pool(documents: Sequence[Document], records: set[str], passages: Callable[[Document], Passages]) -> Pool:
    pool = Pool()
    for document in documents:
        if document.record in records:
            for start, chunks in passages(document):
                pool.add((document.record, start), chunks)
    return pool


def _whole(document: Document) -> Passages:
    yield 0, chunks_of(document.title, document.text)


def _articles(document: Document) -> Passages:
    for section in sections(document.title, document.text):
        start, end = section.sentences[0][0], section.sentences[-1][1]
        yield start, chunks_of(section.heading, document.text[start:end])

"""How is a generation written into its folder, and is what was written what was meant?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rag.corpus.article import Chunk
from rag.errors import IndexDamaged, Words
from rag.index.articles_db import ARTICLES_DB, write_articles
from rag.index.contents import CutPage, all_chunks, prove
from rag.index.durable import write_durably
from rag.index.manifest import (
    MANIFEST,
    REFRESH_FULL,
    EncoderEntry,
    Fingerprints,
    Manifest,
    SourceEntry,
    stored_files,
)
from rag.index.progress import Progress, ProgressListener, Stage
from rag.index.reprints import find_reprints
from rag.index.reprints_db import REPRINTS_DB, KnownReprints, write_reprints
from rag.index.snapshot import LEXICAL, VECTORS, Snapshot
from rag.reprints.passages import NOWHERE
from rag.reprints.settings import ReprintSettings

if TYPE_CHECKING:
    from embeddings.encoders.protocol import Encoder
    from rag.retrieval.lexical import LexicalIndex

SAMPLES = 8
"""Chunks that are searched for in a new generation, each by its own words and its own vector."""
SAMPLE_CHARS = 100
"""A question as long as people ask at most."""
OWN_COSINE = 0.95
"""A stored vector is the passage's own up to rounding to eight bits, which costs less than a hundredth."""


@dataclass(frozen=True)
class Plans:
    """What the generation is to be."""

    name: str
    roots: tuple[str, ...]
    sources: tuple[SourceEntry, ...]
    pages: tuple[CutPage, ...]
    fingerprints: Fingerprints
    reprints: ReprintSettings = field(default_factory=ReprintSettings)
    known: KnownReprints = field(default_factory=KnownReprints)
    """What holds still of the reprints of the generation before."""
    words: LexicalIndex | None = None
    """The words of the generation before: those of articles that stay are not counted again."""


class Built(NamedTuple):
    """How much work the passages were."""

    encoded: int
    """Passages that the encoder had to read."""
    reused: int
    """Passages whose vectors were at hand."""


def build(folder: Path, plans: Plans, encoder: Encoder, cache: Path, on_progress: ProgressListener) -> Built:
    """Write the whole generation into the empty ``folder``, manifest last; a power cut may still lose it."""
    chunks = all_chunks(plans.pages)
    on_progress(Progress(Stage.WRITING, 0, len(chunks)))
    counts = write_articles(folder / ARTICLES_DB, plans.pages)
    on_progress(Progress(Stage.WRITING, len(chunks), len(chunks)))
    _write_reprints(folder / REPRINTS_DB, plans, counts.articles, on_progress)
    _write_words(folder / LEXICAL, chunks, plans.words, on_progress)
    built = _write_vectors(folder / VECTORS, [chunk.passage for chunk in chunks], encoder, cache, on_progress)
    manifest = Manifest(
        generation=plans.name,
        created=datetime.now(UTC).isoformat(timespec="milliseconds"),
        roots=plans.roots,
        encoder=EncoderEntry(encoder.name, encoder.dim, encoder.fingerprint),
        fingerprints=plans.fingerprints,
        counts=counts,
        sources=plans.sources,
        files=stored_files(folder),
    )
    write_durably(folder / MANIFEST, manifest.to_json())
    return built


def _write_reprints(path: Path, plans: Plans, articles: int, on_progress: ProgressListener) -> None:
    def tell(done: int) -> None:
        on_progress(Progress(Stage.REPRINTS, done, articles))

    tell(0)
    write_reprints(path, find_reprints(plans.pages, plans.reprints, plans.known, tell))
    tell(articles)


def _write_words(
    folder: Path, chunks: Sequence[Chunk], before: LexicalIndex | None, on_progress: ProgressListener
) -> None:
    from rag.retrieval.lexical import LexicalIndex

    def tell(done: int) -> None:
        on_progress(Progress(Stage.WORDS, done, len(chunks)))

    tell(0)
    LexicalIndex.build(chunks, tell, before).save(folder)


def _write_vectors(
    path: Path, passages: list[str], encoder: Encoder, cache: Path, on_progress: ProgressListener
) -> Built:
    from embeddings.cache import VectorCache
    from embeddings.stores.faiss_store import write

    total = len(passages)
    on_progress(Progress(Stage.VECTORS, 0, total))
    passed = VectorCache(cache).encode(
        encoder, passages, lambda done: on_progress(Progress(Stage.VECTORS, done, total))
    )
    write(passed.vectors, path)
    return Built(passed.encoded, passed.reused)


def verify(folder: Path, plans: Plans, encoder: Encoder, on_progress: ProgressListener) -> None:
    """Open the finished generation as a reader would and prove it.

    Every checksum, every count, every article and chunk against its source, and for some chunks that their
    row is theirs among the words and among the vectors, and that a search for them runs.
    Raises ``IndexDamaged`` or ``QuoteMismatch``.
    """
    snapshot = Snapshot(folder)
    try:
        proved = 0
        on_progress(Progress(Stage.VERIFYING, 0, snapshot.n_articles))
        for source in plans.sources:
            for page in snapshot.database.pages_of(source.file):
                for cut in page.articles:
                    prove(cut, page.text)
                proved += len(page.articles)
            on_progress(Progress(Stage.VERIFYING, proved, snapshot.n_articles))
        _agree(folder, "articles", proved, sum(source.articles for source in plans.sources))
        _agree(folder, "rows of words", len(snapshot.lexical), snapshot.n_chunks)
        _agree(folder, "reprints of articles", _sound_reprints(snapshot), len(snapshot.printings))
        _search_samples(snapshot, encoder)
    finally:
        snapshot.close()


def _sound_reprints(snapshot: Snapshot) -> int:
    """How many reprints have each of their chunks told, and are cited by an article that is none itself."""
    chunks, printings = snapshot.chunk_counts(), snapshot.printings
    return sum(
        len(one.passages) == chunks.get(one.article_id)
        and max(one.passages, default=NOWHERE) < chunks.get(one.cited, 0)
        and printings.cited_for(one.cited) is None
        for one in printings.reprints
    )


def _search_samples(snapshot: Snapshot, encoder: Encoder) -> None:
    from rag.retrieval.query import analyse

    retriever = snapshot.retriever_with(encoder)
    step = max(1, snapshot.n_chunks // SAMPLES)
    for row in range(0, snapshot.n_chunks, step):
        chunk = snapshot.chunk(row)
        query = analyse(chunk.text[:SAMPLE_CHARS])
        if query.terms:
            _agree(snapshot.folder, f"words of row {row}", bool(snapshot.lexical.explain(query, row)), True)
            retriever.search(query)
        vector = encoder.encode_passages([chunk.passage])[0]
        if vector.any():
            cosine = float(snapshot.vectors.scores_for([row], vector)[0])
            _agree(snapshot.folder, f"vector of row {row}", cosine > OWN_COSINE, True)


def _agree(folder: Path, what: str, found: int, wanted: int) -> None:
    if found != wanted:
        raise IndexDamaged(
            Words(
                f"新索引未通过核对，没有发布：{what} 应为 {wanted}，实为 {found}",
                f"the new index failed its check and was not published: {what} is {found}, not {wanted}",
            ),
            where=str(folder),
            mend=REFRESH_FULL,
        )

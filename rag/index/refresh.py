"""How does the index come to say exactly what the files say now?"""

from __future__ import annotations

import time
from pathlib import Path

from embeddings.cache import VectorCache
from embeddings.encoders.registry import BUNDLED, load_encoder
from embeddings.encoders.static import is_static
from rag.corpus.files import find_files
from rag.errors import IndexNotWritable, Words
from rag.index.build import Built, Plans, build, verify
from rag.index.contents import all_chunks
from rag.index.generations import (
    VECTOR_CACHE,
    clear_leftovers,
    next_name,
    prune,
    publish,
    start_building,
)
from rag.index.lock import writer_lock
from rag.index.plan import ArticleChanges
from rag.index.progress import Progress, ProgressListener, Stage, unheard
from rag.index.reprints import known_before
from rag.index.reprints_db import KnownReprints
from rag.index.request import RefreshReport, RefreshRequest
from rag.index.snapshot import Snapshot
from rag.index.survey import Contents, Survey, besides_index, known_encoder, read_contents, survey
from rag.index.words import words_before

__all__ = ["RefreshReport", "RefreshRequest", "refresh"]

EMPTIED = Words("没有读到任何文章，索引现在是空的", "no article was read: the index is empty now")


def refresh(request: RefreshRequest, on_progress: ProgressListener | None = None) -> RefreshReport:
    """Bring the index to exactly the state of the files, and publish it as a new generation.

    Files whose bytes are known are not read again, passages whose vectors are known not encoded again;
    where nothing changed at all, nothing is written and the published generation stays. Whatever ends a
    refresh before its last step (an error, Ctrl-C, a power cut) leaves the generation before published.
    A file that cannot be read is reported and stops nothing.

    Raises ``CorpusNotFound``, ``IndexBusy``, ``IndexNotWritable``, ``EncoderUnavailable``.
    """
    started = time.monotonic()
    listener = on_progress or unheard
    found = besides_index(find_files(request.paths), request)
    if request.dry_run:
        return _foresee(request, survey(request, found, listener), started, listener)
    try:
        request.index.mkdir(parents=True, exist_ok=True)
        with writer_lock(request.index, request.settings.lock_timeout_s):
            clear_leftovers(request.index)
            return _bring_up(request, survey(request, found, listener), started, listener)
    except OSError as fault:
        # What cannot be read is dealt with file by file: this is the disk of the index.
        raise IndexNotWritable(
            Words(f"索引写不进去（{fault.strerror}）", f"the index cannot be written ({fault.strerror})"),
            where=str(fault.filename or request.index),
            mend=Words("请检查磁盘空间和写入权限", "check the free space and the permission to write"),
        ) from fault


def _bring_up(
    request: RefreshRequest, state: Survey, started: float, listener: ProgressListener
) -> RefreshReport:
    index, name = request.index, _encoder_name(request)
    if state.before and _up_to_date(request, state, state.before, name):
        return _unchanged(state, state.before, started)
    encoder = load_encoder(name)
    contents = read_contents(state, request, listener)
    changes = contents.changes()
    plans = Plans(
        name=next_name(index),
        roots=state.roots,
        sources=contents.entries,
        pages=contents.pages,
        fingerprints=state.fingerprints,
        reprints=request.reprints,
        known=KnownReprints() if request.full else known_before(state.before, state.fingerprints),
        words=None if request.full else words_before(state.before),
    )
    if request.full:
        _forget_vectors(index / VECTOR_CACHE)
    folder = start_building(index)
    built = build(folder, plans, encoder, index / VECTOR_CACHE, listener)
    verify(folder, plans, encoder, listener)
    listener(Progress(Stage.PUBLISHING, 0, 1))
    publish(index, folder, plans.name)
    prune(index, request.settings.generations_kept)
    VectorCache(index / VECTOR_CACHE).prune()
    listener(Progress(Stage.PUBLISHING, 1, 1))
    return _report(contents, changes, built, plans.name, started)


def _foresee(
    request: RefreshRequest, state: Survey, started: float, listener: ProgressListener
) -> RefreshReport:
    name = _encoder_name(request)
    if state.before and _up_to_date(request, state, state.before, name):
        return _unchanged(state, state.before, started)
    contents = read_contents(state, request, listener)
    passages = [chunk.passage for chunk in all_chunks(contents.pages)]
    at_hand: set[str] = set()
    if state.before and not request.full and _same_encoder(state.before, name):
        at_hand = {chunk.passage for chunk in state.before.database.chunks()}
    encoded = len(set(passages) - at_hand)
    generation = state.before.generation if state.before else None
    foreseen = Built(encoded, len(passages) - encoded)
    return _report(contents, contents.changes(), foreseen, generation, started)


def _encoder_name(request: RefreshRequest) -> str:
    """The encoder asked for, or that of the index, or the bundled one."""
    name = request.encoder
    if name is None:
        known = known_encoder(request.index)
        name = known.name if known else BUNDLED
    # A folder is remembered by its full path: a server is not started where the refresh was.
    return str(Path(name).resolve()) if Path(name).is_dir() else name


def _up_to_date(request: RefreshRequest, state: Survey, before: Snapshot, name: str) -> bool:
    return state.same_files and not request.full and _same_encoder(before, name)


def _same_encoder(before: Snapshot, name: str) -> bool:
    """Whether the encoder called ``name`` gives the vectors that are on disk.

    Static models are asked. A transformer takes seconds to load and is known by its name; one that was
    trained anew under its old name is told at the first question, which asks for a full refresh.
    """
    if name != before.encoder.name:
        return False
    quick = name == BUNDLED or is_static(Path(name))
    return not quick or load_encoder(name).fingerprint == before.encoder.fingerprint


def _unchanged(state: Survey, before: Snapshot, started: float) -> RefreshReport:
    skipped = tuple(one for source in before.manifest.sources for one in source.skipped)
    return RefreshReport(
        generation=before.generation,
        articles=before.n_articles,
        chunks=before.n_chunks,
        encoded=0,
        reused=before.n_chunks,
        changes=ArticleChanges(0, 0, 0),
        skipped=state.passed_over + skipped,
        seconds=time.monotonic() - started,
        notes=() if before.n_articles else (EMPTIED,),
    )


def _report(
    contents: Contents, changes: ArticleChanges, built: Built, generation: str | None, started: float
) -> RefreshReport:
    articles = sum(entry.articles for entry in contents.entries)
    return RefreshReport(
        generation=generation,
        articles=articles,
        chunks=built.encoded + built.reused,
        encoded=built.encoded,
        reused=built.reused,
        changes=changes,
        skipped=contents.skipped,
        seconds=time.monotonic() - started,
        notes=() if articles else (EMPTIED,),
    )


def _forget_vectors(cache: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        cache.with_name(cache.name + suffix).unlink(missing_ok=True)

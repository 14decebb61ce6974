"""What does the index hold, what do the files hold, and what must be done to make them agree?"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rag.corpus.files import FoundFiles
from rag.corpus.readers import close_readers
from rag.corpus.skipped import Skipped
from rag.errors import IndexDamaged, IndexNotFound, IndexOutdated
from rag.index.contents import CutPage
from rag.index.fingerprints import current_fingerprints
from rag.index.generations import generations_folder, published
from rag.index.manifest import EncoderEntry, Fingerprints, SourceEntry, read_manifest
from rag.index.plan import ArticleChanges, FilePlan, article_changes, file_state, plan_files
from rag.index.progress import Progress, ProgressListener, Stage
from rag.index.reading import ReadSource, read_source
from rag.index.request import RefreshRequest
from rag.index.snapshot import Snapshot, open_snapshot

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Survey:
    """The published generation beside the files as they are now."""

    before: Snapshot | None
    """The published generation; ``None`` where there is none that can be read."""
    plan: FilePlan
    roots: tuple[str, ...]
    passed_over: tuple[Skipped, ...]
    """Files that are none of the corpus."""
    fingerprints: Fingerprints

    @property
    def same_files(self) -> bool:
        """Whether the published generation was made from these very files in the way they are read now."""
        return (
            self.before is not None
            and self.plan.nothing_to_do
            and self.before.manifest.fingerprints == self.fingerprints
            and self.before.manifest.roots == self.roots
        )


def besides_index(found: FoundFiles, request: RefreshRequest) -> FoundFiles:
    """What was found without the files of the index itself, which may stand inside the corpus."""
    index = request.index.resolve()
    inside = tuple(
        index.relative_to(root).as_posix() + "/"
        for root in (path.resolve() for path in request.paths)
        if index != root and index.is_relative_to(root)
    )
    if not inside:
        return found
    return FoundFiles(
        files=tuple(file for file in found.files if not file.name.startswith(inside)),
        skipped=tuple(one for one in found.skipped if not one.file.startswith(inside)),
    )


def survey(request: RefreshRequest, found: FoundFiles, on_progress: ProgressListener) -> Survey:
    """Hash every file and compare with the published generation. Writes nothing."""
    before = _published(request.index)
    fingerprints = current_fingerprints(request.chunks, request.reprints, request.reading)
    states = []
    for done, file in enumerate(found.files):
        on_progress(Progress(Stage.FINDING, done, len(found.files)))
        states.append(file_state(file))
    on_progress(Progress(Stage.FINDING, len(found.files), len(found.files)))
    read_as_now = before is not None and before.manifest.fingerprints[:2] == fingerprints[:2]
    known = before.manifest.sources if before else ()
    return Survey(
        before=before,
        plan=plan_files(states, known, read_all=request.full or not read_as_now),
        roots=tuple(str(path.resolve()) for path in request.paths),
        passed_over=found.skipped,
        fingerprints=fingerprints,
    )


def known_encoder(index: Path) -> EncoderEntry | None:
    """The encoder of the published generation, as far as its manifest can be read."""
    try:
        return read_manifest(generations_folder(index) / published(index)).encoder
    except (IndexNotFound, IndexDamaged, IndexOutdated):
        return None


@dataclass(frozen=True)
class Contents:
    """What the files hold, read or carried over."""

    survey: Survey
    sources: tuple[ReadSource, ...]

    @property
    def entries(self) -> tuple[SourceEntry, ...]:
        """The files, for the manifest."""
        return tuple(source.entry for source in self.sources)

    @cached_property
    def pages(self) -> tuple[CutPage, ...]:
        """Everything in reading order."""
        return tuple(page for source in self.sources for page in source.pages)

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """Whatever could not be read, and why."""
        return self.survey.passed_over + tuple(one for source in self.sources for one in source.entry.skipped)

    def changes(self) -> ArticleChanges:
        """Articles against those of the published generation."""
        plan, before = self.survey.plan, self.survey.before
        touched = [*plan.read, *plan.removed]
        old = (page for name in touched for page in before.database.pages_of(name)) if before else ()
        return article_changes(old, (page for page in self.pages if page.file in plan.read))


def read_contents(survey: Survey, request: RefreshRequest, on_progress: ProgressListener) -> Contents:
    """Read what must be read and carry over the rest, in reading order."""
    total = len(survey.plan.read)
    on_progress(Progress(Stage.READING, 0, total))
    sources, done = [], 0
    try:
        for source in _carried_or_read(survey, request):
            done += source.entry.file in survey.plan.read
            on_progress(Progress(Stage.READING, done, total))
            sources.append(source)
    finally:
        close_readers()
    return Contents(survey, tuple(sources))


def _carried_or_read(survey: Survey, request: RefreshRequest) -> Iterator[ReadSource]:
    before = survey.before
    entries = {entry.file: entry for entry in before.manifest.sources} if before else {}
    for state in survey.plan.files:
        name = state.file.name
        if before is None or name in survey.plan.read:
            yield read_source(state, request.chunks, request.reading)
        else:
            yield ReadSource(entries[name], tuple(before.database.pages_of(name)))


def _published(index: Path) -> Snapshot | None:
    try:
        return open_snapshot(index)
    except IndexNotFound:
        return None
    except (IndexDamaged, IndexOutdated) as fault:
        log.warning("the published generation is made anew: %s", fault)
        return None

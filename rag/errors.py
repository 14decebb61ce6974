"""The faults of reading, indexing and asking that a person can mend.

UserError                   (embeddings.errors) what, where, the mend; no traceback
├── EncoderUnavailable      (embeddings.errors)
├── RerankerUnavailable     (embeddings.errors)
├── SettingsError           a setting that cannot be used
├── CorpusNotFound          a path given to refresh is not there
├── IndexNotFound           the folder holds no published index
├── IndexBusy               another refresh holds the writer's lock
├── IndexNotWritable        the disk is full, or the folder may not be written to
├── IndexDamaged            a file of the index is missing or altered
├── IndexOutdated           the index was made by an incompatible version
├── GenerationNotFound      rollback to a generation that is not kept
└── ReaderUnavailable       the reader named in the settings cannot be loaded

Unreadable                  one file cannot be read; refresh reports it and goes on
QuoteMismatch               our own fault: a quotation is not what its place says
"""

from __future__ import annotations

from embeddings.errors import EncoderUnavailable, Language, RerankerUnavailable, UserError, Words

__all__ = [
    "CorpusNotFound",
    "EncoderUnavailable",
    "GenerationNotFound",
    "IndexBusy",
    "IndexDamaged",
    "IndexNotFound",
    "IndexNotWritable",
    "IndexOutdated",
    "Language",
    "QuoteMismatch",
    "ReaderUnavailable",
    "RerankerUnavailable",
    "SettingsError",
    "Unreadable",
    "UserError",
    "Words",
]


class SettingsError(UserError):
    """A setting is unknown, of the wrong kind, or out of range."""


class CorpusNotFound(UserError):
    """A path given as corpus does not exist."""


class IndexNotFound(UserError):
    """The folder holds no published generation."""


class IndexBusy(UserError):
    """Another process is refreshing this index."""


class IndexNotWritable(UserError):
    """The folder of the index cannot be made or written to."""


class IndexDamaged(UserError):
    """A file of the published generation is missing or is not what the manifest says."""


class IndexOutdated(UserError):
    """The index on disk has another schema than this program reads."""


class GenerationNotFound(UserError):
    """No such generation is kept in this index."""


class ReaderUnavailable(UserError):
    """The reader named in the settings cannot be loaded."""


class Unreadable(Exception):
    """One file cannot be turned into text; ``reason`` goes into the refresh report."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason)
        self.reason = reason


class QuoteMismatch(AssertionError):
    """A quotation differs from its place in the file: never shown, always a fault of ours."""

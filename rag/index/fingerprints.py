"""Would this program read and cut the files as the generation on disk was read and cut?"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib import metadata
from pathlib import Path
from types import ModuleType

import rag.corpus
import rag.reprints
import rag.text
from rag.corpus.chunks import ChunkSettings
from rag.corpus.readers.printed import ocr
from rag.corpus.readers.settings import ReadingSettings
from rag.index.manifest import Fingerprints
from rag.reprints.settings import ReprintSettings

PARSER_VERSION = 1
"""Raised when the reading changes for a reason that is not in the source of these packages."""


@cache
def parser_fingerprint() -> str:
    """Of the code and tables that turn the bytes of a file into articles.

    A number kept by hand is forgotten sooner or later, and then old readings live on unseen. So the source of
    ``rag.corpus`` and ``rag.text`` is hashed, every file of it. It errs on the safe side alone: a corrected
    comment reads the corpus again, at some milliseconds a page and without encoding anything, since vectors
    are kept by text.
    """
    return _source_digest(f"{PARSER_VERSION}", rag.corpus, rag.text)


@cache
def _source_digest(salt: str, *packages: ModuleType) -> str:
    """Of every source file of the packages."""
    digest = hashlib.sha256(salt.encode())
    for package in packages:
        folder = Path(package.__path__[0])
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(folder).as_posix().encode())
                # Line ends are what the checkout made of them, and mean nothing.
                digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


READING_LIBRARIES = ("lxml", "pypdfium2", "python-docx", "selectolax")
"""Another version of one may find other text in the same file."""


def reading_fingerprint(reading: ReadingSettings) -> str:
    """Of what else decides the text of a file: the settings, the libraries, and tesseract where it is asked for.

    A file that was skipped for want of tesseract is read when it is there.
    """
    return _digest([asdict(reading), *map(_version, READING_LIBRARIES), reading.ocr and ocr.installed()])


def current_fingerprints(
    chunks: ChunkSettings,
    reprints: ReprintSettings = ReprintSettings(),
    reading: ReadingSettings = ReadingSettings(),
) -> Fingerprints:
    """Of this program with these settings."""
    from rag.retrieval.lexical import LexicalIndex

    return Fingerprints(
        f"{parser_fingerprint()}+{reading_fingerprint(reading)}",
        _digest(asdict(chunks)),
        LexicalIndex.fingerprint,
        _source_digest(json.dumps(asdict(reprints), sort_keys=True), rag.reprints),
    )


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]

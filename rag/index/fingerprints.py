"""Would this program read and cut the files as the generation on disk was read and cut?"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from types import ModuleType

import rag.corpus
import rag.reprints
import rag.text
from rag.corpus.chunks import ChunkSettings
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


def current_fingerprints(
    chunks: ChunkSettings, reprints: ReprintSettings = ReprintSettings()
) -> Fingerprints:
    """Of this program with these settings."""
    from rag.retrieval.lexical import LexicalIndex

    chunking = hashlib.sha256(_written(chunks).encode()).hexdigest()[:16]
    return Fingerprints(
        parser_fingerprint(),
        chunking,
        LexicalIndex.fingerprint,
        _source_digest(_written(reprints), rag.reprints),
    )


def _written(settings: ChunkSettings | ReprintSettings) -> str:
    return json.dumps(asdict(settings), sort_keys=True)

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

from rag.corpus.chunks import ChunkSettings
from rag.index.fingerprints import current_fingerprints, parser_fingerprint


def test_the_parser_has_one_fingerprint_in_every_process():
    script = "from rag.index.fingerprints import parser_fingerprint; print(parser_fingerprint())"
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == parser_fingerprint()


def test_chunk_settings_shape_the_chunking_alone():
    one, other = (
        current_fingerprints(ChunkSettings()),
        current_fingerprints(replace(ChunkSettings(), max_chars=77)),
    )
    assert one.parser == other.parser
    assert one.lexical == other.lexical
    assert one.chunking != other.chunking

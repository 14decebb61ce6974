"""What is the bundled model on disk, and how does it become a folder that sentence-transformers reads?

Stored: ``tokenizer.json``, ``rows.int4.safetensors`` and the descriptions that sentence-transformers
wants. Its own format knows no four-bit rows, so :func:`unpack` writes them out in single precision.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from embeddings.encoders.int4 import pack
from embeddings.encoders.protocol import Vectors
from embeddings.encoders.static import PACKED_ROWS, PLAIN_ROWS, read_rows, write_packed_rows

CONFIG = {
    "model_type": "SentenceTransformer",
    "prompts": {"query": "", "document": ""},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}
MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]


def write_model(folder: Path, tokenizer: str, table: Vectors) -> None:
    """Write the stored form of a model; cards and licences already in ``folder`` stay."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    _write_json(folder / "config_sentence_transformers.json", CONFIG)
    _write_json(folder / "modules.json", MODULES)
    write_packed_rows(folder, pack(table))


def unpack(folder: Path, target: Path) -> None:
    """Write the model stored in ``folder`` to ``target`` as sentence-transformers reads it.

    Its vectors are those of :class:`embeddings.encoders.static.StaticEncoder` to within rounding.
    """
    from safetensors.numpy import save_file

    rows = read_rows(folder)
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name != PACKED_ROWS:
            shutil.copyfile(path, target / path.name)
    (target / "1_Normalize").mkdir(exist_ok=True)
    save_file({"embedding.weight": rows.unpack()}, target / PLAIN_ROWS)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

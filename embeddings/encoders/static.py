"""How does a table of word vectors turn text into a vector, in a process without torch?

Reads a sentence-transformers folder of ``StaticEmbedding`` (and ``Normalize``), or the same model with its
rows in four bits, as the bundled one is stored: a text is the mean of its words' rows, made unit length.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from embeddings.encoders.int4 import Int4Rows
from embeddings.encoders.prompts import Prompts
from embeddings.encoders.protocol import Progress, Vectors, unit_rows
from embeddings.errors import EncoderUnavailable, Words

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PACKED_ROWS = "rows.int4.safetensors"
PLAIN_ROWS = "model.safetensors"
TOKENIZER = "tokenizer.json"

BATCH_TEXTS = 256
"""Texts cut and looked up at once: their different words unpack to some 10 MB."""

_STATIC_MODULES = ("StaticEmbedding", "Normalize")


class RowTable(Protocol):
    """Word vectors by number, packed or not."""

    @property
    def dim(self) -> int:
        """The length of a row."""
        ...

    def unpack(self, rows: NDArray[np.int64] | slice = ...) -> Vectors:
        """The chosen rows in single precision."""
        ...


class StaticEncoder:
    """A bag-of-words encoder: thousands of passages a second on one core, ready in a tenth of a second."""

    def __init__(self, folder: Path, name: str, prompts: Prompts | None = None) -> None:
        self._folder = folder
        self.name = name
        try:
            self._tokenizer = _read_tokenizer(folder / TOKENIZER)
            self._rows = read_rows(folder)
            self._prompts = prompts or _read_prompts(folder)
        except Exception as fault:
            raise EncoderUnavailable(
                Words("词向量模型读不出来", "the static model cannot be read"),
                where=f"{folder} ({fault})",
                mend=Words(
                    f"文件夹里应有 {TOKENIZER} 和 {PLAIN_ROWS} 或 {PACKED_ROWS}",
                    f"the folder should hold {TOKENIZER} and {PLAIN_ROWS} or {PACKED_ROWS}",
                ),
            ) from fault

    @property
    def dim(self) -> int:
        """The length of its vectors."""
        return self._rows.dim

    @cached_property
    def fingerprint(self) -> str:
        """From the bytes of the model, and the prompts."""
        digest = hashlib.sha256(repr(("static 1", self._prompts)).encode())
        for path in (self._folder / TOKENIZER, _rows_file(self._folder)):
            digest.update(path.read_bytes())
        return f"static-{self.dim}-{digest.hexdigest()[:24]}"

    def encode_passages(self, texts: Sequence[str], on_progress: Progress | None = None) -> Vectors:
        """``(len(texts), dim)`` unit rows, in the order given."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for first in range(0, len(texts), BATCH_TEXTS):
            batch = [self._prompts.passage + text for text in texts[first : first + BATCH_TEXTS]]
            vectors[first : first + len(batch)] = self._encode(batch)
            if on_progress:
                on_progress(first + len(batch))
        return vectors

    def encode_query(self, text: str) -> Vectors:
        """The ``(dim,)`` unit vector of a question."""
        vector: Vectors = self._encode([self._prompts.query + text])[0]
        return vector

    def _encode(self, texts: Sequence[str]) -> Vectors:
        readable = [text.encode("utf-8", "ignore").decode() for text in texts]  # lone surrogates are no text
        encodings = self._tokenizer.encode_batch_fast(readable, add_special_tokens=False)
        ends = np.cumsum([len(encoding.ids) for encoding in encodings])
        words, places = np.unique(
            np.concatenate([np.array(encoding.ids, dtype=np.int64) for encoding in encodings]),
            return_inverse=True,
        )
        rows = self._rows.unpack(words)
        means = np.zeros((len(texts), self.dim), dtype=np.float32)
        for number, (start, end) in enumerate(zip([0, *ends[:-1]], ends, strict=True)):
            if end > start:
                means[number] = rows[places[start:end]].mean(axis=0)
        return unit_rows(means)


def is_static(folder: Path) -> bool:
    """Whether ``folder`` is a model that this reader gives the right vectors for."""
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        kinds = [module["type"].rsplit(".", 1)[-1] for module in modules]
    except (OSError, ValueError, KeyError, TypeError):  # no such list, or none that can be read
        return False
    return kinds[:1] == ["StaticEmbedding"] and all(kind in _STATIC_MODULES for kind in kinds)


def read_rows(folder: Path) -> RowTable:
    """The word vectors of a model folder, packed where they are stored packed."""
    from safetensors.numpy import load_file

    tensors = load_file(_rows_file(folder))
    if "packed" in tensors:
        return Int4Rows(tensors["packed"], tensors["scales"])
    if "embedding.weight" in tensors:
        return PlainRows(tensors["embedding.weight"])
    return PlainRows(_model2vec_rows(tensors))


def write_packed_rows(folder: Path, rows: Int4Rows) -> None:
    """Store ``rows`` the way :func:`read_rows` reads them."""
    from safetensors.numpy import save_file

    save_file({"packed": rows.packed, "scales": rows.scales}, folder / PACKED_ROWS)


class PlainRows:
    """A (n, dim) table as it is."""

    def __init__(self, table: NDArray[Any]) -> None:
        self._table = table

    @property
    def dim(self) -> int:
        """The length of a row."""
        return int(self._table.shape[1])

    def unpack(self, rows: NDArray[np.int64] | slice = slice(None)) -> Vectors:
        """The chosen rows in single precision."""
        return np.asarray(self._table[rows], dtype=np.float32)


def _model2vec_rows(tensors: dict[str, NDArray[Any]]) -> NDArray[Any]:
    """A model2vec table: ``embeddings``, shared by several words through ``mapping``, times ``weights``."""
    rows = tensors["embeddings"]
    if "mapping" in tensors:
        rows = rows[tensors["mapping"].astype(np.int64)]
    if "weights" in tensors:
        rows = rows.astype(np.float32) * tensors["weights"].astype(np.float32)[:, None]
    return rows


def _rows_file(folder: Path) -> Path:
    packed = folder / PACKED_ROWS
    return packed if packed.is_file() else folder / PLAIN_ROWS


def _read_tokenizer(path: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    tokenizer.no_padding()
    return tokenizer


def _read_prompts(folder: Path) -> Prompts:
    path = folder / "config_sentence_transformers.json"
    config = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return Prompts.from_config(config.get("prompts") or {}, config.get("default_prompt_name"))

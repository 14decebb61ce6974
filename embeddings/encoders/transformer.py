"""How does any sentence-transformers model turn text into a vector?

Loaded from a folder, or by its name on the hub: from this machine's copy where there is one. Importing
sentence_transformers takes seconds, so nothing here does before a model is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from embeddings.encoders.prompts import Prompts
from embeddings.encoders.protocol import Progress, Vectors, unit_rows
from embeddings.errors import EncoderUnavailable, Words
from embeddings.hub import first_line, from_hub, quietly
from embeddings.weights import digest_of

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


@dataclass(frozen=True)
class TransformerSettings:
    """How a transformer is run."""

    batch_texts: int = 32
    """Texts in one pass through the model: more is no faster on a CPU."""
    report_every_texts: int = 256
    """Texts between two words of progress; sorted by length within, so that little is padding."""
    max_tokens: int = 512
    """Longer texts are cut here, or sooner where the model itself allows less; a chunk is about 300."""


DEFAULT = TransformerSettings()


class TransformerEncoder:
    """A sentence-transformers model on the CPU; an empty text gives a row of zeros."""

    def __init__(
        self,
        model: SentenceTransformer,
        name: str,
        prompts: Prompts | None = None,
        settings: TransformerSettings = DEFAULT,
    ) -> None:
        self.name = name
        self._model = model
        self._settings = settings
        self._prompts = prompts or Prompts.from_config(model.prompts, model.default_prompt_name)
        self.max_tokens = min(model.max_seq_length or settings.max_tokens, settings.max_tokens)
        """What stands beyond so many tokens of a text is not read."""
        model.max_seq_length = self.max_tokens

    @classmethod
    def from_folder(
        cls, folder: Path, name: str, prompts: Prompts | None = None, settings: TransformerSettings = DEFAULT
    ) -> TransformerEncoder:
        """The model in ``folder``; nothing is asked of the hub."""
        try:
            return cls(_load(str(folder), local_files_only=True), name, prompts, settings)
        except Exception as fault:
            raise EncoderUnavailable(
                Words("模型文件夹读不出来", "the model in this folder cannot be read"),
                where=f"{folder} ({first_line(fault)})",
                mend=Words(
                    "文件夹应是 sentence-transformers 存下的模型（有 modules.json 或 config.json）",
                    "it should hold a model saved by sentence-transformers (modules.json or config.json)",
                ),
            ) from fault

    @classmethod
    def from_hub(
        cls, name: str, prompts: Prompts | None = None, settings: TransformerSettings = DEFAULT
    ) -> TransformerEncoder:
        """The hub's model ``name``: this machine's copy, else downloaded unless ``HF_HUB_OFFLINE`` is set."""
        try:
            model = from_hub(name, lambda local: _load(name, local_files_only=local))
            return cls(model, name, prompts, settings)
        except Exception as fault:
            raise EncoderUnavailable(
                Words(
                    "本机没有这个模型，也下载不到", "no copy of this model is here, and none can be fetched"
                ),
                where=f"{name} ({first_line(fault)})",
                mend=Words(
                    "在能上网的机器上下载后，写它的文件夹；或者用自带的模型 bundled",
                    "download it on a machine with network and give its folder, or use the bundled model",
                ),
            ) from fault

    @cached_property
    def dim(self) -> int:
        """The length of its vectors."""
        return int(self._encode(["问"], "document", "").shape[1])

    @cached_property
    def fingerprint(self) -> str:
        """From the weights, the tokenizer, the prompts and the cut."""
        told = ("transformer 1", self._prompts, self.max_tokens, str(self._model))
        return f"transformer-{self.dim}-{digest_of(told, self._model.state_dict(), self._model.tokenizer)}"

    def encode_passages(self, texts: Sequence[str], on_progress: Progress | None = None) -> Vectors:
        """``(len(texts), dim)`` unit rows, in the order given."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for first in range(0, len(texts), self._settings.report_every_texts):
            batch = texts[first : first + self._settings.report_every_texts]
            vectors[first : first + len(batch)] = self._encode(batch, "document", self._prompts.passage)
            if on_progress:
                on_progress(first + len(batch))
        return vectors

    def encode_query(self, text: str) -> Vectors:
        """The ``(dim,)`` unit vector of a question."""
        vector: Vectors = self._encode([text], "query", self._prompts.query)[0]
        return vector

    def _encode(self, texts: Sequence[str], task: Literal["query", "document"], prompt: str) -> Vectors:
        readable = [text.encode("utf-8", "ignore").decode() for text in texts]
        encode = self._model.encode_query if task == "query" else self._model.encode_document
        found = encode(
            readable, prompt=prompt, batch_size=self._settings.batch_texts, show_progress_bar=False
        )
        rows = unit_rows(np.asarray(found, dtype=np.float32))
        rows[[not text.strip() for text in readable]] = 0
        return rows


def _load(name: str, *, local_files_only: bool) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    with quietly() if local_files_only else nullcontext():
        return SentenceTransformer(name, device="cpu", local_files_only=local_files_only)

"""How does a cross-encoder of sentence-transformers weigh passages against a question?

Loaded from a folder, or by its name on the hub: from this machine's copy where there is one. Importing
sentence_transformers takes seconds, so nothing here does before a model is asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from embeddings.errors import RerankerUnavailable, Words
from embeddings.hub import first_line, from_hub, quietly
from embeddings.rerankers.protocol import Fits
from embeddings.weights import digest_of

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


@dataclass(frozen=True)
class CrossEncoderSettings:
    """How a cross-encoder is run."""

    batch_pairs: int = 16
    """Pairs in one pass through the model, those of like length together, so that little is padding."""
    max_tokens: int = 512
    """Question and passage together are cut here, the longer of them first, or sooner where the model itself
    allows less; a chunk is about 300."""


DEFAULT = CrossEncoderSettings()

ONE_NUMBER_A_PAIR = ("ForSequenceClassification", "ForCausalLM")
"""How the architectures end whose last layer is trained to judge a pair: any other would be given a layer of
random numbers, and passages a random order."""

JUDGING_LAYERS = ("Dense", "LogitScore")
"""Modules that judge behind an architecture that does not."""


class CrossEncoderReranker:
    """A sentence-transformers cross-encoder on the CPU; its numbers are logits, before any sigmoid."""

    def __init__(self, model: CrossEncoder, name: str, settings: CrossEncoderSettings = DEFAULT) -> None:
        """Raises ``ValueError`` for a model that does not give one number for a pair."""
        _check(model)
        self.name = name
        self._model = model.float()  # half precision is slow on a CPU, and ties what is not equal
        self._settings = settings
        self._one_at_a_time = threading.Lock()
        self.max_tokens = min(model.tokenizer.model_max_length or settings.max_tokens, settings.max_tokens)
        """What stands beyond so many tokens of question and passage is not read."""
        model.tokenizer.model_max_length = self.max_tokens

    @classmethod
    def from_folder(
        cls, folder: Path, name: str, settings: CrossEncoderSettings = DEFAULT
    ) -> CrossEncoderReranker:
        """The model in ``folder``; nothing is asked of the hub. Raises ``RerankerUnavailable``."""
        try:
            return cls(_load(str(folder), local_files_only=True), name, settings)
        except Exception as fault:
            raise RerankerUnavailable(
                Words("重排模型的文件夹读不出来", "the reranker in this folder cannot be read"),
                where=f"{folder} ({first_line(fault)})",
                mend=Words(
                    "文件夹应是 sentence-transformers 的 CrossEncoder 模型（如 bge-reranker）",
                    "it should hold a CrossEncoder of sentence-transformers, such as bge-reranker",
                ),
            ) from fault

    @classmethod
    def from_hub(cls, name: str, settings: CrossEncoderSettings = DEFAULT) -> CrossEncoderReranker:
        """The hub's model ``name``: this machine's copy, else downloaded unless ``HF_HUB_OFFLINE`` is set.

        Raises ``RerankerUnavailable``.
        """
        try:
            model = from_hub(name, lambda local: _load(name, local_files_only=local))
            return cls(model, name, settings)
        except Exception as fault:
            raise RerankerUnavailable(
                Words(
                    "本机没有这个重排模型，也下载不到",
                    "no copy of this reranker is here, and none can be used",
                ),
                where=f"{name} ({first_line(fault)})",
                mend=Words(
                    "在能上网的机器上下载后，写它的文件夹；或者去掉 reranker 这项设置",
                    "download it on a machine with network and give its folder, or drop the setting reranker",
                ),
            ) from fault

    @cached_property
    def fingerprint(self) -> str:
        """From the weights, the tokenizer, the prompts and the cut."""
        prompts = getattr(self._model, "prompts", None), getattr(self._model, "default_prompt_name", None)
        told = ("cross-encoder 1", prompts, self.max_tokens, str(self._model))
        return f"cross-encoder-{digest_of(told, self._model.state_dict(), self._model.tokenizer)}"

    def score(self, question: str, passages: Sequence[str]) -> Fits:
        """See ``Reranker``. One call at a time: torch itself uses every core.

        Raises ``RerankerUnavailable`` for a model whose numbers are none (NaN).
        """
        if not passages:
            return np.empty(0)
        from torch.nn import Identity

        pairs = [(_readable(question), _readable(passage)) for passage in passages]
        with self._one_at_a_time:
            found = self._model.predict(
                pairs,
                batch_size=self._settings.batch_pairs,
                show_progress_bar=False,
                activation_fn=Identity(),
            )
        fits: Fits = np.asarray(found, dtype=np.float64)
        if not np.isfinite(fits).all():
            raise RerankerUnavailable(
                Words("重排模型算不出分数", "the reranker gives no numbers"),
                where=self.name,
                mend=Words("请重新下载，或换一个模型", "download it anew, or take another model"),
            )
        return fits


def _load(name: str, *, local_files_only: bool) -> CrossEncoder:
    from sentence_transformers import CrossEncoder

    with quietly() if local_files_only else nullcontext():
        return CrossEncoder(name, device="cpu", local_files_only=local_files_only)


def _check(model: CrossEncoder) -> None:
    if model.num_labels != 1:
        raise ValueError(f"it gives {model.num_labels} numbers for a pair; a reranker gives one")
    kinds = getattr(model.model.config, "architectures", None) or ONE_NUMBER_A_PAIR
    judges = any(type(module).__name__ in JUDGING_LAYERS for module in model.children())
    if not judges and not kinds[0].endswith(ONE_NUMBER_A_PAIR):
        raise ValueError(f"{kinds[0]} turns texts into vectors; it was not trained to judge a pair")


def _readable(text: str) -> str:
    return text.encode("utf-8", "ignore").decode()  # lone surrogates are no text

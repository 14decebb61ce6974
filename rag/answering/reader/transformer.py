"""A reader of the user's own: any extractive question answering model of transformers, from a folder.

Importing transformers takes seconds, so nothing here does before a model is asked for. The passages' probabilities
are those of the start over all tokens of all passages, so that they compete as with the bundled reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from rag.answering.reader.protocol import UNREAD, Reading
from rag.errors import ReaderUnavailable, Words

MOST_TOKENS = 512

QUESTION_SHARE = 4
"""Of a question as many characters are read as the model takes tokens, divided by this: some tokenizers make three
tokens of a character, and the passage needs room."""


class TransformerReader:
    """A transformers model with a span head, on the CPU."""

    def __init__(self, model: Any, tokenizer: Any, name: str) -> None:  # noqa: ANN401 - transformers' own types are loose
        self.name = name
        self._model, self._tokenizer = model, tokenizer
        self._most = min(MOST_TOKENS, getattr(model.config, "max_position_embeddings", MOST_TOKENS))

    @classmethod
    def from_folder(cls, folder: Path) -> TransformerReader:
        """The model in ``folder``; nothing is asked of the hub. Raises ``ReaderUnavailable``."""
        try:
            from transformers import AutoModelForQuestionAnswering, AutoTokenizer

            model = AutoModelForQuestionAnswering.from_pretrained(folder, local_files_only=True).eval()
            tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True, use_fast=True)
        except Exception as fault:
            raise ReaderUnavailable(
                Words("阅读模型读不出来", "the reader in this folder cannot be read"),
                where=f"{folder} ({str(fault).splitlines()[0] if str(fault) else type(fault).__name__})",
                mend=Words(
                    "文件夹应是 transformers 存下的抽取式问答模型，或用自带的：bundled",
                    "it should hold an extractive question answering model of transformers; or use bundled",
                ),
            ) from fault
        return cls(model, tokenizer, str(folder))

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """See ``Reader``."""
        import torch

        used = [at for at, passage in enumerate(passages) if passage.strip()]
        if not used or not question.strip():
            return (UNREAD,) * len(passages)
        batch = self._tokenizer(
            [question[: self._most // QUESTION_SHARE]] * len(used),
            [passages[at] for at in used],
            truncation="only_second",
            max_length=self._most,
            padding=True,
            return_offsets_mapping=True,
            return_tensors="pt",
        )
        offsets = batch.pop("offset_mapping").numpy()
        with torch.inference_mode():
            output = self._model(**batch)
        start, end = output.start_logits.float().numpy(), output.end_logits.float().numpy()
        kept = [_passage_tokens(batch, row, offsets[row]) for row in range(len(used))]
        highest = max(
            (start[row, tokens].max() for row, tokens in enumerate(kept) if len(tokens)), default=0.0
        )
        total = (
            sum(float(np.exp(start[row, tokens] - highest).sum()) for row, tokens in enumerate(kept)) or 1.0
        )
        found = dict.fromkeys(range(len(passages)), UNREAD)
        for row, (at, tokens) in enumerate(zip(used, kept, strict=True)):
            if len(tokens):
                starts = np.exp(start[row, tokens] - highest) / total
                ends = np.exp(end[row, tokens] - end[row, tokens].max())
                none = start[row, 0] + end[row, 0] - start[row, tokens].max() - end[row, tokens].max()
                holds = float(1 / (1 + np.exp(np.clip(none, -30, 30))))
                found[at] = Reading(offsets[row, tokens], starts, ends / ends.sum(), holds)
        return tuple(found.values())


def _passage_tokens(batch: Any, row: int, offsets: Any) -> Any:  # noqa: ANN401
    """The numbers of the tokens that belong to the passage."""
    return np.array(
        [at for at, owner in enumerate(batch.sequence_ids(row)) if owner == 1 and offsets[at][1] > 0],
        dtype=np.int64,
    )

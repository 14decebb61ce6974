"""Is a model of torch the same as before? A digest of its numbers and its tokenizer, wherever they are kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any


def digest_of(told: object, weights: Mapping[str, object], tokenizer: Any) -> str:  # noqa: ANN401 - transformers' own types are loose
    """Of what is ``told`` beside (its ``repr``), the tensors by name, and the tokenizer; alike before and after use."""
    digest = hashlib.sha256(repr(told).encode())
    for name, tensor in sorted(weights.items()):
        digest.update(name.encode())
        digest.update(_bytes_of(tensor))
    digest.update(_rules_of(tokenizer).encode())
    return digest.hexdigest()[:24]


def _rules_of(tokenizer: Any) -> str:  # noqa: ANN401 - transformers' own types are loose
    """How it cuts words. The first text sets a cut and a padding in it, which are no rules of its own."""
    backend = getattr(tokenizer, "backend_tokenizer", None)
    if backend is None:
        return repr(tokenizer)
    unused = type(backend).from_str(backend.to_str())
    unused.no_truncation()
    unused.no_padding()
    return str(unused.to_str())


def _bytes_of(tensor: object) -> bytes:
    import torch

    assert isinstance(tensor, torch.Tensor)
    return bytes(tensor.detach().cpu().contiguous().flatten().view(torch.uint8).numpy().tobytes())

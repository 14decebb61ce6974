"""What may a name of a model mean, and how long is the hub waited for when it means one of its own?

A folder on this machine goes first. A name of the hub is taken from this machine's copy where there is one, else
fetched: from the mirror that ``HF_ENDPOINT`` names, and not at all where ``HF_HUB_OFFLINE`` is set.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, TypeVar

HUB_TIMEOUT_S = 10.0
"""How long to wait for the hub's first word: without it, a machine without network retries for a minute."""

FOLDER_OR_HUB_NAME = "folder or hub name"

ModelName = Annotated[str, FOLDER_OR_HUB_NAME]
"""In settings: the folder of a model, counted from where it is written, or its name on the hub."""

_HUB_NAME = re.compile(r"[\w.-]+(/[\w.-]+)?")

Model = TypeVar("Model")


def looks_like_a_path(name: str) -> bool:
    r"""Whether ``name`` can only mean a place on this machine.

    >>> [looks_like_a_path(name) for name in ("BAAI/bge-small-zh-v1.5", "./模型", "/a/b", r"D:\a", "~/a")]
    [False, True, True, True, True]
    """
    return name.startswith((".", "~")) or not _HUB_NAME.fullmatch(name) or not name.isascii()


def from_hub(name: str, load: Callable[[bool], Model]) -> Model:
    """What ``load`` makes of the hub's model ``name``; it is told whether to keep to this machine's copy.

    Raises whatever ``load`` and the hub raise.
    """
    try:
        return load(True)
    except Exception:  # no copy here, or half of one: the hub knows
        from huggingface_hub import HfApi

        HfApi().model_info(name, timeout=HUB_TIMEOUT_S)
        return load(False)


@contextmanager
def quietly() -> Iterator[None]:
    """Loads a model that is here without bars and reports on the terminal; a download keeps its bar."""
    from transformers.utils import logging

    bars, level = logging.is_progress_bar_enabled(), logging.get_verbosity()
    logging.disable_progress_bar()
    logging.set_verbosity_error()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()


def first_line(fault: Exception) -> str:
    """What went wrong, short enough for one line."""
    return (str(fault).strip() or type(fault).__name__).splitlines()[0][:200]

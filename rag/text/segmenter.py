"""Where does one Chinese word end and the next begin?

jieba's dictionary and its hidden Markov model (https://github.com/fxsjy/jieba), made quiet, loaded at first
use, its cache kept in the user's own folder: jieba's default is one predictable file shared by all users.
"""

from __future__ import annotations

import os
import sys
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

SEGMENTER = "jieba-0.42"
"""Part of the index's fingerprint: another segmenter or dictionary needs another index."""


def words_of(run: str) -> list[str]:
    """The words of a run of Chinese characters; joined they are the run.

    >>> words_of("党风廉政建设")
    ['党风廉政', '建设']
    """
    return list(_tokenizer().cut(run))


def search_words_of(run: str) -> list[str]:
    """The words of a run, and before each long one the dictionary's words inside it.

    >>> search_words_of("党风廉政建设")
    ['党风', '廉政', '党风廉政', '建设']
    """
    return list(_tokenizer().cut_for_search(run))


def cache_folder() -> Path:
    """The user's own cache folder for this program, made private; need not exist yet."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "wenju"


@lru_cache(maxsize=1)
def _tokenizer() -> Any:  # noqa: ANN401 - jieba has no types
    with warnings.catch_warnings():
        # jieba 0.42 has escapes in its patterns that newer Pythons warn of
        warnings.simplefilter("ignore")
        import jieba

    jieba.setLogLevel(60)
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    jieba.dt.tmp_dir = str(folder)
    return jieba.dt

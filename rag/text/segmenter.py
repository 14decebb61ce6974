"""Where does one Chinese word end and the next begin?

jieba's dictionary and its hidden Markov model (https://github.com/fxsjy/jieba), made quiet and quick to
start. Nothing of it is kept in the folder for temporary files, where jieba puts a file of predictable name
that other users could write first.
"""

from __future__ import annotations

import os
import sys
import warnings
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from rag.text.lexicon import Lexicon, write_lexicon

SEGMENTER = "jieba-0.42"
"""Part of the index's fingerprint: another segmenter or dictionary needs another index."""


def words_of(run: str) -> list[str]:
    """The words of a run of Chinese characters; joined they are the run.

    >>> words_of("党风廉政建设")
    ['党风廉政', '建设']
    """
    return list(_segmenter().ready_for(run).cut(run))


def search_words_of(run: str) -> list[str]:
    """The words of a run, and before each long one the dictionary's words inside it.

    >>> search_words_of("党风廉政建设")
    ['党风', '廉政', '党风廉政', '建设']
    """
    return list(_segmenter().ready_for(run).cut_for_search(run))


def placed_search_words_of(run: str) -> list[tuple[str, int, int]]:
    """The same words, each with its ``[start, end)`` in the run.

    >>> placed_search_words_of("党风廉政")
    [('党风', 0, 2), ('廉政', 2, 4), ('党风廉政', 0, 4)]
    """
    return list(_segmenter().ready_for(run).tokenize(run, mode="search"))


def frequency(word: str) -> int:
    """How often the dictionary's makers met a word in general Chinese; 0 for one that is not in it.

    >>> frequency("电话") > 1000 > frequency("产假") > 0
    True
    """
    return int(_segmenter().ready_for(word[:1]).FREQ.get(word) or 0)


def cache_folder() -> Path:
    """The user's own cache folder for this program; need not exist yet."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "wenju"


class _Segmenter:
    """jieba's tokenizer, which reads of its dictionary the words that begin with a character it met."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            # jieba 0.42 has escapes in its patterns that newer Pythons warn of
            warnings.simplefilter("ignore")
            import jieba
        jieba.setLogLevel(60)
        self._jieba: Any = jieba.dt
        self._lexicon: Lexicon | None = None
        if not self._jieba.initialized:
            self._open_dictionary(cache_folder() / f"jieba-{jieba.__version__}.lexicon")

    def ready_for(self, run: str) -> Any:  # noqa: ANN401 - jieba has no types
        """The tokenizer, with the words in its dictionary that can stand in ``run``."""
        if self._lexicon:
            self._lexicon.read_for(run)
        return self._jieba

    def _open_dictionary(self, path: Path) -> None:
        try:
            self._lexicon = Lexicon(path)
        except (OSError, ValueError):
            frequencies, total = self._jieba.gen_pfdict(self._jieba.get_dict_file())
            self._start_with(frequencies, total)
            with suppress(OSError):  # without a folder to write to, every start is slow
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                write_lexicon(path, frequencies, total)
        else:
            self._start_with(self._lexicon.words, self._lexicon.total)

    def _start_with(self, frequencies: object, total: int) -> None:
        self._jieba.FREQ, self._jieba.total, self._jieba.initialized = frequencies, total, True


@lru_cache(maxsize=1)
def _segmenter() -> _Segmenter:
    return _Segmenter()

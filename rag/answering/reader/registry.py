"""Which reader does a name in the settings mean?"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from rag.answering.reader.protocol import Reader
from rag.errors import ReaderUnavailable, Words

BUNDLED = "bundled"
NONE = "none"


@lru_cache(maxsize=2)
def load_reader(name: str = BUNDLED) -> Reader | None:
    """The reader called ``name``: ``"bundled"``, the folder of a transformers model, or ``"none"`` for no reader.

    Each is loaded once. Raises ``ReaderUnavailable``.
    """
    if name == NONE:
        return None
    if name == BUNDLED:
        from rag.answering.reader.bundled import BundledReader

        return BundledReader.from_folder()
    folder = Path(name).expanduser()
    if not folder.is_dir():
        raise ReaderUnavailable(
            Words("没有这个阅读模型的文件夹", "there is no such folder of a reader"),
            where=str(folder.absolute()),
            mend=Words(
                "写出模型所在的文件夹，或者 bundled、none", "give the model's folder, or bundled, or none"
            ),
        )
    from rag.answering.reader.transformer import TransformerReader

    return TransformerReader.from_folder(folder.resolve())

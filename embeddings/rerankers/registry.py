"""Which reranker does a name in the settings mean?"""

from __future__ import annotations

from pathlib import Path

from embeddings.errors import RerankerUnavailable, Words
from embeddings.hub import looks_like_a_path
from embeddings.rerankers.protocol import Reranker


def load_reranker(name: str) -> Reranker:
    """The reranker called ``name``: the folder of a cross-encoder, or its name on the hub.

    A name that looks like a path is never asked for on the hub. Raises ``RerankerUnavailable``.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        from embeddings.rerankers.cross_encoder import CrossEncoderReranker

        return CrossEncoderReranker.from_folder(folder.resolve(), name)
    if looks_like_a_path(name):
        raise RerankerUnavailable(
            Words("没有这个重排模型的文件夹", "there is no such folder of a reranker"),
            where=str(folder.absolute()),
            mend=Words(
                "写出模型所在的文件夹，或者去掉 reranker 这项设置",
                "give the folder that holds the model, or drop the setting reranker",
            ),
        )
    from embeddings.rerankers.cross_encoder import CrossEncoderReranker

    return CrossEncoderReranker.from_hub(name)

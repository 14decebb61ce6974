"""Which encoder does a name in the settings mean?"""

from __future__ import annotations

from pathlib import Path

from embeddings.encoders.prompts import Prompts
from embeddings.encoders.protocol import Encoder
from embeddings.encoders.static import StaticEncoder, is_static
from embeddings.errors import EncoderUnavailable, Words
from embeddings.hub import looks_like_a_path

BUNDLED = "bundled"
BUNDLED_FOLDER = Path(__file__).parents[1] / "model"


def load_encoder(name: str = BUNDLED, *, prompts: Prompts | None = None) -> Encoder:
    """The encoder called ``name``: ``"bundled"``, a model's folder, or its name on the hub.

    ``prompts`` replace those that the model carries. A folder of static word vectors is read without
    torch. A name that looks like a path is never asked for on the hub. Raises ``EncoderUnavailable``.
    """
    if name == BUNDLED:
        return StaticEncoder(BUNDLED_FOLDER, BUNDLED, prompts)
    folder = Path(name).expanduser()
    if folder.is_dir():
        if is_static(folder):
            return StaticEncoder(folder, name, prompts)
        from embeddings.encoders.transformer import TransformerEncoder

        return TransformerEncoder.from_folder(folder.resolve(), name, prompts)
    if looks_like_a_path(name):
        raise EncoderUnavailable(
            Words("没有这个模型文件夹", "there is no such model folder"),
            where=str(folder.absolute()),
            mend=Words(
                f"写出模型所在的文件夹，或者用自带的模型：{BUNDLED}",
                f"give the folder that holds the model, or use the one of our own: {BUNDLED}",
            ),
        )
    from embeddings.encoders.transformer import TransformerEncoder

    return TransformerEncoder.from_hub(name, prompts)

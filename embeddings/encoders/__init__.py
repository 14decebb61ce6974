"""One encoder a file, behind one protocol."""

from embeddings.encoders.prompts import Prompts
from embeddings.encoders.protocol import Encoder, Progress, Vectors
from embeddings.encoders.registry import BUNDLED, load_encoder

__all__ = ["BUNDLED", "Encoder", "Progress", "Prompts", "Vectors", "load_encoder"]

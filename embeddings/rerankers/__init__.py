"""What reads a question and a passage together, behind one protocol."""

from embeddings.rerankers.protocol import Reranker
from embeddings.rerankers.registry import load_reranker

__all__ = ["Reranker", "load_reranker"]

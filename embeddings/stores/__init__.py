"""One way to search vectors a file, behind one protocol."""

from embeddings.stores.exact import ExactStore
from embeddings.stores.faiss_store import FaissStore, StoreSettings, write
from embeddings.stores.protocol import Neighbours, VectorStore

__all__ = ["ExactStore", "FaissStore", "Neighbours", "StoreSettings", "VectorStore", "write"]

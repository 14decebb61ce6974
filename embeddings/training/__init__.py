"""How is the bundled model made? Run ``python -m embeddings.training``."""

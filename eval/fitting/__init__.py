"""How are the weights found by which sentences are chosen? Run ``python -m eval.fitting``."""

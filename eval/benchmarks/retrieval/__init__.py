"""How well is the right article found, and by which part of the search? ``python -m eval.benchmarks.retrieval``."""

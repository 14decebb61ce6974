"""What is the answering worth on public questions that nothing here was trained on? ``python -m eval.benchmarks.answers``."""

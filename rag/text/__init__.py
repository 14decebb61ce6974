"""Text that keeps its offsets: spans, normalisation, sentences, tokens, numbering. Pure functions."""

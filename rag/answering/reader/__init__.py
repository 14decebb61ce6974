"""Which words of a passage answer, read by a small network of our own?"""

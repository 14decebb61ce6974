"""Which chunks speak of the question, best first, and why?"""

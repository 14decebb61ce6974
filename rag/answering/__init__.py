"""Which words of the hits answer the question, and how are they cited?"""

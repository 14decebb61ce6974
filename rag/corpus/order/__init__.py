"""Which pieces of a page belong to one article, and in which order are they read?"""

"""Which articles are one article, printed again?"""

"""Which list of the articles is the one asked for, and what are its items?"""

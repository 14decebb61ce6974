"""Who wrote an article, in which unit, and which words say so?"""

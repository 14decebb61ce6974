"""How was a page understood, said so that a person can check it?"""

"""How does text become a vector, and vectors become something to search?"""

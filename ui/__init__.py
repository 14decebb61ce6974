"""How is it asked and shown?"""

"""How good is it, and is it better than before?"""

"""How is what people type brought to the words that the articles use?"""

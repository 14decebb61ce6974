"""What does a page of print say, and in which order?"""

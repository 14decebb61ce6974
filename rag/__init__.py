"""What do these articles say about this question, and where?"""

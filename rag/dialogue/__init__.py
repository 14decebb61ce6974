"""What does a follow-up leave out, and what was said before that fills it in?"""

"""What stands on a page: which lines, set how, and which of them are titles, bylines and text?"""

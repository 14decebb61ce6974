"""Where was a page printed: what do its running heads, its file and its articles say?"""

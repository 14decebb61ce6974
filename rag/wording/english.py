from rag.wording.alternative import Wording
def is_english(q): return False
def in_chinese(q,l,n): return Wording(q)

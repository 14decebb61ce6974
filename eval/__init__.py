"""How good is it, and is it better than before?

questions → runs → replies → measures/ → scoring → tables, report/, compare. To add a measure: write a pure
function of ``(question, reply)`` in the family of ``measures/`` that it belongs to, or a new family there;
call it in ``scoring.measure_question``; name it in ``tables.COLUMNS`` if it is read first, and in
``compare.COMPARED`` if more of it is better.
"""

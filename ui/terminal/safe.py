"""Which characters may the text of a file send to a terminal?"""

from __future__ import annotations

import unicodedata

KEPT = "\n\t"
"""The only control characters that are layout and nothing else."""


def printable(text: str) -> str:
    r"""``text`` with every control and direction mark shown as ``�``: none may colour, move or turn a line.

    >>> printable("安全\x1b[2J生产\u202e")
    '安全�[2J生产�'
    """
    return "".join(
        "�" if unicodedata.category(character) in ("Cc", "Cf") and character not in KEPT else character
        for character in text
    )

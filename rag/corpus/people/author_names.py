"""Who are the authors that a byline names, one by one?"""

from __future__ import annotations

import re

_BETWEEN = re.compile("[,，、;；]")


def author_names(author: str) -> tuple[str, ...]:
    """The names one by one; white space parts them, but not the characters of one.

    >>> author_names("沈渡 罗小满"), author_names("李 林、张三")
    (('沈渡', '罗小满'), ('李林', '张三'))
    """
    found: list[str] = []
    for part in _BETWEEN.split(author):
        words = part.split()
        found += words if all(len(word) > 1 for word in words) else ["".join(words)]
    return tuple(name for name in found if name)

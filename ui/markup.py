"""How does text of the corpus, or a typed question, become HTML that can never act as markup?

The chat reads Markdown and HTML, the article pane raw HTML; one way of escaping serves both: every ASCII
punctuation mark turns into a character reference, so no tag, link, image, list, table, formula or template
can begin in text that is not ours.
"""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterable

_REFERENCES = {ord(mark): f"&#{ord(mark)};" for mark in string.punctuation}
_REFERENCES_IN_ATTRIBUTES = {
    mark: reference for mark, reference in _REFERENCES.items() if chr(mark) not in "-.#="
}


def escaped(text: str) -> str:
    """``text`` as HTML that shows exactly its characters; control characters and line breaks show as spaces.

    >>> escaped("安全<生产>*100%*")
    '安全&#60;生产&#62;&#42;100&#37;&#42;'
    """
    return _shown(text).translate(_REFERENCES)


def _shown(text: str) -> str:
    return "".join(" " if unicodedata.category(c) in _UNSHOWN else c for c in text)


_UNSHOWN = {"Cc", "Cs", "Zl", "Zp"}
"""Controls, lone surrogates and line separators: a blank line would end an HTML block, a surrogate the request."""


def tag(name: str, content: str = "", **attributes: str | None) -> str:
    """An element around ``content``, which is HTML already; attribute values are text and are escaped here.

    ``class_`` stands for ``class`` and ``aria_live`` for ``aria-live``; an attribute of ``None`` is left out.

    >>> tag("a", "原文", class_="cite", href="#cite=a1.1.3-9")
    '<a class="cite" href="#cite=a1.1.3-9">原文</a>'
    """
    words = [name]
    for key, value in attributes.items():
        if value is not None:
            words.append(
                f'{key.rstrip("_").replace("_", "-")}="{_shown(value).translate(_REFERENCES_IN_ATTRIBUTES)}"'
            )
    return f"<{' '.join(words)}>{content}</{name}>"


def joined(parts: Iterable[str], between: str = "") -> str:
    """The parts that are not empty, with ``between`` in the gaps."""
    return between.join(part for part in parts if part)


def shortened(text: str, most: int) -> str:
    """``text``, or its first ``most`` characters and an ellipsis.

    >>> shortened("安全生产人人有责", 4), shortened("安全", 4)
    ('安全生产…', '安全')
    """
    return text if len(text) <= most else text[:most].rstrip() + "…"

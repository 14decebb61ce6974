"""How is a page put together so that no text of the corpus can become markup?

``Markup`` is text that is already HTML; everything else is escaped when it becomes part of an element.
"""

from __future__ import annotations

from html import escape


class Markup(str):
    """A string that is HTML already."""

    __slots__ = ()


def element(name: str, *children: str, **attributes: str | float | None) -> Markup:
    """``<name …>children</name>``; children and values are escaped unless they are ``Markup``.

    A trailing underscore in an attribute's name is dropped and others become hyphens; ``None`` is left out.

    >>> element("td", "1 < 2", class_="n")
    '<td class="n">1 &lt; 2</td>'
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{given}>{joined(*children)}</{name}>")


def joined(*children: str) -> Markup:
    """The children one after the other, escaped unless they are ``Markup``."""
    return Markup("".join(child if isinstance(child, Markup) else escape(child) for child in children))

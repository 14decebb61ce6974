"""Which fields of a record say what about its article, by whichever name?"""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "author": ("author",),
    "affiliation": ("affiliation",),
    "newspaper": ("newspaper", "source", "报纸", "来源"),
    "date": ("date", "日期"),
    "edition": ("edition", "版次"),
    "column": ("column", "栏目"),
}
"""For each field of ``Page`` the names it may have in a record, the first that holds words counts."""


def fields_of(record: Mapping[str, object]) -> dict[str, str]:
    """The fields of ``Page`` that a record gives, each on one line; without those that hold no words.

    >>> fields_of({"来源": "青湾日报", "source": " ", "版次": "第3版", "date": 2025, "页数": "8"})
    {'newspaper': '青湾日报', 'edition': '第3版'}
    """
    found: dict[str, str] = {}
    for field, names in NAMES.items():
        given = (value for name in names if (value := _words(record.get(name))))
        if words := next(given, None):
            found[field] = words
    return found


def has_lone_surrogate(text: str) -> bool:
    """Whether a text holds half a character, which no file can be written with."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def _words(value: object) -> str:
    if not isinstance(value, str) or has_lone_surrogate(value):
        return ""
    return " ".join(value.split())

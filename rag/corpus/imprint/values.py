"""What do several heads of one page say together?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.corpus.article import Imprint, SourceText
from rag.corpus.imprint.table import Part
from rag.text.dates import iso_date
from rag.text.normalise import fold

Found = tuple[Part, SourceText]

EDITIONS = (Part.PAGE, Part.NUMBER, Part.ISSUE, Part.SERIAL)
"""What stands for the edition, the first that is printed: the page of a newspaper, the issue of a journal."""


def agreed(found: Iterable[Found]) -> Imprint:
    """The imprint in which all that was found agrees; ``None`` for a field of which two things are said.

    A date may be said shorter as well: 2025年3月12日 and 2025年第3期 are one date.
    """
    by_part: dict[Part, list[SourceText]] = {}
    for part, words in found:
        by_part.setdefault(part, []).append(words)
    editions = next((by_part[part] for part in EDITIONS if part in by_part), [])
    return Imprint(
        newspaper=_the_same(by_part.get(Part.NEWSPAPER, [])),
        date=_date(by_part.get(Part.DATE, [])),
        edition=_the_same(editions),
        column=_the_same(by_part.get(Part.COLUMN, [])),
    )


def _the_same(said: Sequence[SourceText]) -> SourceText | None:
    return said[0] if len({fold(words.text) for words in said}) == 1 else None


def _date(said: Sequence[SourceText]) -> SourceText | None:
    dated = [(iso, words) for words in said if (iso := iso_date(words.text))]
    if not dated:
        return None
    longest = max((iso for iso, _ in dated), key=len)
    if not all(longest.startswith(iso) for iso, _ in dated):
        return None
    return next(words for iso, words in dated if iso == longest)

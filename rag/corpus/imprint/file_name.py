"""What does the name of a file tell of where its page was printed?

工人日报-2025-03-12-第3版.txt, 江岸周刊/2025-03-12/A04.txt, 江岸党建-2025年第4期.md. A date or a number of an edition
counts only beside the name of a newspaper, or where the name is nothing else: 安全手册-第3版.txt is no newspaper's
third page, and a report has a date too.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from rag.corpus.article import Imprint, SourceText
from rag.corpus.imprint.head_line import is_masthead
from rag.corpus.imprint.table import NAMED_PAGES, ROWS, Part
from rag.corpus.imprint.values import EDITIONS, Found, agreed
from rag.text.dates import dates_in
from rag.text.numbering import fold_width

_BETWEEN = re.compile(r"[\s_\-—–,、()\[\]【】/+&]+")
_NAMED_PAGE = re.compile(rf"(?:{'|'.join(NAMED_PAGES)})版")
_JOURNAL = re.compile(r"[\u4e00-\u9fff·]{2,12}")


def imprint_of_name(file: str) -> Imprint:
    """What the path of a file tells, folders too; the words are the name's and have no place.

    >>> told = imprint_of_name("江岸周刊/2025-03-12/第3版.txt")
    >>> told.newspaper.text, told.iso_date, told.edition.text, told.column
    ('江岸周刊', '2025-03-12', '第3版', None)
    """
    path = PurePosixPath(file)
    folded = fold_width(path.with_suffix("").as_posix() if path.name else "")
    found, rest = _taken(folded)
    words = [word for word in _BETWEEN.split(rest) if word]
    papers = [word for word in words if is_masthead(word.strip("《》"))]
    kinds = {part for part, _ in found}
    if not papers and kinds >= {Part.DATE, Part.ISSUE} and words and _JOURNAL.fullmatch(words[0]):
        papers = words[:1]
    if not papers and not _nothing_else(words, found):
        return Imprint()
    return agreed([*found, *((Part.NEWSPAPER, _unplaced(word.strip("《》"))) for word in papers)])


def _taken(folded: str) -> tuple[list[Found], str]:
    """Dates and editions of the name, and what is left of it."""
    found: list[Found] = []
    rest = folded
    for one in dates_in(folded):
        found.append((Part.DATE, _unplaced(one.span.slice(folded))))
        rest = rest[: one.span.start] + " " * one.span.length + rest[one.span.end :]
    for row in ROWS:
        if row.part in EDITIONS and row.part is not Part.NUMBER:
            for match in row.pattern.finditer(folded if row.part is Part.ISSUE else rest):
                found.append((row.part, _unplaced(match[0].strip())))
                rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
    for match in _NAMED_PAGE.finditer(rest):
        found.append((Part.PAGE, _unplaced(match[0])))
        rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
    return found, rest


def _nothing_else(words: list[str], found: list[Found]) -> bool:
    """Whether a name consists of a date and a page: 2025-03-12-A04."""
    return not words and {part for part, _ in found} >= {Part.DATE, Part.PAGE}


def _unplaced(words: str) -> SourceText:
    return SourceText(words, ())

"""Which parts of a web page are its furniture, and where does it say title, author and date? Tables alone."""

from __future__ import annotations

import re
from typing import NamedTuple


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEVER_TEXT = _names(
    "script style noscript template iframe object embed svg math canvas audio video picture map head "
    "title button select option textarea input datalist dialog"
)
"""Elements whose content is not read by anybody, or is there to be clicked."""

FURNITURE = _names("nav footer aside menu")
FURNITURE_ROLES = _names("navigation banner contentinfo search complementary menu menubar dialog alert")

FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|topbar|toolbar|breadcrumbs?|crumbs?|sidebar|side|footer|foot|copyright|"
    r"share|sharing|social|related|recommend|relevant|comments?|reply|ads?|advert|banner|pagination|pager|"
    r"login|search|subscribe|qrcode|hot|rank|tags?|print|toc)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
NAMED_FURNITURE = ("top-nav", "breadcrumb", "right sidebar", "share_box", "comment-list", "ad", "footer2")
NAMED_TEXT = ("article", "content", "gradient", "shareholder", "adapted", "main-text")

BLOCKS = _names(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure "
    "footer form header hr legend li main ol p pre section summary table tbody td tfoot th thead tr "
    "ul"
)
"""Elements that begin and end a line."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}

CONTAINERS = _names("article body center div form main section table tbody td tr")
"""Elements that the text as a whole may stand in."""

MAY_STAY_OPEN = _names("p li dt dd td th tr tbody thead tfoot option optgroup colgroup html head body")
NEVER_CLOSED = _names("area base br col embed hr img input link meta param source track wbr")


class MetaField(NamedTuple):
    """What a page may say of itself, and by which names, the first that is there winning."""

    field: str
    names: tuple[str, ...]


META = (
    MetaField("title", ("citation_title", "og:title", "articletitle", "dc.title", "twitter:title")),
    MetaField("author", ("citation_author", "author", "article:author", "og:article:author", "dc.creator")),
    MetaField("affiliation", ("citation_author_institution",)),
    MetaField(
        "date",
        (
            "citation_publication_date",
            "article:published_time",
            "publishdate",
            "pubdate",
            "og:release_date",
            "datepublished",
            "dc.date",
        ),
    ),
)

ENCODINGS = {
    # As pages write it, and what it is in truth: 2312 means its successors everywhere.
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "iso-8859-1": "cp1252",
    "windows-1252": "cp1252",
}

"""Is this an announcement or an advertisement printed between the articles?"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.text.numbering import fold_width, heading_marker

MAX_NOTICE = 1500
"""Characters; a longer text under such a heading is an article that bears the word in its title."""

MAX_TITLE = 22
"""Characters of the line that heads a notice."""

_TITLE = re.compile(
    r"(?:[\u4e00-\u9fff“”\"()0-9A-Za-z·]{0,18})"
    r"(?:公告|通告|启事|启示|声明|讣告|公示|招聘|招租|招标|更正|致歉|广告|悬赏|遗失)"
)
_DATE = re.compile(
    r"\(?\d{4}年\d{1,2}月(?:\d{1,2}日)?\)?|[二〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]+月[一二三四五六七八九十]*日?"
)


@lru_cache(maxsize=4096)
def is_notice_title(text: str) -> bool:
    """Whether a line heads a notice.

    >>> is_notice_title("注销公告"), is_notice_title("一、关于公告"), is_notice_title("特此公告。")
    (True, False, False)
    """
    if len(text) > MAX_TITLE:
        return False
    folded = fold_width(text)
    return bool(_TITLE.fullmatch(folded)) and heading_marker(folded) is None


_AS_NOTICE = re.compile(
    r"特此(?:公告|声明|通告)|声明作废|(?:联系|咨询|报名)(?:人|电话|方式)|电话:|邮箱:|债权人|\d{3,4}-\d{7}"
)


def speaks_as_notice(text: str) -> bool:
    """Whether a line says what is said in notices alone, or is the date under one.

    >>> speaks_as_notice("咨询电话：0355-2000000。"), speaks_as_notice("2025年4月8日"), speaks_as_notice("公告栏设在井口。")
    (True, True, False)
    """
    return is_date_line(text) or _AS_NOTICE.search(fold_width(text)) is not None


def is_date_line(text: str) -> bool:
    """Whether a line holds a date and nothing else, as under a notice.

    >>> is_date_line("2025年12月31日"), is_date_line("2025年累计整改隐患")
    (True, False)
    """
    return bool(_DATE.fullmatch(fold_width(text).replace(" ", "")))

"""Does this line begin what a page tells about the author of an article?"""

from __future__ import annotations

import re

from rag.text.numbering import fold_width

_LABEL = re.compile(r"[\[【(]?(?:第一)?(?:作者|个人|人物)(?:简介|介绍|简历)[\]】)]?\s*:?\s*")


def biography_label(text: str) -> re.Match[str] | None:
    """The label at the beginning of a line, or ``None``: 作者简介：, 【作者介绍】, 第一作者简介.

    A line that goes on behind a label without colon or bracket is a sentence about it.

    >>> bool(biography_label("作者简介：林远，1980年生")), bool(biography_label("作者简介要写得短"))
    (True, False)
    """
    label = _LABEL.match(fold_width(text[:24]))
    if label is None:
        return None
    alone = label.end() == len(text)
    return (
        label if alone or ":" in label.group() or label.group().rstrip().endswith(("】", "]", ")")) else None
    )


def starts_biography(text: str) -> bool:
    """Whether a line begins so."""
    return text[:1] in "作第个人【[［〔（(" and biography_label(text) is not None

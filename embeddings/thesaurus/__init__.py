"""Which words can stand for each other in a question? 3,900 groups, written for this project.

``groups.tsv`` holds a group a line, its words parted by tabs, the most official or written one first: 解除劳动合同
before 辞退 and 炒鱿鱼. The encoder learns from them which words belong together, the search asks for the first where
the question says another. A word that stands in several groups means several things: groups are never joined.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

GROUPS_FILE = Path(__file__).with_name("groups.tsv")

Group = tuple[str, ...]
"""Two words or more, the most official first."""


@cache
def groups() -> tuple[Group, ...]:
    """All groups, in the order of the file.

    >>> next(group for group in groups() if "炒鱿鱼" in group)[0]
    '解除劳动合同'
    """
    lines = GROUPS_FILE.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines)

"""Every cue finds itself in its own example."""

from __future__ import annotations

import pytest

from rag.dialogue import counting_cues, cues, nth_article
from rag.dialogue.cues import Cue
from rag.text.normalise import fold

CUES = {
    name: cue
    for table in (cues, counting_cues, nth_article)
    for name, cue in vars(table).items()
    if isinstance(cue, Cue)
}


@pytest.mark.parametrize("name", CUES)
def test_a_cue_is_found_in_its_example(name: str) -> None:
    cue = CUES[name]
    assert cue.pattern.search(fold(cue.example))


@pytest.mark.parametrize(
    ("name", "turn"),
    [
        ("ORDINAL", "第一责任人是谁?"),
        ("ORDINAL", "最后给了什么处分?"),
        ("ORDINAL", "后面那个渡口归谁管?"),
        ("GO_BACK", "回收的船票怎么处理?"),
        ("CORRECTION", "不是船员能上船吗?"),
        ("CONDITION", "还没给的那笔"),
        ("SWITCH", "换船要几天?"),
    ],
)
def test_a_cue_leaves_its_neighbours_alone(name: str, turn: str) -> None:
    assert not CUES[name].pattern.search(fold(turn))

"""Why passages were found, as it stands in a terminal."""

import pytest

from rag.answering.answer import Abstention, AbstentionKind, QuestionKind
from rag.corpus.article import Chunk
from rag.errors import Words
from rag.reply import Reply
from rag.retrieval.explained import Explained, FoundWords
from rag.retrieval.hits import Hit, LegScores
from rag.retrieval.origin import ScoreParts
from rag.text.spans import Span
from ui.terminal.found import bar, explained_text

NOTHING = Reply(
    "问题？",
    "问题？",
    QuestionKind.HOW,
    Abstention(AbstentionKind.NO_SENTENCE, Words("没有", "none")),
    (),
    (),
    "1",
    0.01,
)
PARTS = ScoreParts(12.0, 4.0, 1.0, 3.0)
CHUNK = Chunk("c1", "a1", Span(0, 4), "", "", ("二、做法",), "高温津贴")
FOUND = Explained(
    Hit(1, CHUNK, 20.0, LegScores(17.0, 3.0, 0.1875)),
    PARTS,
    (FoundWords("高温津贴", 9.0, 0.45, 5.0, 2), FoundWords("辞退", 2.0, 0.1, 3.0, 1, "解除劳动合同")),
    1.0,
    ("标准",),
    1,
    None,
    100,
)


def test_the_parts_and_the_words_stand_in_columns() -> None:
    assert explained_text(NOTHING, [FOUND], "zh").plain.split("\n") == [
        "",
        "为什么找到这些段落",
        "",
        " 1. （原页无标题） › 二、做法  共 20.0 分",
        "    主要凭“高温津贴”找到（按词排第 1）；按意思不在前 100（余弦 0.19）；问题中的“标准”没有出现。",
        "    段落里的词    12.0  ████████████████████",
        "    全文里的词     4.0  ██████▋",
        "    覆盖程度       1.0  █▋",
        "    意思           3.0  █████",
        "      “高温津贴”               45%  2 次  约 0.7% 的段落有",
        "      “辞退”作“解除劳动合同”   10%  1 次  约 5.0% 的段落有",
        "      零散的字                  5%",
    ]


def test_it_is_told_in_english_too() -> None:
    shown = explained_text(NOTHING, [FOUND], "en").plain
    assert "Found mainly by “高温津贴” (no. 1 by words); by meaning not among the first 100" in shown
    assert "“辞退” as “解除劳动合同”   10%  1×  in about 5.0% of passages" in shown


@pytest.mark.parametrize(("share", "shown"), [(1.0, "█" * 20), (0.5, "█" * 10), (0.03, "▋"), (0.0, "")])
def test_a_bar_is_as_long_as_its_share(share: float, shown: str) -> None:
    assert bar(share) == shown


def test_nothing_found_is_nothing_told() -> None:
    assert explained_text(NOTHING, [], "zh").plain == ""

from __future__ import annotations

import pytest

from rag.answering.sentence_cues import ASKS, DECIDES, REASON, SentenceCue
from rag.text.normalise import fold

CUES = (REASON, DECIDES, ASKS)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.example)
def test_the_example_of_a_cue_holds_its_words_and_those_of_no_other(cue: SentenceCue):
    assert [c for c in CUES if c.pattern.search(fold(cue.example))] == [cue]


@pytest.mark.parametrize("text", ["因此开课", "因素很多", "因地制宜"])
def test_words_that_begin_like_a_reason_give_none(text: str):
    assert not REASON.pattern.search(text)

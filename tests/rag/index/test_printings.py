import numpy as np

from rag.index.printings import Printings
from rag.index.reprints_db import Reprint

PRINTINGS = Printings((Reprint("乙", "甲", (1, -1)), Reprint("丁", "甲", (0,))))


def test_a_reprint_is_told_with_the_article_that_is_cited():
    assert (PRINTINGS.cited_for("乙"), PRINTINGS.cited_for("甲"), PRINTINGS.cited_for("丙")) == (
        "甲",
        None,
        None,
    )
    assert len(PRINTINGS) == 2


def test_all_printings_of_an_article_have_one_key():
    assert [PRINTINGS.key(name) for name in "甲乙丙丁"] == ["甲", "甲", "丙", "甲"]


def test_the_others_begin_with_the_cited_one():
    assert PRINTINGS.others("甲") == ("乙", "丁")
    assert PRINTINGS.others("丁") == ("甲", "乙")
    assert PRINTINGS.others("丙") == ()


def test_passages_that_stand_in_the_cited_article_are_told_by_row():
    same = PRINTINGS.same_passages("乙甲丙丁", np.array([0, 0, 1, 1, 2, 3], dtype=np.int32))
    assert same
    assert (same.reprinted.tolist(), same.cited.tolist()) == ([0, 5], [3, 2])


def test_without_reprints_no_passage_is_the_same():
    assert Printings().same_passages("甲", np.array([0], dtype=np.int32)) is None

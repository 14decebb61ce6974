from itertools import permutations

from rag.reprints.representative import Printing, representative


def chosen(*printings: Printing) -> str:
    """Whatever the order in which they are given."""
    names = {representative(group).article_id for group in permutations(printings)}
    (name,) = names
    return name


def test_the_fullest_is_cited_before_an_earlier_abridgement():
    assert (
        chosen(Printing("节选", 600, "2024-03-01", "a.txt"), Printing("全文", 1000, "2024-03-09", "b.txt"))
        == "全文"
    )


def test_the_earliest_of_those_about_as_complete_is_cited():
    later = Printing("晚", 1000, "2024-03-09", "a.txt")
    assert chosen(later, Printing("早", 960, "2024-03-01", "b.txt")) == "早"
    assert chosen(later, Printing("早", 940, "2024-03-01", "b.txt")) == "晚"


def test_a_known_date_goes_before_an_unknown_one():
    assert chosen(Printing("无", 1000, None, "a.txt"), Printing("有", 990, "2024", "b.txt")) == "有"


def test_ties_are_decided_by_file_then_record():
    assert chosen(Printing("乙", 900, None, "b.txt"), Printing("甲", 900, None, "a.txt")) == "甲"
    assert (
        chosen(Printing("乙", 900, None, "a.jsonl", "2"), Printing("甲", 900, None, "a.jsonl", "1")) == "甲"
    )


def test_of_two_as_full_the_one_whose_author_is_known_is_cited():
    unread = Printing("未署名", 900, None, "a.txt", labels=1)
    assert chosen(unread, Printing("署名", 900, None, "b.txt", labels=2)) == "署名"

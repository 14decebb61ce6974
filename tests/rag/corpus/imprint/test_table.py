import pytest

from rag.corpus.imprint.table import (
    COLUMN_LABEL,
    COLUMN_MARKED,
    MASTHEAD_ENDS,
    NO_MASTHEAD_ENDS,
    OWN_SOURCE,
    ROWS,
    TURNS,
    Part,
    PartRow,
)
from rag.text.numbering import fold_width


@pytest.mark.parametrize("row", [*ROWS, COLUMN_LABEL, COLUMN_MARKED], ids=lambda row: row.example)
def test_each_row_reads_its_example(row: PartRow):
    found = row.pattern.match(fold_width(row.example))
    assert found
    assert row.example[found.end() :] == (" 理论" if row.part is Part.NUMBER else "")


def test_a_source_is_read_from_its_line():
    found = OWN_SOURCE.pattern.search(fold_width(OWN_SOURCE.example))
    assert found
    assert found["name"] == "青湾日报"


def test_every_word_that_is_no_newspaper_would_else_be_one():
    assert all(word.endswith(MASTHEAD_ENDS) for word in NO_MASTHEAD_ENDS)


@pytest.mark.parametrize("line", ["上接第1版", "（下转第四版）", "接3版"])
def test_a_turn_to_another_page_is_known(line: str):
    assert TURNS.search(line)

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rag.text.normalise import fold
from rag.wording.dictionary import PhrasesUnreadable
from rag.wording.dictionary_file import HEAD, CurrentDictionary, add_phrases, bundled, read_phrases


def test_a_change_of_the_file_counts_from_the_next_question_on(tmp_path: Path):
    current = CurrentDictionary(tmp_path / "phrases.txt")
    assert "红旗渡口" not in current.get().phrases
    add_phrases(tmp_path / "phrases.txt", ["红旗渡口"])
    assert "红旗渡口" in current.get().phrases


def test_a_file_that_breaks_leaves_what_it_said_before(tmp_path: Path):
    path = tmp_path / "phrases.txt"
    path.write_text("红旗渡口\n", "utf-8")
    current = CurrentDictionary(path)
    before = current.get()
    path.write_text("红旗渡口 = \n", "utf-8")
    assert current.get() is before


def test_a_file_that_was_never_readable_is_a_fault(tmp_path: Path):
    path = tmp_path / "phrases.txt"
    path.write_text("红旗渡口 = \n", "utf-8")
    with pytest.raises(PhrasesUnreadable):
        CurrentDictionary(path).get()
    path.write_bytes("红旗渡口".encode("gb18030"))
    with pytest.raises(PhrasesUnreadable, match="UTF-8"):
        read_phrases(path)


def test_entries_are_written_behind_what_is_there(tmp_path: Path):
    path = tmp_path / "phrases.txt"
    add_phrases(path, ["红旗渡口"])
    assert path.read_text("utf-8") == HEAD + "红旗渡口\n"
    path.write_text("# 我的\n修船 ~ 维修", "utf-8")
    add_phrases(path, ["出海 ~ 出航"])
    assert path.read_text("utf-8") == "# 我的\n修船 ~ 维修\n出海 ~ 出航\n"


def test_a_faulty_entry_changes_nothing(tmp_path: Path):
    path = tmp_path / "phrases.txt"
    add_phrases(path, ["红旗渡口"])
    before = path.read_bytes()
    with pytest.raises(PhrasesUnreadable):
        add_phrases(path, ["出海 ~"])
    assert path.read_bytes() == before


def test_the_bundled_entries_are_written_as_they_are_matched():
    others = bundled().others
    assert len(others) > 700
    assert [one for one in others if one != fold(one)] == []
    assert [one.meant for one in bundled().alternatives("三会一课怎么开")] == [
        "支部党员大会",
        "支部委员会",
        "党小组会",
        "党课",
    ]


def test_a_line_that_stands_there_is_not_written_again(tmp_path: Path):
    path = tmp_path / "phrases.txt"
    assert add_phrases(path, ["红旗渡口", "水上门", "红旗渡口"]) == 2
    before = path.read_bytes()
    assert add_phrases(path, ["水上门"]) == 0
    assert path.read_bytes() == before
    assert add_phrases(path, ["水上门", "三必到"]) == 1
    assert path.read_text(encoding="utf-8") == HEAD + "红旗渡口\n水上门\n三必到\n"


def test_entries_written_at_once_are_all_kept(tmp_path: Path):
    path = tmp_path / "phrases.txt"
    lines = [f"渡口{number}" for number in range(20)]
    with ThreadPoolExecutor(8) as several:
        list(several.map(lambda line: add_phrases(path, [line]), lines))
    assert read_phrases(path).phrases == set(lines)

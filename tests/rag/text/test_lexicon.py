from pathlib import Path

import pytest

from rag.text.lexicon import Lexicon, write_lexicon

FREQUENCIES = {"工": 10, "工会": 7, "工会法": 2, "党": 0, "党组织": 3}


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    write_lexicon(tmp_path / "lexicon", FREQUENCIES, total=22)
    return Lexicon(tmp_path / "lexicon")


def test_what_was_written_is_read(lexicon: Lexicon):
    assert lexicon.total == 22
    assert lexicon.read_for("工党") == FREQUENCIES


def test_only_words_that_begin_with_a_character_of_the_text_are_read(lexicon: Lexicon):
    assert lexicon.read_for("会党") == {"党": 0, "党组织": 3}
    assert lexicon.read_for("工") == FREQUENCIES


def test_a_word_that_is_not_there_has_no_frequency(lexicon: Lexicon):
    assert "产假" not in lexicon.read_for("产假")
    assert "工商" not in lexicon.read_for("工商")


def test_nothing_is_left_beside_the_file(tmp_path: Path):
    write_lexicon(tmp_path / "lexicon", FREQUENCIES, total=22)
    assert [path.name for path in tmp_path.iterdir()] == ["lexicon"]


@pytest.mark.parametrize(
    "content", [b"", b"something else", b"wenju lexicon 1\n\x00\x00\x00\x00\x00\x00\x00\x00"]
)
def test_another_file_is_no_lexicon(tmp_path: Path, content: bytes):
    (tmp_path / "lexicon").write_bytes(content)
    with pytest.raises(ValueError, match=r"lexicon|empty"):
        Lexicon(tmp_path / "lexicon")

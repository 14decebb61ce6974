from pathlib import Path

import jieba
import pytest

from rag.text import segmenter
from rag.text.lexicon import write_lexicon
from rag.text.segmenter import cache_folder, placed_search_words_of, search_words_of, words_of

TEXT = "各级工会要健全职工代表大会制度把厂务公开落到实处让阎锐峰这样的劳模带动班组创新"


@pytest.fixture(scope="module")
def plain() -> jieba.Tokenizer:
    """jieba as it comes, without the file it would leave behind."""
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


@pytest.fixture
def by_part(plain: jieba.Tokenizer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> segmenter._Segmenter:
    write_lexicon(tmp_path / f"jieba-{jieba.__version__}.lexicon", plain.FREQ, plain.total)
    monkeypatch.setattr(segmenter, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(jieba, "dt", jieba.Tokenizer())
    return segmenter._Segmenter()


def test_words_joined_are_the_run():
    assert "".join(words_of(TEXT)) == TEXT


def test_the_dictionary_read_by_part_cuts_as_the_whole_one_does(
    by_part: segmenter._Segmenter, plain: jieba.Tokenizer
):
    assert list(by_part.ready_for(TEXT).cut_for_search(TEXT)) == list(plain.cut_for_search(TEXT))
    assert {word: n for word, n in plain.FREQ.items() if word[0] in TEXT} == jieba.dt.FREQ


def test_a_cache_folder_that_cannot_be_made_does_no_harm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "taken").write_text("a file stands here", encoding="utf-8")
    monkeypatch.setattr(segmenter, "cache_folder", lambda: tmp_path / "taken")
    monkeypatch.setattr(jieba, "dt", jieba.Tokenizer())
    assert list(segmenter._Segmenter().ready_for("工会").cut("工会工作")) == ["工会工作"]


def test_search_words_hold_long_words_and_their_parts():
    assert search_words_of("国有企业") == ["国有", "企业", "国有企业"]


def test_the_cache_is_in_a_folder_of_the_user():
    assert cache_folder().name == "wenju"


def test_placed_words_stand_where_they_say():
    assert all(TEXT[start:end] == word for word, start, end in placed_search_words_of(TEXT))

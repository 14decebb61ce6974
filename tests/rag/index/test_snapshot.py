from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rag.errors import IndexDamaged, IndexNotFound, IndexOutdated
from rag.index.generations import generations_folder, published
from rag.index.meaning import GivenEncoder
from rag.index.snapshot import open_snapshot
from rag.retrieval.query import analyse

if TYPE_CHECKING:
    from tests.rag.index.conftest import Library


def folder_of(library: Library) -> Path:
    return generations_folder(library.index) / published(library.index)


def test_a_snapshot_holds_the_library_in_reading_order(indexed: Library):
    snapshot = open_snapshot(indexed.index)
    assert (snapshot.n_articles, snapshot.n_chunks) == (3, 3)
    assert [article.file for article in snapshot.articles()] == sorted(
        f"{n}.jsonl" for n in ("产假", "瓦斯", "技校")
    )
    assert snapshot.generation == published(indexed.index)
    assert list(snapshot.chunk_counts().values()) == [1, 1, 1]


def test_every_article_and_chunk_is_proved_by_its_source(indexed: Library):
    snapshot = open_snapshot(indexed.index)
    for article in snapshot.articles():
        assert snapshot.article(article.article_id) == article
        source = snapshot.source(article)
        assert (
            "".join(source[article.source_map.place(at)] for at in range(len(article.text))) == article.text
        )
        for chunk in snapshot.chunks_of(article.article_id):
            assert chunk.text == chunk.span.slice(article.text)


def test_a_question_finds_its_article(indexed: Library):
    snapshot = open_snapshot(indexed.index)
    (first, *_) = snapshot.retriever.search(analyse("技工学校培训多少新工人？"))
    assert snapshot.article(first.chunk.article_id).file == "技校.jsonl"
    assert first.scores.bm25 > 0
    assert first.scores.dense > 0


def test_nothing_there_is_no_index(tmp_path: Path):
    with pytest.raises(IndexNotFound):
        open_snapshot(tmp_path)


@pytest.mark.parametrize(
    "part", ["articles.sqlite", "vectors.faiss", "lexical/lexical.json", "manifest.json"]
)
def test_a_damaged_file_is_named_with_its_mend(indexed: Library, part: str):
    path = folder_of(indexed) / part
    whole = path.read_bytes()
    for harm in (whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1])):
        path.write_bytes(harm)
        with pytest.raises(IndexDamaged) as caught:
            open_snapshot(indexed.index)
        assert str(path) in caught.value.say("zh")
        assert "wenju refresh" in caught.value.say("zh")


def test_a_missing_generation_is_damage(indexed: Library):
    shutil.rmtree(folder_of(indexed))
    with pytest.raises(IndexDamaged):
        open_snapshot(indexed.index)


def test_a_warm_snapshot_outlives_its_generation(indexed: Library):
    snapshot = open_snapshot(indexed.index)
    snapshot.warm()
    shutil.rmtree(folder_of(indexed))
    (first, *_) = snapshot.retriever.search(analyse("瓦斯浓度"))
    assert first.chunk.title == "班前瓦斯检查制度"
    assert len(snapshot.articles()) == 3


def test_an_encoder_that_changed_since_is_told_at_its_first_use(indexed: Library):
    entry = open_snapshot(indexed.index).manifest.encoder
    with pytest.raises(IndexOutdated) as caught:
        GivenEncoder(entry._replace(fingerprint="another")).encode_query("工会")
    assert "wenju refresh" in caught.value.say("zh")


def test_the_encoder_at_hand_is_used_again_where_it_fits(indexed: Library):
    first = open_snapshot(indexed.index)
    indexed.put("食堂")
    indexed.refresh()
    assert open_snapshot(indexed.index, at_hand=first.encoder).encoder is first.encoder
    other = GivenEncoder(first.manifest.encoder._replace(fingerprint="another"))
    assert open_snapshot(indexed.index, at_hand=other).encoder is not other


def test_opening_and_reading_loads_nothing_heavy(indexed: Library):
    script = (
        "import sys; from pathlib import Path; from rag.index.snapshot import open_snapshot\n"
        "open_snapshot(Path(sys.argv[1])).articles()\n"
        "print(sorted({'torch', 'faiss', 'jieba', 'scipy', 'tokenizers', 'sentence_transformers'} & set(sys.modules)))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, str(indexed.index)], capture_output=True, text=True, check=True
    )
    assert ended.stdout.strip() == "[]"

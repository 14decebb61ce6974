from __future__ import annotations

from embeddings.encoders.registry import load_encoder
from eval.benchmarks.retrieval.costs import encode_speed, encode_speeds, index_sizes
from eval.benchmarks.retrieval.questions import Collection


def test_the_parts_of_the_index_add_up_to_the_generation(found: Collection):
    sizes = index_sizes(found)
    assert list(sizes) == [
        "articles.sqlite", "lexical", "manifest.json", "reprints.sqlite", "vectors.faiss",
        "generation", "vectors.sqlite",
    ]  # fmt: skip
    assert sum(list(sizes.values())[:5]) == sizes["generation"]
    manifest = found.snapshot.folder / "manifest.json"
    assert sizes["manifest.json"] == manifest.stat().st_size
    assert min(sizes.values()) > 0


def test_the_speed_counts_every_passage_and_character():
    speed = encode_speed(load_encoder(), ["渡口", "夜校开课"] * 300)
    assert speed["passages"] == 600
    assert round(speed["characters_per_second"] / speed["passages_per_second"], 6) == 3.0


def test_the_encoder_of_the_index_is_timed_once(found: Collection):
    assert list(encode_speeds(found, ["bundled"])) == ["bundled"]

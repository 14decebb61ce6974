from __future__ import annotations

from eval.benchmarks.retrieval.questions import Collection
from eval.benchmarks.retrieval.systems import PartOfSearch, WholeSearch, encoder_systems, own_systems
from eval.benchmarks.retrieval.variants import VARIANTS, Variant
from rag.errors import Words


def test_the_whole_search_ranks_as_its_parts_do_where_nothing_is_left_out(found: Collection):
    nothing = Variant(Words("全部", "all"))
    parts = PartOfSearch(nothing, found.snapshot.retriever, found)
    for judged in found.sets["river"]:
        ranking = WholeSearch(found).ranked(judged.text)
        assert ranking == parts.ranked(judged.text)
        assert ranking[0] in judged.right
        assert len(set(ranking)) == len(ranking)


def test_there_is_a_system_for_the_search_and_for_each_variant(found: Collection):
    assert [one.name.en for one in own_systems(found)] == ["wenju", *(one.name.en for one in VARIANTS)]


def test_words_alone_find_nothing_that_shares_no_character(found: Collection, article_of: dict[str, str]):
    by_name = {one.name.en: one for one in own_systems(found)}
    ranking = by_name["words alone"].ranked("梨")
    assert ranking == (article_of["n2"],)
    meant = by_name["vectors alone"].ranked("梨")
    assert meant[0] == article_of["n2"]
    assert len(meant) > 1


def test_the_bundled_encoder_beside_itself_finds_the_same(found: Collection):
    told: list[int] = []
    whole, meaning = encoder_systems("bundled", "ours", found, told.append)
    own = {one.name.en: one for one in own_systems(found)}
    assert (whole.name.en, meaning.name.en) == ("wenju, ours", "vectors alone, ours")
    assert told[-1] == found.snapshot.n_chunks
    for judged in found.sets["river"]:
        assert whole.ranked(judged.text) == own["wenju"].ranked(judged.text)
        assert meaning.ranked(judged.text) == own["vectors alone"].ranked(judged.text)


def test_an_english_question_is_read_as_answering_reads_it(found: Collection, article_of: dict[str, str]):
    for system in own_systems(found):
        assert system.ranked("When does the library open on weekends?")[0] == article_of["n3"], system.name.en

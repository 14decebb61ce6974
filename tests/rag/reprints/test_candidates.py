from rag.reprints.candidates import NEIGHBOURS, candidate_pairs, least_estimate, least_jaccard
from rag.reprints.settings import ReprintSettings
from rag.reprints.sketch import sketch_of

SETTINGS = ReprintSettings()


def test_a_text_and_its_abridgement_are_a_pair_and_another_text_is_not(
    article: str, other: str, paragraphs: tuple[str, ...]
):
    texts = [article, other, "\n".join(paragraphs[:3])]
    assert candidate_pairs([sketch_of(text) for text in texts], SETTINGS).tolist() == [[0, 2]]


def test_none_and_one_make_no_pair(article: str):
    assert candidate_pairs([], SETTINGS).tolist() == []
    assert candidate_pairs([sketch_of(article)], SETTINGS).tolist() == []


def test_a_crowd_of_like_texts_is_paired_with_its_first_and_not_all_with_all(article: str):
    crowd = [sketch_of(article + "附记" * place) for place in range(3 * NEIGHBOURS)]
    pairs = candidate_pairs(crowd, SETTINGS).tolist()
    assert {other for first, other in pairs if first == 0} == set(range(1, len(crowd)))
    assert len(pairs) < len(crowd) * (len(crowd) - 1) / 2
    assert pairs == sorted(pairs)


def test_the_least_likeness_follows_from_the_settings():
    strict = ReprintSettings(contained=1.0, least_share=1.0)
    assert least_jaccard(strict) == 1.0
    assert least_estimate(SETTINGS) < least_jaccard(SETTINGS) < least_jaccard(strict)

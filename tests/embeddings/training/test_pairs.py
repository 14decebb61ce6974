from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from embeddings.training.pairs import Kind, PairSampler, Stage
from embeddings.training.recipe import Recipe
from embeddings.training.sources import read_texts
from embeddings.training.tokens import TokenisedTexts, WordIds, tokenise
from embeddings.training.vocabulary import choose_vocabulary, count_words, tokenizer_json

RECIPE = Recipe(batch=4, window_tokens=12, query_tokens=(2, 4), keep_span=0.0)


class Corpus:
    """The training sets of a few lines, cut into words."""

    def __init__(self, data: Path, recipe: Recipe) -> None:
        texts = read_texts(data)
        self.vocabulary = choose_vocabulary(
            count_words(d.title + "\n" + d.text for d in texts.documents), recipe
        )
        tokenizer = Tokenizer.from_str(tokenizer_json(self.vocabulary))
        self.tokenised: TokenisedTexts = tokenise(texts, tokenizer, recipe)

    def words(self, ids: WordIds) -> str:
        return " ".join(self.vocabulary[number][0] for number in ids)


@pytest.fixture(scope="module")
def corpus(data: Path) -> Corpus:
    return Corpus(data, RECIPE)


@pytest.fixture
def sampler(corpus: Corpus) -> PairSampler:
    return PairSampler(corpus.tokenised, RECIPE)


def test_windows_hold_every_sentence_once_and_keep_to_their_section(corpus: Corpus):
    windows = corpus.tokenised.windows
    assert windows.first[0] == 0
    assert (windows.first[1:] == windows.last[:-1]).all()
    assert windows.last[-1] == len(corpus.tokenised.sentences)
    assert corpus.words(corpus.tokenised.headings[windows.heading[-1]]) == ""


def test_a_question_stands_with_its_answer(corpus: Corpus, sampler: PairSampler):
    assert corpus.tokenised.answer_window[:3].tolist() == [0, 1, -1]
    pair = sampler.pair(Kind.QUESTION, 1)
    assert "首任" in corpus.words(pair.query)
    assert "李大山" in corpus.words(pair.passage).replace(" ", "")


def test_a_question_without_a_known_place_is_not_drawn(sampler: PairSampler):
    drawn = sampler.draw(Stage(windows_share=0.0, labelled_times=2))
    assert len(drawn) == 2 * 6
    assert set(drawn[:, 0].tolist()) == {Kind.QUESTION}


def test_a_question_of_our_own_stands_with_its_whole_window(corpus: Corpus, sampler: PairSampler):
    texts = corpus.tokenised
    number = int(np.flatnonzero(texts.own)[0])
    pair = sampler.pair(Kind.OWN_QUESTION, number)
    window = int(texts.answer_window[number])
    words = texts.sentences.rows(texts.windows.first[window], texts.windows.last[window])[:12]
    heading = texts.headings[texts.windows.heading[window]]
    assert pair.query.tolist() == texts.questions[number].tolist()
    assert pair.passage.tolist() == [*heading.tolist(), *words.tolist()]


def test_two_different_words_of_a_group_stand_together(corpus: Corpus, sampler: PairSampler):
    texts = corpus.tokenised
    group = [corpus.words(texts.same_words[word]) for word in range(texts.groups[0], texts.groups[1])]
    pair = sampler.pair(Kind.SAME_WORDS, 0)
    assert corpus.words(pair.query) in group
    assert corpus.words(pair.passage) in group
    assert pair.window == -1


def test_each_stage_says_how_often_what_is_drawn(corpus: Corpus, sampler: PairSampler):
    drawn = sampler.draw(Stage(windows_share=0.0, labelled_times=0, own_times=3, same_words_times=2))
    kinds = np.bincount(drawn[:, 0], minlength=len(Kind)).tolist()
    own = int((corpus.tokenised.own & (corpus.tokenised.answer_window >= 0)).sum())
    assert kinds == [0, 0, 0, 0, 3 * own, 2 * (len(corpus.tokenised.groups) - 1)]


def test_a_stretch_is_taken_out_of_what_it_should_find(corpus: Corpus, sampler: PairSampler):
    sentences = corpus.tokenised.sentences
    for window in range(len(corpus.tokenised.windows)):
        pair = sampler.pair(Kind.STRETCH, window)
        whole = sentences.rows(
            corpus.tokenised.windows.first[window], corpus.tokenised.windows.last[window]
        ).tolist()
        assert 0 < len(pair.query) <= 4
        assert len(pair.query) + len(pair.passage) <= len(whole)
        assert not set(map(str, whole)) < set(map(str, pair.passage.tolist()))


def test_a_heading_finds_a_window_under_it(corpus: Corpus, sampler: PairSampler):
    window = next(
        number
        for number in range(len(corpus.tokenised.windows))
        if "检修" in corpus.words(corpus.tokenised.headings[corpus.tokenised.windows.heading[number]])
    )
    pair = sampler.pair(Kind.HEADING, window)
    assert "条例" in corpus.words(pair.query)
    assert "定期" in corpus.words(pair.passage)


def test_a_pass_is_cut_into_full_batches(sampler: PairSampler):
    drawn = sampler.draw(Stage(1.0, 1))
    batches = list(sampler.batches(drawn))
    assert len(batches) == sampler.batches_in(drawn) == len(drawn) // 4


def test_less_than_a_batch_is_one_batch(corpus: Corpus):
    sampler = PairSampler(corpus.tokenised, Recipe(batch=10_000))
    assert len(list(sampler.batches(sampler.draw(Stage(1.0, 1))))) == 1


def test_the_same_seed_draws_the_same(corpus: Corpus):
    one, other = (PairSampler(corpus.tokenised, RECIPE).draw(Stage(1.0, 2)) for _ in range(2))
    np.testing.assert_array_equal(one, other)

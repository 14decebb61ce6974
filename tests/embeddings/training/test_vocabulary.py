from collections import Counter

from tokenizers import Tokenizer

from embeddings.training.recipe import Recipe
from embeddings.training.vocabulary import choose_vocabulary, count_words, tokenizer_json

TEXT = "安全生产，人人有责。安全第一！GPT-4 于２０２３年发布。" * 3


def words_of(text: str, counts: Counter[str], recipe: Recipe | None = None) -> list[str]:
    tokenizer = Tokenizer.from_str(tokenizer_json(choose_vocabulary(counts, recipe or Recipe())))
    return tokenizer.encode(text, add_special_tokens=False).tokens


def test_text_is_cut_into_the_words_that_were_counted():
    assert words_of("安全生产人人有责", count_words([TEXT])) == ["安全", "生产", "人人有责"]


def test_punctuation_and_spaces_are_no_words():
    assert words_of("　安全，—— 生产！", count_words([TEXT])) == ["安全", "生产"]


def test_width_and_case_make_no_difference():
    assert words_of("ＧＰＴ ２０２３", count_words([TEXT])) == ["gpt", "2023"]


def test_a_word_beyond_the_limit_falls_to_its_characters():
    counts = Counter({"安全": 9, "生产": 2, "全": 1})
    assert words_of("安全生产", counts, Recipe(words=1, characters=4)) == ["安全", "生", "产"]


def test_the_unknown_word_comes_first_and_numbers_do_not_depend_on_the_order_of_counting():
    one = choose_vocabulary(Counter({"安全": 2, "生产": 2}), Recipe())
    other = choose_vocabulary(Counter({"生产": 2, "安全": 2}), Recipe())
    assert one == other
    assert one[0] == ("[UNK]", 0.0)

from embeddings.thesaurus import groups


def test_a_group_has_two_different_words_at_least():
    assert all(len(set(group)) == len(group) >= 2 for group in groups())


def test_no_word_is_empty_or_padded():
    assert all(word and word == word.strip() for group in groups() for word in group)


def test_the_written_word_stands_before_the_everyday_ones():
    group = next(group for group in groups() if "炒鱿鱼" in group)
    assert group[0] == "解除劳动合同"
    assert "辞退" in group

from rag.retrieval.query import analyse
from rag.retrieval.stretches import Stretches, stretches
from rag.text.tokens import tokenise


def of(question: str, passage: str, otherwise: tuple[str, ...] = ()) -> Stretches:
    """The stretches of a question in a passage of a library that holds nothing else."""
    query, said = analyse(question), tokenise(passage)._asdict()
    found = {field: set(terms) & set(said[field]) for field, terms in query.by_field.items()}
    return stretches(query.folded, query.by_field, found, otherwise)


def test_words_that_stand_together_are_one_stretch():
    assert of("高温津贴怎么发?", "高温津贴按月发给。") == Stretches(("高温津贴",), ())


def test_words_that_stand_apart_are_two():
    assert of("高温津贴怎么发?", "高温天里另有津贴。") == Stretches(("高温", "津贴"), ("发",))


def test_what_is_missing_is_told_word_by_word():
    assert of("高温津贴标准", "津贴由工会审核。") == Stretches(("津贴",), ("高温", "标准"))


def test_a_single_character_that_stands_somewhere_is_not_missing():
    assert of("借阅病历", "病人借走了书。").missing == ("借阅", "病历")
    assert of("病历归档费", "病历归档免费。").missing == ()


def test_question_words_are_neither_found_nor_missing():
    assert of("什么是病历?", "归档是什么工作?") == Stretches((), ("病历",))


def test_what_was_found_in_other_words_is_not_missing():
    assert of("辞退员工", "解除劳动合同", ("辞退",)) == Stretches((), ("员工",))


def test_a_name_of_latin_letters_and_digits_stays_whole():
    assert of("ZYWL-6000Y怎么检修?", "zywl-6000y每月检修。") == Stretches(("zywl-6000y", "检修"), ())
    assert of("ZYWL-6000Y怎么检修?", "每月检修。") == Stretches(("检修",), ("zywl-6000y",))


def test_an_empty_text_has_no_stretches():
    assert of("", "每月检修。") == Stretches((), ())

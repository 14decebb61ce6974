import pytest

from rag.corpus.readers.printed.running_heads import EXAMPLES, NUMBER, without_running_heads


@pytest.mark.parametrize("line", EXAMPLES)
def test_a_page_number_is_known(line: str):
    assert NUMBER.fullmatch(line)


@pytest.mark.parametrize("line", ["2021 年", "一、", "第 3 章", "12 人", "共产党员", ""])
def test_words_are_no_page_number(line: str):
    assert not NUMBER.fullmatch(line)


def test_heads_of_left_and_right_pages_are_both_left_out():
    pages = [
        (f"{'江岸月刊' if n % 2 else '夜校专号'} {n}", f"第{'甲乙丙丁戊己庚辛'[n]}句话。") for n in range(8)
    ]
    assert without_running_heads(pages) == tuple((line,) for _, line in pages)


def test_head_and_foot_may_both_be_drawn_behind_the_text():
    pages = [
        (f"第{name}句话。", f"11/21/21, 7:2{n} PM 渡口", f"江岸网 {n}/4") for n, name in enumerate("甲乙丙丁")
    ]
    assert without_running_heads(pages) == tuple((line,) for line, _, _ in pages)


def test_few_pages_and_unlike_lines_lose_nothing():
    few = [("江岸月刊", "一"), ("江岸月刊", "二")]
    assert without_running_heads(few) == tuple(few)
    unlike = [(f"第{name}组", "组员发言。") for name in "甲乙丙丁"]
    assert without_running_heads([(name, words + name) for name, words in unlike]) == tuple(
        (name, words + name) for name, words in unlike
    )


def test_sentences_that_come_back_are_text():
    pages = [(f"第{n}条，违者罚款。", f"细则{name}。") for n, name in enumerate("甲乙丙丁")]
    assert without_running_heads(pages) == tuple(pages)


def test_empty_pages_are_let_be():
    assert without_running_heads([(), ("3",), ("安全。",)]) == ((), (), ("安全。",))

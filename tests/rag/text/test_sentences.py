from hypothesis import given
from hypothesis import strategies as st

from rag.text.sentences import clauses, is_closed, sentences
from rag.text.spans import Span

CHINESE = st.text(alphabet="安全生产一二。！？!?；;：，,”）)」.1 9a\nZ（“", max_size=60)


def cut(text: str) -> list[str]:
    return [sentence.slice(text) for sentence in sentences(text)]


def test_a_closing_quotation_mark_belongs_to_the_sentence_it_closes():
    assert cut("他说：“安全第一。”大家都同意！") == ["他说：“安全第一。”", "大家都同意！"]


def test_points_of_numbers_lists_and_addresses_end_no_sentence():
    assert cut("完好率98.6%，见www.kuang.cn。1.组织") == ["完好率98.6%，见www.kuang.cn。", "1.组织"]
    assert cut("http://a.cn/?page=2的说明。") == ["http://a.cn/?page=2的说明。"]


def test_a_line_break_ends_a_sentence_and_stays_with_it():
    assert cut("一、总结\n矿山安全。\n二、展望") == ["一、总结\n", "矿山安全。\n", "二、展望"]


def test_a_semicolon_ends_a_clause_and_no_sentence():
    text = "一是学；二是练；三是比。"
    assert len(sentences(text)) == 1
    assert [clause.slice(text) for clause in clauses(text)] == ["一是学；", "二是练；", "三是比。"]


def test_latin_sentences_end_at_a_point_before_a_capital():
    assert cut("It works. Then it stops.") == ["It works. ", "Then it stops."]


def test_only_the_span_asked_for_is_cut():
    text = "前文。安全第一。预防为主。后文。"
    assert [s.slice(text) for s in sentences(text, Span(3, 13))] == ["安全第一。", "预防为主。"]


def test_a_line_is_closed_by_end_marks_quotes_and_colons():
    assert [is_closed(t) for t in ("落实。”", "主要包括：", "党组", "数据、", "……")] == [
        True,
        True,
        False,
        False,
        True,
    ]


@given(CHINESE)
def test_joined_sentences_give_the_text_back(text: str):
    for cutter in (sentences, clauses):
        assert "".join(span.slice(text) for span in cutter(text)) == text
        assert all(span.length for span in cutter(text))


@given(CHINESE, st.integers(0, 30), st.integers(0, 30))
def test_sentences_of_a_span_tile_it(text: str, start: int, length: int):
    span = Span(min(start, len(text)), min(start + length, len(text)))
    found = sentences(text, span)
    assert "".join(s.slice(text) for s in found) == span.slice(text)
    assert all(span.start <= s.start < s.end <= span.end for s in found)

from rag.corpus.article import Article, Chunk
from rag.corpus.articles import articles_of
from rag.corpus.chunks import ChunkSettings, chunks_of
from rag.corpus.page import Page

PAGE = "\n\n".join(
    (
        "管好铁路物资仓库",
        "■青峰铁路局物资段 林远",
        "仓库管着几万种配件。",
        "一、编号",
        "货架有号。取货很快。",
        "账物相符。",
        "二、练兵",
        "(一)每周练盘点",
        "保管员每周五练盘点,老师傅带着新人认货,练完当场抽考。考不过的下周接着练,直到合格为止。合格的发给证书。",
        "(二)每月考试",
        "三、总结",
        "两条缺一不可。",
    )
)


def article() -> Article:
    (found,) = articles_of(Page("报纸.txt", None, PAGE))
    return found


def chunks(max_chars: int) -> tuple[Chunk, ...]:
    return chunks_of(article(), ChunkSettings(max_chars=max_chars))


def test_chunks_stay_in_their_section_and_know_the_headings_above():
    assert [(chunk.path, chunk.text) for chunk in chunks(300)] == [
        ((), "仓库管着几万种配件。"),
        (("一、编号",), "货架有号。取货很快。\n账物相符。"),
        (
            ("二、练兵", "(一)每周练盘点"),
            "保管员每周五练盘点,老师傅带着新人认货,练完当场抽考。考不过的下周接着练,直到合格为止。合格的发给证书。",
        ),
        (("二、练兵",), "(二)每月考试"),
        (("三、总结",), "两条缺一不可。"),
    ]


def test_title_author_and_unit_stand_beside_the_text():
    chunk = chunks(300)[1]
    assert (chunk.title, chunk.author) == ("管好铁路物资仓库", "林远 青峰铁路局物资段")
    assert chunk.passage == "管好铁路物资仓库\n一、编号\n货架有号。取货很快。\n账物相符。"


def test_whole_paragraphs_are_packed_while_they_fit():
    assert [c.text for c in chunks(15) if c.path == ("一、编号",)] == ["货架有号。取货很快。", "账物相符。"]


def test_a_long_paragraph_is_cut_at_sentence_ends_into_even_parts():
    parts = [c.text for c in chunks(40) if c.path[-1:] == ("(一)每周练盘点",)]
    assert parts == [
        "保管员每周五练盘点,老师傅带着新人认货,练完当场抽考。",
        "考不过的下周接着练,直到合格为止。合格的发给证书。",
    ]


def test_an_endless_sentence_is_cut_at_a_clause():
    parts = [c.text for c in chunks(20) if c.path[-1:] == ("(一)每周练盘点",)]
    assert parts[0] == "保管员每周五练盘点,老师傅带着新人认货,"
    assert all(len(part) <= 20 for part in parts)


def test_a_chunk_keeps_its_name_while_its_words_stay():
    assert [chunk.chunk_id for chunk in chunks(40)] == [chunk.chunk_id for chunk in chunks(40)]
    assert len({chunk.chunk_id for chunk in chunks(5)}) == len(chunks(5))

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.answer import (
    AboutAnswer,
    Abstention,
    AbstentionKind,
    Answer,
    DefinitionAnswer,
    FactAnswer,
    ListAnswer,
    OutlineAnswer,
    PassageAnswer,
    QuestionKind,
)
from rag.assistant import Assistant, preferring
from rag.corpus.article import Chunk
from rag.corpus.files import find_files
from rag.corpus.readers import read_pages
from rag.dialogue.conversation import Conversation
from rag.errors import IndexNotFound
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest
from rag.reply import Reply
from rag.retrieval.filters import Filters
from rag.retrieval.hits import Hit, LegScores
from rag.text.spans import Span, without_layout

QUESTIONS = (
    "码头夜校全年培训多少名船员?",
    "食堂的掌勺师傅是谁?",
    "渡口安全存在哪些短板?",
    "巡线工的背包里都有什么?",
    "补齐救生设备做了哪三件事?",
    "什么是“红旗渡”?",
    "怎样办好码头夜校?",
    "为什么夜校的课程放在晚上?",
    "食堂可以向夜班工人收取加工费吗?",
    "沈渡是哪个单位的?",
    "程野写过什么文章?",
    "讲夜班食堂的文章给个提纲",
    "加强渡口安全的第二条路径是什么?",
    "火星上有多少座发射场?",
)


@pytest.fixture(scope="module")
def replies(assistant: Assistant) -> dict[str, Reply]:
    """The reply to each question."""
    return {question: assistant.ask(question) for question in QUESTIONS}


@pytest.fixture(scope="module")
def sources(river: Path) -> dict[str, str]:
    """The text of each file as it is read from disk."""
    pages = (page for file in find_files([river]).files for page in read_pages(file).pages)
    return {page.file: page.text for page in pages}


def said(answer: Answer) -> list[str]:
    return [item.quote.text for item in answer.items]


@pytest.mark.parametrize(
    ("question", "kind", "items"),
    [
        (
            "码头夜校全年培训多少名船员?",
            FactAnswer,
            ["2023年春天起,公司每周二晚上开课,全年培训船员412名。"],
        ),
        (
            "渡口安全存在哪些短板?",
            ListAnswer,
            ["船员培训流于形式", "救生设备年久失修", "夜间值守无人负责"],
        ),
        ("巡线工的背包里都有什么?", ListAnswer, ["望远镜", "测温枪", "绝缘手套", "干粮"]),
        (
            "补齐救生设备做了哪三件事?",
            ListAnswer,
            ["更换救生衣,全部换成新式", "添置抛绳器,每船两具", "安装求助按钮,直通值班室"],
        ),
        (
            "什么是“红旗渡”?",
            DefinitionAnswer,
            ["“红旗渡”是指连续三年没有发生险情、旅客投诉为零的渡口。"],
        ),
        ("沈渡是哪个单位的?", AboutAnswer, ["青湾航运公司"]),
        ("程野写过什么文章?", AboutAnswer, ["巡线工的四季背包"]),
        ("讲夜班食堂的文章给个提纲", OutlineAnswer, ["选好师傅", "管好账目"]),
        ("加强渡口安全的第二条路径是什么?", FactAnswer, ["办好码头夜校"]),
    ],
)
def test_a_question_of_each_kind_is_answered(
    replies: dict[str, Reply], question: str, kind: type, items: list[str]
):
    answer = replies[question].answer
    assert type(answer) is kind
    assert said(answer) == items


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("为什么夜校的课程放在晚上?", "由于白天船期太紧"),
        ("怎样办好码头夜校?", "夜校讲授航道知识"),
        ("食堂可以向夜班工人收取加工费吗?", "不得向夜班工人收取加工费"),
        ("食堂的掌勺师傅是谁?", "段有粮"),
    ],
)
def test_how_why_whether_and_who_are_answered_by_whole_sentences(
    replies: dict[str, Reply], question: str, words: str
):
    answer = replies[question].answer
    assert type(answer) in (PassageAnswer, FactAnswer)
    (text,) = said(answer)
    assert words in text
    assert text.endswith("。")


def test_what_the_corpus_does_not_say_is_refused_with_reason_and_places(replies: dict[str, Reply]):
    reply = replies["火星上有多少座发射场?"]
    assert reply.abstained
    assert isinstance(reply.answer, Abstention)
    assert reply.answer.kind is AbstentionKind.UNKNOWN_WORDS
    assert "“火星”" in reply.answer.reason.zh
    assert 1 <= len(reply.answer.nearest) <= 3
    assert reply.citations == ()
    assert reply.passages


def test_every_quotation_is_what_its_file_says(replies: dict[str, Reply], sources: dict[str, str]):
    quotes = [item.quote for reply in replies.values() for item in reply.answer.items]
    quotes += [citation.quote for reply in replies.values() for citation in reply.citations]
    assert len(quotes) > 40
    for quote in quotes:
        shown = "".join(piece.slice(sources[quote.file]) for piece in quote.pieces)
        assert without_layout(shown) == (without_layout(quote.text) if quote.pieces else "")


def test_only_a_field_of_a_record_has_no_place(replies: dict[str, Reply]):
    quotes = [item.quote for reply in replies.values() for item in reply.answer.items]
    assert [quote.text for quote in quotes if not quote.pieces] == ["巡线工的四季背包"]


def test_each_item_has_the_citation_of_its_number(replies: dict[str, Reply]):
    for reply in replies.values():
        numbers = {citation.number: citation.quote for citation in reply.citations}
        assert list(numbers) == list(range(1, len(numbers) + 1))
        assert [numbers[item.citation] for item in reply.answer.items] == [
            item.quote for item in reply.answer.items
        ]


def test_a_citation_names_the_headings_above(replies: dict[str, Reply]):
    (citation,) = replies["码头夜校全年培训多少名船员?"].citations
    assert citation.path == ("二、加强渡口安全的路径", "(二)办好码头夜校")
    assert citation.article.file == "渡口.md"


def test_the_reply_says_what_was_asked_and_from_which_generation(
    assistant: Assistant, replies: dict[str, Reply]
):
    for question, reply in replies.items():
        assert (reply.question, reply.understood_as) == (question, question)
        assert reply.generation == assistant.snapshot().generation
        assert reply.seconds > 0


@pytest.mark.parametrize("count", [0, 1, 5, 10, 40])
def test_as_many_passages_come_as_are_asked_for(assistant: Assistant, count: int):
    reply = assistant.ask("码头夜校全年培训多少名船员?", passages=count)
    chunks = assistant.snapshot().n_chunks
    assert [passage.hit.rank for passage in reply.passages] == list(range(1, min(count, chunks) + 1))
    scores = [passage.hit.score for passage in reply.passages]
    assert scores == sorted(scores, reverse=True)
    assert len(said(reply.answer)) == 1


ODD = (
    "",
    " \n\t　",
    "？？？",
    "😀🎉",
    "《》……",
    "\x00\x07\x1b",
    "\ufeff\u200b",
    "渡口" * 300,
    "\U0001f469\u200d\U0001f692",
)


@pytest.mark.parametrize("typed", ODD, ids=range(len(ODD)))
def test_what_is_no_question_gets_a_kind_word(assistant: Assistant, typed: str):
    reply = assistant.ask(typed)
    assert isinstance(reply.answer, Abstention)
    assert reply.answer.kind is AbstentionKind.NOT_A_QUESTION
    assert reply.answer.reason.zh
    assert (reply.question, reply.citations, reply.passages) == (typed, (), ())


TYPED = st.text(max_size=40) | st.text(
    alphabet="什么是谁的第一二0九条点渡口夜校《》“”、，。?？呢吗哪些几多少%\x00\u200b٣²Ａ a😀", max_size=40
)


@settings(deadline=None, max_examples=40)
@given(TYPED)
def test_any_text_gets_a_reply(assistant: Assistant, typed: str):
    reply = assistant.ask(typed)
    assert reply.question == typed
    assert reply.kind in QuestionKind
    if reply.abstained:
        assert isinstance(reply.answer, Abstention)
        assert reply.answer.reason.zh
    else:
        assert reply.answer.items


@settings(deadline=None, max_examples=25)
@given(st.lists(TYPED, max_size=2), TYPED)
def test_any_text_gets_a_reply_within_a_conversation(assistant: Assistant, before: list[str], typed: str):
    conversation = Conversation((assistant.ask("渡口安全存在哪些短板?"),))
    for turn in before:
        conversation = conversation.after(assistant.ask(turn, conversation))
    assert assistant.ask(typed, conversation).question == typed


def test_a_follow_up_is_asked_of_the_article_spoken_of(assistant: Assistant, replies: dict[str, Reply]):
    conversation = Conversation((replies["食堂的掌勺师傅是谁?"],))
    reply = assistant.ask("这篇文章是谁写的?", conversation)
    assert said(reply.answer) == ["罗小满"]


def test_asking_again_or_at_once_gives_the_same_answers(assistant: Assistant, replies: dict[str, Reply]):
    with ThreadPoolExecutor(8) as pool:
        again = list(pool.map(assistant.ask, QUESTIONS * 3))
    for reply in again:
        first = replies[reply.question]
        assert (reply.answer, reply.citations, reply.passages) == (
            first.answer,
            first.citations,
            first.passages,
        )


def test_a_fresh_assistant_asked_at_once_gives_the_same_answers(river_index: Path, replies: dict[str, Reply]):
    fresh = Assistant(river_index)
    with ThreadPoolExecutor(8) as pool:
        for reply in pool.map(fresh.ask, QUESTIONS[:8]):
            assert said(reply.answer) == said(replies[reply.question].answer)


def test_the_next_question_is_answered_from_the_next_generation(tmp_path: Path):
    page = tmp_path / "渡口.txt"
    request = RefreshRequest((page,), tmp_path / "索引")
    page.write_text("渡口平安\n\n沿江渡口配有救生衣34件。\n", "utf-8")
    refresh(request)
    asking = Assistant(tmp_path / "索引")
    before = asking.ask("渡口配有多少件救生衣?")
    page.write_text("渡口平安\n\n沿江渡口配有救生衣56件。\n", "utf-8")
    refresh(request)
    after = asking.ask("渡口配有多少件救生衣?")
    assert ["34件" in text for text in said(before.answer)] == [True]
    assert ["56件" in text for text in said(after.answer)] == [True]
    assert before.generation != after.generation


def test_an_empty_library_says_so(tmp_path: Path):
    (tmp_path / "空").mkdir()
    (tmp_path / "空" / "空白.txt").write_text("\n", "utf-8")
    refresh(RefreshRequest((tmp_path / "空",), tmp_path / "索引"))
    answer = Assistant(tmp_path / "索引").ask("渡口安全吗?").answer
    assert isinstance(answer, Abstention)
    assert answer.kind is AbstentionKind.EMPTY_CORPUS


def test_without_an_index_there_is_nothing_to_ask(tmp_path: Path):
    with pytest.raises(IndexNotFound):
        Assistant(tmp_path / "索引").ask("渡口安全吗?")


def hit(rank: int, article_id: str, score: float) -> Hit:
    chunk = Chunk(f"{article_id}{rank}", article_id, Span(0, 2), "", "", (), "渡口")
    return Hit(rank, chunk, score, LegScores(score, 0.0))


def test_the_article_in_focus_rises_by_a_share_of_the_best_score():
    hits = [hit(1, "甲", 10.0), hit(2, "乙", 8.0), hit(3, "乙", 6.0)]
    lifted = preferring(hits, "乙", 0.3)
    assert [(h.rank, h.chunk.article_id, h.score) for h in lifted] == [
        (1, "乙", 11.0),
        (2, "甲", 10.0),
        (3, "乙", 9.0),
    ]


def test_the_lift_of_the_article_in_focus_is_told_apart_from_the_legs():
    lifted = preferring([hit(1, "甲", 10.0), hit(2, "乙", 8.0)], "乙", 0.3)
    assert [(h.scores.bm25, h.scores.focus) for h in lifted] == [(8.0, 3.0), (10.0, 0.0)]


def test_an_article_that_fits_clearly_better_is_not_overtaken():
    lifted = preferring([hit(1, "甲", 10.0), hit(2, "乙", 5.0)], "乙", 0.3)
    assert [h.chunk.article_id for h in lifted] == ["甲", "乙"]


def test_equal_scores_keep_their_order_and_no_hits_stay_none():
    assert [h.chunk.chunk_id for h in preferring([hit(1, "甲", 5.0), hit(2, "乙", 5.0)], "丙", 0.3)] == [
        "甲1",
        "乙2",
    ]
    assert preferring([], "甲", 0.3) == ()


COLD = """
import json, sys
from pathlib import Path
from rag.assistant import Assistant
reply = Assistant(Path(sys.argv[1])).ask("码头夜校全年培训多少名船员?")
print(json.dumps([len(reply.answer.items), sorted(set(sys.argv[2:]) & set(sys.modules))]))
"""


def test_answering_imports_neither_torch_nor_gradio(river_index: Path):
    heavy = ("torch", "sentence_transformers", "transformers", "gradio", "scipy", "pandas")
    asked = subprocess.run(
        [sys.executable, "-c", COLD, str(river_index), *heavy], capture_output=True, check=True
    )
    assert json.loads(asked.stdout) == [1, []]


def test_a_garbled_turn_does_not_cut_the_thread(assistant: Assistant):
    first = Conversation().after(assistant.ask("码头夜校全年培训多少名船员?"))
    garbled = first.after(assistant.ask("???", first))
    assert (
        assistant.ask("那夜班食堂呢?", garbled).understood == assistant.ask("那夜班食堂呢?", first).understood
    )


def test_a_number_past_every_list_is_no_crash(assistant: Assistant):
    conversation = Conversation().after(assistant.ask("加强渡口安全的第二条路径是什么?"))
    assert assistant.ask("第100条呢?", conversation).question == "第100条呢?"


def test_an_outline_passes_over_headings_that_are_numbers_only(tmp_path: Path):
    (tmp_path / "空头.md").write_text(
        "# 空头\n\n■青湾公司 沈渡\n\n开头的话说了渡口。\n\n## 一、\n\n第一部分的话。\n\n## 二、\n\n第二部分的话。\n",
        encoding="utf-8",
    )
    refresh(RefreshRequest((tmp_path / "空头.md",), tmp_path / "索引"))
    assert Assistant(tmp_path / "索引").ask("空头这篇文章的提纲").question == "空头这篇文章的提纲"


def test_the_passages_of_a_reply_can_be_explained_afterwards(assistant: Assistant):
    reply = assistant.ask("码头夜校全年培训多少名船员?")
    told = assistant.explain(reply.understood)
    assert [one.hit for one in told] == [passage.hit for passage in reply.passages]
    assert "码头夜校" in {word.text for word in told[0].words}
    assert all(one.parts.total == one.hit.score for one in told)


def test_a_follow_up_is_explained_with_what_it_leans_on(assistant: Assistant):
    first = assistant.ask("码头夜校讲授什么内容?")
    reply = assistant.ask("它每周几上课?", Conversation((first,)))
    assert reply.understood.context
    told = assistant.explain(reply.understood)
    assert [one.hit for one in told] == [passage.hit for passage in reply.passages]
    assert {word.text for word in told[0].words if word.earlier} == {"码头夜校讲授", "内容"}
    assert told[0].parts.focus > 0
    assert all(one.parts.total == one.hit.score for one in told)


def test_what_the_filters_keep_out_is_not_explained(assistant: Assistant):
    filters = Filters(author="程野")
    reply = assistant.ask("船员培训有多少名?", filters=filters)
    told = assistant.explain(reply.understood, passages=3, filters=filters)
    assert [one.hit for one in told] == [passage.hit for passage in reply.passages[:3]]
    assert {article.article.author.text for article in reply.passages} == {"程野"}

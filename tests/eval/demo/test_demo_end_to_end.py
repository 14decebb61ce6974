"""From the demo files to proved quotations: is the whole way walked, and does it still arrive?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from eval.demo import CORPUS, DIALOGUES, QUESTIONS
from eval.questions import QuestionSet, read_questions, turns_of
from eval.replies import reply_of
from eval.runs import match_run
from eval.scoring import Scores, score
from rag.answering.quote import Quote
from rag.assistant import Assistant
from rag.corpus.files import find_files
from rag.corpus.readers import read_pages
from rag.dialogue.conversation import Conversation
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest
from rag.reply import Reply
from rag.reply_json import reply_object
from rag.text.spans import without_layout

Sources = dict[tuple[str, str | None], str]
Replies = dict[str, Reply]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    index = tmp_path_factory.mktemp("demo")
    assert not refresh(RefreshRequest((CORPUS,), index)).skipped
    return Assistant(index)


@pytest.fixture(scope="module")
def sets() -> dict[str, QuestionSet]:
    return {path.stem: read_questions(path) for path in (QUESTIONS, DIALOGUES)}


@pytest.fixture(scope="module")
def replies(assistant: Assistant, sets: dict[str, QuestionSet]) -> Replies:
    told: Replies = {}
    for entry in (entry for asked in sets.values() for entry in asked.entries):
        conversation = Conversation()
        for question in turns_of(entry):
            reply = assistant.ask(question.question, conversation)
            conversation = conversation.after(reply)
            told[question.qid] = reply
    return told


@pytest.fixture(scope="module")
def sources() -> Sources:
    files = find_files([CORPUS]).files
    return {(page.file, page.record): page.text for file in files for page in read_pages(file).pages}


def scores_of(asked: QuestionSet, replies: Replies) -> Scores:
    run = [reply_of(reply_object(replies[q.qid], q.qid)) for q in asked.questions]
    return score(asked, match_run(asked.name, run, asked))


def quotes_of(reply: Reply) -> Iterator[Quote]:
    yield from (item.quote for item in reply.answer.items)
    yield from (citation.quote for citation in reply.citations)


def said(quote: Quote, sources: Sources) -> str:
    source = sources[quote.file, quote.record]
    return without_layout("".join(piece.slice(source) for piece in quote.pieces))


def test_every_quotation_is_what_its_file_says(replies: Replies, sources: Sources):
    quotes = [quote for reply in replies.values() for quote in quotes_of(reply) if quote.pieces]
    assert len(quotes) > 150
    assert [q for q in quotes if said(q, sources) != without_layout(q.text)] == []


def test_only_a_field_of_a_record_is_quoted_without_a_place(replies: Replies):
    placeless = [quote for reply in replies.values() for quote in quotes_of(reply) if not quote.pieces]
    assert placeless
    assert [quote for quote in placeless if quote.record is None or quote.span is not None] == []


def test_a_sentence_cut_by_a_column_is_quoted_whole(assistant: Assistant, sources: Sources):
    reply = assistant.ask("柳湾矿的课程点单超过多少人列入下月课表？")
    crossing = [quote for quote in quotes_of(reply) if len(quote.pieces) == 2]
    assert "每月25日汇总,点单超过20人" in crossing[0].text
    assert "每月25日汇总,点单超过20人" in said(crossing[0], sources)


def test_most_single_questions_are_answered_and_nearly_all_are_found(
    sets: dict[str, QuestionSet], replies: Replies
):
    means = scores_of(sets["questions"], replies).all
    assert means["passage@10"].value >= 0.95
    assert means["answer_found"].value >= 0.6


def test_about_half_of_the_turns_of_conversations_are_answered(
    sets: dict[str, QuestionSet], replies: Replies
):
    assert scores_of(sets["dialogues"], replies).all["answer_found"].value >= 0.45

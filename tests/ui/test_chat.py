import copy
import logging
from collections.abc import Callable
from dataclasses import replace

import pytest

from rag.answering.answer import AnswerItem, FactAnswer
from rag.answering.quote import Quote
from rag.corpus.article import Article
from rag.corpus.articles import articles_of
from rag.corpus.page import Page
from rag.dialogue.conversation import Conversation
from rag.errors import IndexNotFound, Words
from rag.reply import Reply
from ui.chat import MOST_TURNS, Failure, Visit, ask, ask_mended, messages, open_citation, open_reading
from ui.continuations import IN_DETAIL, OUTLINE
from ui.filtering import NOTHING_WANTED, Wanted

Answering = Callable[[str, Conversation], Reply]


@pytest.fixture
def answering(
    mine: Article, quote: Callable[[Article, str], Quote], reply: Callable[..., Reply]
) -> Answering:
    """Answers everything with one sentence."""
    answer = FactAnswer((AnswerItem(quote(mine, "整改率百分之百"), 1, 1.0),))
    return lambda _question, _conversation: reply(answer)


def no_index(_question: str, _conversation: Conversation) -> Reply:
    raise IndexNotFound(Words("没有索引", "there is no index"), where="库/")


def broken(_question: str, _conversation: Conversation) -> Reply:
    raise RuntimeError("秘密的细节")


def test_a_question_brings_two_messages(answering: Answering):
    said = messages(ask("整改率是多少？", Visit(), answering))
    assert [message["role"] for message in said] == ["user", "assistant"]
    assert "整改率百分之百" in said[1]["content"]


def test_white_space_alone_changes_nothing(answering: Answering):
    assert ask(" \n　", Visit(), answering) == Visit()


def test_a_follow_up_is_asked_within_its_conversation(answering: Answering):
    heard: dict[str, int] = {}

    def listening(question: str, conversation: Conversation) -> Reply:
        heard[question] = len(conversation.replies)
        return answering(question, conversation)

    visit = Visit()
    for question in ("整改率是多少？", "哪一年？", "谁写的？"):
        visit = ask(question, visit, listening)
    assert [heard[question] for question in ("整改率是多少？", "哪一年？", "谁写的？")] == [0, 1, 2]


def test_a_fault_that_can_be_mended_is_said_in_the_language_of_the_visit():
    assert "没有索引：库&#47;" in messages(ask("谁？", Visit("zh"), no_index))[1]["content"]
    assert "there is no index" in messages(ask("谁？", Visit("en"), no_index))[1]["content"]


def test_a_fault_of_ours_is_words_on_the_page_and_a_traceback_in_the_log(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.ERROR):
        said = messages(ask("谁？", Visit(), broken))[1]["content"]
    assert "秘密" not in said
    assert "Traceback" not in said
    assert "秘密的细节" in caplog.text


def test_a_failure_is_no_part_of_the_conversation(answering: Answering):
    visit = ask("谁？", ask("整改率？", Visit(), answering), no_index)
    assert isinstance(visit.turns[1], Failure)
    assert len(visit.conversation.replies) == 1


def test_the_oldest_turn_is_forgotten_first():
    visit = Visit()
    for number in range(MOST_TURNS + 3):
        visit = visit.after(Failure(f"第{number}问", Words("略", "omitted")))
    assert len(visit.turns) == MOST_TURNS
    assert visit.turns[0].question == "第3问"


def test_a_visit_can_be_copied(answering: Answering):
    visit = ask("整改率？", Visit("en"), answering)
    assert copy.deepcopy(visit) == visit


def test_switching_the_language_keeps_what_was_said(answering: Answering):
    visit = ask("整改率？", Visit(), answering)
    assert "出处" in messages(visit)[1]["content"]
    assert "Sources" in messages(visit.switched())[1]["content"]
    assert visit.switched().switched() == visit


def test_a_new_conversation_keeps_the_language(answering: Answering):
    assert ask("整改率？", Visit("en"), answering).renewed() == Visit("en")


@pytest.fixture
def find(mine: Article) -> Callable[[str], Article]:
    return {mine.article_id: mine}.__getitem__


def test_a_citation_opens_its_article_lit(find: Callable[[str], Article]):
    pane = open_citation({"cite": "a1b2c3.1.0-5", "language": "zh-CN"}, find)
    assert '<mark id="lit" tabindex="-1">白石沟煤矿</mark>' in pane


@pytest.mark.parametrize(
    "asked",
    [None, [], "a1b2c3.1.0-5", {}, {"cite": None}, {"cite": "<script>"}, {"cite": "ffff.1.0-5"}, {"cite": 7}],
)
def test_anything_else_is_told_that_the_article_is_gone(asked: object, find: Callable[[str], Article]):
    assert "请再问一次" in open_citation(asked, find)


def test_an_index_that_cannot_be_read_does_not_break_the_pane(caplog: pytest.LogCaptureFixture):
    def unreadable(article_id: str) -> Article:
        raise OSError(article_id)

    with caplog.at_level(logging.ERROR):
        assert "ask again" in open_citation({"cite": "a1.1.0-5", "language": "en"}, unreadable)
    assert "OSError" in caplog.text


FindPage = Callable[[str], tuple[Article, str]]


@pytest.fixture
def find_page() -> FindPage:
    page = Page("周报.txt", None, "井口\n\n□ 江 平\n\n食堂建在井口旁边,每天供应四顿热饭。")
    (article,) = articles_of(page)
    return {"a1": (article, page.text)}.__getitem__


def test_how_a_page_was_read_is_told_in_the_language_asked_for(find_page: FindPage):
    assert "本页共 1 篇" in open_reading({"article": "a1", "language": "zh-CN"}, find_page)
    assert "Article 1 of 1" in open_reading({"article": "a1", "language": "en"}, find_page)


@pytest.mark.parametrize("asked", [None, [], "a1", {}, {"article": None}, {"article": "<script>"}])
def test_of_an_article_that_is_gone_nothing_can_be_told(asked: object, find_page: FindPage):
    assert "请再问一次" in open_reading(asked, find_page)


def test_a_page_that_cannot_be_read_does_not_break_the_fold(caplog: pytest.LogCaptureFixture):
    def unreadable(article_id: str) -> tuple[Article, str]:
        raise OSError(article_id)

    with caplog.at_level(logging.ERROR):
        assert "try again" in open_reading({"article": "a1", "language": "en"}, unreadable)
    assert "OSError" in caplog.text


def test_the_filters_stay_until_they_are_changed(answering: Answering):
    visit = ask("整改率？", Visit().narrowed(Wanted(newspaper="青湾日报")), answering)
    assert (
        visit.renewed() == visit.switched().renewed().switched() == Visit(wanted=Wanted(newspaper="青湾日报"))
    )
    assert visit.narrowed(NOTHING_WANTED).wanted == NOTHING_WANTED


def test_a_question_can_be_asked_again_in_its_own_place(answering: Answering):
    visit = ask("整改率？", ask("谁？", Visit(), answering), answering)
    assert visit.last_question == "问题？"
    assert len(visit.without_last().turns) == 1
    assert Visit().without_last() == Visit()
    assert Visit().last_question == ""


def test_a_mended_question_takes_the_place_of_the_last_and_leans_on_nothing(answering: Answering):
    heard: dict[str, int] = {}

    def listening(question: str, conversation: Conversation) -> Reply:
        heard[question] = len(conversation.replies)
        return replace(answering(question, conversation), question=question)

    visit = ask("哪一年？", ask("整改率是多少？", Visit(), listening), listening)
    mended = ask_mended("煤矿哪一年整改？", visit, listening)
    assert [turn.question for turn in mended.turns] == ["整改率是多少？", "煤矿哪一年整改？"]
    assert heard["煤矿哪一年整改？"] == 0
    later = ask("谁写的？", mended, listening)
    assert [reply.question for reply in later.conversation.replies[:2]] == [
        "整改率是多少？",
        "煤矿哪一年整改？",
    ]


def test_a_question_mended_to_nothing_changes_nothing(answering: Answering):
    visit = ask("整改率？", Visit(), answering)
    assert ask_mended(" ", visit, answering) == visit


def test_what_leads_on_is_offered_under_the_newest_reply_only(
    mine: Article, quote: Callable[[Article, str], Quote], reply: Callable[..., Reply]
):
    said = {IN_DETAIL.zh: "现场交接不细", OUTLINE.zh: "二、加强班组安全管理的措施"}

    def leading(question: str, _conversation: Conversation) -> Reply:
        return reply(FactAnswer((AnswerItem(quote(mine, said.get(question, "整改率百分之百")), 1, 1.0),)))

    visit = ask("整改率？", Visit(), leading)
    assert visit.offered == (IN_DETAIL, OUTLINE)
    replies = [message["content"] for message in messages(ask("哪一年？", visit, leading))[1::2]]
    assert ["wj-ask" in one for one in replies] == [False, True]


def test_an_answer_stands_though_no_continuation_could_be_tried(
    answering: Answering, caplog: pytest.LogCaptureFixture
):
    def failing(question: str, conversation: Conversation) -> Reply:
        if conversation.replies:
            raise RuntimeError(question)
        return answering(question, conversation)

    with caplog.at_level(logging.ERROR):
        visit = ask("整改率？", Visit(), failing)
    assert "整改率百分之百" in messages(visit)[1]["content"]
    assert visit.offered == ()
    assert "RuntimeError" in caplog.text


def test_a_failure_offers_nothing(answering: Answering):
    offering = ask("整改率？", Visit(), answering).offering((IN_DETAIL,))
    assert ask("谁？", offering, no_index).offered == ()

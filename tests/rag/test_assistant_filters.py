"""Questions that only some of the articles may answer."""

from rag.answering.answer import AboutAnswer, Abstention, AbstentionKind
from rag.assistant import Assistant
from rag.dialogue.conversation import Conversation
from rag.reply import Reply
from rag.reply_json import reply_object
from rag.retrieval.filters import Filters

QUESTION = "码头夜校全年培训多少名船员?"
FERRY, CANTEEN = Filters(file="渡口.md"), Filters(file="食堂.txt")


def refusal(reply: Reply) -> Abstention:
    assert isinstance(reply.answer, Abstention)
    return reply.answer


def test_an_answer_comes_from_what_passes_and_so_do_all_passages(assistant: Assistant):
    reply = assistant.ask(QUESTION, filters=FERRY)
    assert not reply.abstained
    assert {passage.article.file for passage in reply.passages} == {"渡口.md"}
    assert reply.filters == FERRY


def test_a_narrow_filter_still_gives_as_many_passages_as_there_are(assistant: Assistant):
    chunks = sum(
        len(assistant.snapshot().chunks_of(article.article_id))
        for article in assistant.snapshot().articles()
        if article.file == "食堂.txt"
    )
    assert len(assistant.ask(QUESTION, filters=CANTEEN, passages=chunks).passages) == chunks


def test_an_answer_that_the_filters_hold_back_is_said_to_be_there(assistant: Assistant):
    told = refusal(assistant.ask(QUESTION, filters=CANTEEN))
    assert (told.kind, told.held_back) == (AbstentionKind.FILTERED_OUT, True)
    assert told.reason.zh.startswith("符合筛选条件的 1 篇文章里没有答案")


def test_what_nobody_answers_is_not_the_fault_of_the_filters(assistant: Assistant):
    told = refusal(assistant.ask("火星有几座发射场?", filters=CANTEEN))
    assert told.kind is AbstentionKind.UNKNOWN_WORDS
    assert told.reason.zh == "符合筛选条件的文章里没有出现“火星”、“几座”、“发射场”"
    assert not told.held_back


def test_where_no_article_passes_it_is_said(assistant: Assistant):
    nobody = Filters(author="无名氏")
    assert refusal(assistant.ask(QUESTION, filters=nobody)).reason.zh == (
        "没有文章符合筛选条件；答案被筛选条件挡住了，去掉筛选就能看到"
    )
    assert assistant.passing(nobody) == 0


def test_questions_about_articles_know_only_those_that_pass(assistant: Assistant):
    assert isinstance(assistant.ask("程野写过什么文章?").answer, AboutAnswer)
    assert refusal(assistant.ask("程野写过什么文章?", filters=FERRY)).held_back


def test_a_follow_up_is_asked_within_the_filters_it_is_given(assistant: Assistant):
    first = assistant.ask(QUESTION)
    kept = assistant.ask("在什么时候上课?", Conversation((first,)), filters=FERRY)
    assert not kept.abstained
    other = assistant.ask("在什么时候上课?", Conversation((first,)), filters=CANTEEN)
    assert {passage.article.file for passage in other.passages} == {"食堂.txt"}


def test_the_values_to_filter_by_are_those_of_the_articles(assistant: Assistant):
    assert assistant.facets().authors == (("程野", 1), ("沈渡", 1), ("罗小满", 1))
    assert assistant.passing(Filters(author="沈渡")) == 1
    assert assistant.passing(Filters()) == 3


def test_the_reply_tells_scripts_of_its_filters(assistant: Assistant):
    told = reply_object(assistant.ask(QUESTION, filters=CANTEEN))
    assert (told["filters"], told["held_back"]) == ({"file": "食堂.txt"}, True)
    told = reply_object(assistant.ask(QUESTION))
    assert (told["filters"], told["held_back"]) == (None, False)

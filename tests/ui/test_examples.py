from collections.abc import Callable
from dataclasses import replace

from rag.answering.answer import Abstention, AbstentionKind, AnswerItem, FactAnswer
from rag.answering.quote import Quote
from rag.corpus.article import Article
from rag.errors import Words
from rag.reply import Reply
from rag.text.spans import Span
from ui.examples import MOST_EXAMPLES, candidates, example_questions


def test_headings_and_titles_become_questions(mine: Article):
    assert list(candidates([mine])) == [
        "班组安全管理存在的问题有哪些？",
        "《抓实班组安全管理的实践》是谁写的？",
        "《抓实班组安全管理的实践》分哪几部分？",
        "加强班组安全管理的措施有哪些？",
    ]


def test_a_heading_that_asks_already_is_not_asked_again(mine: Article):
    heading = "一、还有哪些短板和问题"
    article = replace(mine, text=heading, sections=(replace(mine.sections[0], heading=Span(0, 11)),))
    assert not any("还有" in question for question in candidates([article]))


def test_notices_and_untitled_pages_are_not_asked_about(notice: Article):
    assert list(candidates([notice])) == []


def test_only_questions_that_are_answered_are_offered(
    mine: Article, quote: Callable[[Article, str], Quote], reply: Callable[..., Reply]
):
    known = FactAnswer((AnswerItem(quote(mine, "846条"), 1, 1.0),))
    unknown = Abstention(AbstentionKind.NO_SENTENCE, Words("没有", "none"))

    def ask(question: str) -> Reply:
        return reply(known if "谁" in question else unknown)

    assert example_questions([mine], ask) == ("《抓实班组安全管理的实践》是谁写的？",)


def test_there_are_never_too_many(
    mine: Article, quote: Callable[[Article, str], Quote], reply: Callable[..., Reply]
):
    answer = reply(FactAnswer((AnswerItem(quote(mine, "846条"), 1, 1.0),)))
    articles = [replace(mine, article_id=f"a{n}") for n in range(9)]
    questions = example_questions(articles, lambda _question: answer)
    assert len(questions) == len(set(questions)) == MOST_EXAMPLES

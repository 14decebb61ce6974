import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from rag.answering.answer import AnswerItem, FactAnswer
from rag.answering.quote import Quote
from rag.assistant import Assistant
from rag.corpus.article import Article
from rag.dialogue.understood import Understood
from rag.errors import IndexNotFound, Words
from rag.reply import Reply
from rag.retrieval.explained import Explained
from rag.retrieval.filters import Filters
from ui.sources import passage_links, source_cards
from ui.why import Explain, open_why, why_fold

QUESTION = "2023年消除隐患多少条？"


def read(message: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "|", message))


def kept(fold: str) -> dict[str, Any]:
    """What a fold keeps for the time when it is opened."""
    return json.loads(html.unescape(re.search(r'value="([^"]*)"', fold)[1]))


@pytest.fixture(scope="module")
def asked(assistant: Assistant) -> Reply:
    return assistant.ask(QUESTION)


@pytest.fixture
def explain(assistant: Assistant) -> Explain:
    return lambda understood, filters: assistant.explain(understood, filters=filters)


def test_what_a_fold_keeps_opens_it(asked: Reply, explain: Explain):
    fold = why_fold(asked, asked.passages[0], "zh")
    assert "为什么找到它" in read(fold)
    body = open_why({**kept(fold), "language": "zh"}, explain)
    assert "消除隐患" in read(body)
    assert "|段落里的词|" in read(body)
    assert f"共 {asked.passages[0].hit.score:.1f} 分" in read(body)
    assert re.search(r'<b class="wj-shared">[^<]*隐患', body)
    assert "Words of the passage" in read(open_why({**kept(fold), "language": "en"}, explain))


def test_a_follow_up_is_opened_with_what_it_leans_on(asked: Reply, explain: Explain):
    focus = asked.passages[0].article.article_id
    leaning = replace(asked, understood=Understood("整改率呢？", QUESTION, focus))
    body = open_why(kept(why_fold(leaning, asked.passages[0], "zh")), explain)
    assert "（承上）" in read(body)
    assert "|正在谈的文章|" in read(body)


def test_the_question_cannot_act_as_markup(asked: Reply):
    leaning = replace(asked, understood=Understood('"><img src=x onerror="alert(1)">'))
    fold = why_fold(leaning, asked.passages[0], "zh")
    assert "<img" not in fold
    assert kept(fold)["text"] == '"><img src=x onerror="alert(1)">'


def test_what_was_no_question_has_no_fold(asked: Reply):
    assert why_fold(replace(asked, understood=None), asked.passages[0], "zh") == ""


@pytest.mark.parametrize("asked_for", [None, 3, {}, {"text": QUESTION, "article": "gone", "start": 0}])
def test_a_passage_that_is_not_found_any_more_is_told(explain: Explain, asked_for: object):
    assert "请再问一次" in read(open_why(asked_for, explain))


@pytest.mark.parametrize("filters", [{"sort": "up"}, {"since": "昨天"}, 7])
def test_what_no_fold_keeps_is_told_without_a_crash(explain: Explain, filters: object):
    assert "没能读出" in read(open_why({"text": QUESTION, "filters": filters}, explain))


def test_an_index_that_is_gone_is_told():
    def gone(_understood: Understood, _filters: Filters) -> tuple[Explained, ...]:
        raise IndexNotFound(Words("没有", "none"), where="x", mend=Words("建", "make"))

    assert "没能读出" in read(open_why({"text": QUESTION}, gone))


def test_cards_and_other_passages_have_a_fold_each(
    reply: Callable[..., Reply],
    mine: Article,
    quote: Callable[[Article, str], Quote],
    items: Callable[..., tuple[AnswerItem, ...]],
):
    made = reply(FactAnswer(items(quote(mine, "846条"))), passages=True)
    made = replace(made, understood=Understood(QUESTION))
    card, others = source_cards(made.citations, "zh", made), passage_links(made, "zh")
    assert card.count('class="wj-why"') == 1
    assert kept(card)["start"] == mine.text.index("2023年")
    assert others.count('class="wj-why"') == others.count("wj-place") == 5

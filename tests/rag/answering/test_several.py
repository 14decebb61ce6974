"""What several articles say, asked of a library in which two units run a night school."""

from __future__ import annotations

import pytest

from rag.answering.answer import SeveralAnswer
from rag.assistant import Assistant
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest

PAGES = {
    "渡口.md": "# 渡口夜校记\n\n■青湾航运公司 沈渡\n\n青湾航运公司2023年办了码头夜校,全年培训船员412名。\n\n渡船每天检查。\n",
    "机床.md": "# 机床边的夜校\n\n■白石机床厂 罗小满\n\n白石机床厂2021年办了技师夜校,全年培训青工96名。\n\n食堂供应热饭。\n",
    "巡线.md": "# 巡线工的背包\n\n■北岭供电所 程野\n\n巡线工的背包里有望远镜和绝缘手套。\n\n冬季巡线要防覆冰。\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("夜校")
    for name, page in PAGES.items():
        (folder / name).write_text(page, "utf-8")
    refresh(RefreshRequest(tuple(folder / name for name in PAGES), folder / "索引"))
    return Assistant(folder / "索引")


CITED = {
    "渡口.md": "青湾航运公司2023年办了码头夜校,全年培训船员412名。",
    "机床.md": "白石机床厂2021年办了技师夜校,全年培训青工96名。",
}


@pytest.mark.parametrize("question", ["哪些单位办了夜校?", "各单位办夜校培训了多少人?"])
def test_each_article_that_says_it_is_quoted_with_its_own_citation(assistant: Assistant, question: str):
    reply = assistant.ask(question)
    assert isinstance(reply.answer, SeveralAnswer)
    assert {item.quote.file: item.quote.text for item in reply.answer.items} == CITED
    assert [citation.article.file for citation in reply.citations] == [
        item.quote.file for item in reply.answer.items
    ]


def test_a_question_for_one_answer_gets_one(assistant: Assistant):
    answer = assistant.ask("码头夜校培训了多少船员?").answer
    assert [item.quote.text for item in answer.items] == [CITED["渡口.md"]]


def test_where_one_article_alone_says_it_there_are_not_several(assistant: Assistant):
    assert not isinstance(assistant.ask("哪些单位的巡线工背着望远镜和绝缘手套?").answer, SeveralAnswer)


def test_of_two_sides_in_two_articles_both_are_quoted(assistant: Assistant):
    reply = assistant.ask("码头夜校和技师夜校分别培训了多少人?")
    assert isinstance(reply.answer, SeveralAnswer)
    assert [item.quote.file for item in reply.answer.items] == ["渡口.md", "机床.md"]

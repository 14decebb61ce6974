"""Everything but the answer is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.fitting.withheld import Library, withheld_for
from eval.questions import Question, read_questions
from rag.assistant import Assistant
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest

PUMPS = """# 排水泵房的夜间巡查

●望山矿机电队 程石

泵房每两小时巡查一次,水位高于三米时立即报告。巡查由值班长杜衡负责,记录保存一年。

遇到停电,值班人员先合上备用电源,再用铃声通知井下。
"""
FANS = """# 通风机房的夜间巡查

●望山矿通风队 罗野

风机房每四小时巡查一次,风压低于标准时立即停机检查。巡查由副队长沈禾负责,记录保存三年。
"""


def line(qid: str, question: str, page: str, file: str, said: str, **further: object) -> str:
    place = {"text": said, "file": file, "start": page.index(said), "end": page.index(said) + len(said)}
    row = {"qid": qid, "question": question, "type": "factoid", "answers": [place], **further}
    return json.dumps(row, ensure_ascii=False)


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two pages, the first of them printed a second time, and questions on both."""
    folder = tmp_path_factory.mktemp("巡查")
    corpus = folder / "版面"
    corpus.mkdir()
    for name, page in (("泵房.md", PUMPS), ("泵房转载.md", PUMPS), ("风机.md", FANS)):
        (corpus / name).write_text(page, "utf-8")
    refresh(RefreshRequest((corpus,), folder / "索引"))
    rows = [
        line("q1", "泵房的巡查由谁负责?", PUMPS, "泵房.md", "杜衡"),
        line("q2", "泵房水位高时怎么办?", PUMPS, "泵房.md", "立即报告"),
        line("q3", "风机房的巡查由谁负责?", FANS, "风机.md", "沈禾", article_ids=["风机"]),
        line("q4", "风机房夜间巡查是谁写的?", FANS, "风机.md", "罗野"),
        line("q5", "夜间要做什么?", FANS, "风机.md", "巡查"),
        line("q6", "Who?", FANS, "风机.md", "沈禾", style="en"),
        json.dumps({"qid": "q7", "question": "泵房有几台水泵?", "type": "unanswerable", "answers": []}),
    ]
    (folder / "题.jsonl").write_text("\n".join(rows), "utf-8")
    return folder / "题.jsonl", folder / "索引"


def question(mine: tuple[Path, Path], qid: str) -> Question:
    return next(one for one in read_questions(mine[0]).questions if one.qid == qid)


def test_the_article_of_the_answer_and_its_reprints_are_left_out(mine: tuple[Path, Path]):
    found = {one.question.qid: one.asked for one in withheld_for(*mine)}
    assert {article.file for _, article in found["q1"].hits} == {"风机.md"}
    assert {article.file for _, article in found["q3"].hits} <= {"泵房.md", "泵房转载.md"}
    assert {card.article.file for card in found["q1"].cards} == {"风机.md"}


def test_a_name_in_the_byline_is_withheld_with_its_article(mine: tuple[Path, Path]):
    library = Library.of(Assistant(mine[1]).snapshot())
    (article_id,) = library.holding(question(mine, "q4"))
    assert library.holding(question(mine, "q3")) == {article_id}
    assert len(library.holding(question(mine, "q1"))) == 2


def test_questions_that_other_articles_answer_word_for_word_are_left_out(mine: tuple[Path, Path]):
    assert [one.question.qid for one in withheld_for(*mine)] == ["q1", "q2", "q3", "q4"]


def test_they_are_unanswerable_and_stay_in_the_cluster_of_their_article(mine: tuple[Path, Path]):
    for found, _ in withheld_for(*mine):
        assert not found.answerable
        assert found.further["unans_kind"] == "withheld"
        assert found.cluster == question(mine, found.qid).cluster


def test_a_word_of_the_withheld_article_alone_is_absent(mine: tuple[Path, Path]):
    asked = {one.question.qid: one.asked for one in withheld_for(*mine)}
    assert not asked["q1"].corpus.knows("水位", asked["q1"].within)
    assert asked["q3"].corpus.knows("水位", asked["q3"].within)

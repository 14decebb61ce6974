"""Every command, from end to end, on a tiny library."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

REPLY_KEYS = [
    "qid", "question", "understood_as", "kind", "abstained", "reason", "answers", "citations", "passages",
    "generation", "seconds", "corrections", "filters", "held_back", "confidence",
]  # fmt: skip
REFRESH_KEYS = [
    "generation", "articles", "chunks", "encoded", "reused", "added", "changed", "removed", "skipped", "seconds",
]  # fmt: skip
ARTICLE_KEYS = [
    "article_id", "title", "author", "affiliation", "kind", "file", "record", "pieces", "title_span", "sections",
    "chunks", "newspaper", "date", "edition", "column", "reprint_of",
]  # fmt: skip

Wenju = Callable[..., Any]


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def question(qid: str, text: str, answer: str, file: str, source: str) -> dict[str, Any]:
    start = source.index(answer)
    place = {"text": answer, "file": file, "start": start, "end": start + len(answer)}
    return {"qid": qid, "question": text, "type": "fact", "mode": "all", "answers": [place]}


@pytest.fixture
def question_set(corpus: Path, tmp_path: Path) -> Path:
    source = (corpus / "煤矿.md").read_text(encoding="utf-8")
    asked = [
        question("q1", "安全检查每月进行几次？", "安全检查每月进行两次", "煤矿.md", source),
        {
            "did": "d1",
            "turns": [question("d1-1", "夜校每周上课几次？", "夜校每周上课一次", "煤矿.md", source)],
        },
        {
            "qid": "q2",
            "question": "矿长的电话号码是多少？",
            "type": "unanswerable",
            "mode": "all",
            "answers": [],
        },
    ]
    file = tmp_path / "题集.jsonl"
    file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in asked), encoding="utf-8")
    return file


def test_refresh_reports_what_it_did_as_one_object(wenju: Wenju, corpus: Path, tmp_path: Path) -> None:
    ran = wenju("refresh", corpus, "--index", tmp_path / "索引", "--json")
    (report,) = lines(ran.out)
    assert ran.status == 0
    assert list(report) == REFRESH_KEYS
    assert (report["articles"], report["added"], report["skipped"]) == (2, 2, [])
    assert report["encoded"] == report["chunks"] > 0


def test_a_second_refresh_has_nothing_to_do(wenju: Wenju, corpus: Path, tmp_path: Path) -> None:
    wenju("refresh", corpus, "--index", tmp_path / "索引")
    (report,) = lines(wenju("refresh", corpus, "--index", tmp_path / "索引", "--json").out)
    assert [report[key] for key in ("encoded", "added", "changed", "removed")] == [0, 0, 0, 0]


def test_a_dry_run_says_what_would_be_done_and_writes_nothing(
    wenju: Wenju, corpus: Path, tmp_path: Path
) -> None:
    ran = wenju("refresh", corpus, "--index", tmp_path / "索引", "--dry-run", "--json")
    assert ran.status == 0
    assert lines(ran.out)[0]["added"] == 2
    assert not (tmp_path / "索引").exists()


def test_a_file_that_cannot_be_read_is_named_and_stops_nothing(
    wenju: Wenju, corpus: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "坏.txt"
    broken.write_bytes(b"\x00\x01\x02" * 400)
    ran = wenju("refresh", corpus, broken, "--index", tmp_path / "索引")
    assert ran.status == 0
    assert "2 篇文章" in ran.out
    assert "跳过 坏.txt：" in ran.err


def test_articles_are_one_object_a_line(wenju: Wenju, corpus: Path, index: Path) -> None:
    articles = lines(wenju("articles", "--index", index, "--json").out)
    assert [list(article) for article in articles] == [ARTICLE_KEYS, ARTICLE_KEYS]
    coal = next(article for article in articles if article["file"] == "煤矿.md")
    source = (corpus / "煤矿.md").read_text(encoding="utf-8")
    start, end = coal["title_span"]
    assert source[start:end] == coal["title"] == "东山煤矿安全生产工作的做法"
    assert coal["author"] == "王建国"
    for section in coal["sections"]:
        assert source[section["start"] :].startswith(section["heading"])


def test_a_reprint_is_told_in_articles_status_and_answer(wenju: Wenju, corpus: Path, tmp_path: Path) -> None:
    for file in corpus.iterdir():
        (tmp_path / "文章").mkdir(exist_ok=True)
        (tmp_path / "文章" / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    coal = (corpus / "煤矿.md").read_text(encoding="utf-8")
    again = coal.replace("东山煤矿安全生产工作的做法", "东山经验").replace("，", ", ")
    (tmp_path / "文章" / "转载.md").write_text(again, encoding="utf-8")
    index = ("--index", tmp_path / "索引")
    wenju("refresh", tmp_path / "文章", *index)
    articles = {one["file"]: one for one in lines(wenju("articles", *index, "--json").out)}
    assert articles["转载.md"]["reprint_of"] == articles["煤矿.md"]["article_id"]
    assert articles["煤矿.md"]["reprint_of"] is articles["医院.txt"]["reprint_of"] is None
    assert lines(wenju("status", *index, "--json").out)[0]["reprints"] == 1
    assert "其中重复刊载\t1\n" in wenju("status", *index).out
    (reply,) = lines(wenju("ask", "东山煤矿安全检查每月进行几次？", *index, "--json").out)
    assert [(one["file"], one["reprints"]) for one in reply["citations"]] == [("煤矿.md", 1)]
    assert "另有 1 处刊载：转载.md" in wenju("ask", "东山煤矿安全检查每月进行几次？", *index).out


def test_the_text_of_an_article_is_what_its_places_count_in(wenju: Wenju, corpus: Path, index: Path) -> None:
    article = next(
        one for one in lines(wenju("articles", "--index", index, "--json").out) if one["file"] == "煤矿.md"
    )
    text = wenju("articles", "--index", index, "--text", article["article_id"]).out
    assert text == (corpus / "煤矿.md").read_text(encoding="utf-8")


def test_an_article_that_is_not_there_is_told(wenju: Wenju, index: Path) -> None:
    ran = wenju("articles", "--index", index, "--text", "没有", "--lang", "en")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "the index holds no such article: 没有. see the ids with wenju articles\n"


def test_a_question_is_answered_as_one_object_with_its_places(
    wenju: Wenju, corpus: Path, index: Path
) -> None:
    ran = wenju("ask", "安全检查每月进行几次？", "--index", index, "--json", "--passages", 3)
    (reply,) = lines(ran.out)
    assert ran.status == 0
    assert list(reply) == REPLY_KEYS
    assert len(reply["passages"]) <= 3
    assert "每月进行两次" in reply["answers"][0]["text"]
    source = (corpus / "煤矿.md").read_text(encoding="utf-8")
    for citation in reply["citations"]:
        assert "".join(source[start:end] for start, end in citation["pieces"]) == citation["quote"]


def test_an_answer_for_people_names_its_place(wenju: Wenju, index: Path) -> None:
    out = wenju("ask", "安全检查每月进行几次？", "--index", index).out
    assert "安全检查每月进行两次" in out
    assert "《东山煤矿安全生产工作的做法》" in out
    assert "煤矿.md" in out


def test_why_passages_were_found_is_told_when_it_is_asked_for(wenju: Wenju, index: Path) -> None:
    asked = ("ask", "安全检查每月进行几次？", "--index", index)
    plain, told = wenju(*asked).out, wenju(*asked, "--explain").out
    assert told.startswith(plain)
    assert "为什么找到这些段落" in told
    assert "主要凭“安全检查每月”找到（按词排第 1）" in told[len(plain) :]
    assert "\n 5. " in told
    assert "\n 6. " not in told
    assert "\n 2. " not in wenju(*asked, "--explain", "--passages", 1).out[len(plain) :]


def test_why_passages_were_found_is_told_to_scripts(wenju: Wenju, index: Path) -> None:
    (reply,) = lines(wenju("ask", "安全检查每月进行几次？", "--index", index, "--json", "--explain").out)
    assert list(reply) == REPLY_KEYS
    assert all(passage["explanation"]["because"] for passage in reply["passages"])
    (plain,) = lines(wenju("ask", "安全检查每月进行几次？", "--index", index, "--json").out)
    assert "explanation" not in plain["passages"][0]


def test_what_was_no_question_has_nothing_to_explain(wenju: Wenju, index: Path) -> None:
    ran = wenju("ask", "？？？", "--index", index, "--explain")
    assert (ran.status, "为什么找到" in ran.out) == (0, False)


def test_what_is_set_reaches_the_search(wenju: Wenju, index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENJU_RETRIEVAL_DENSE_WEIGHT", "0")
    (reply,) = lines(wenju("ask", "安全检查每月进行几次？", "--index", index, "--json").out)
    assert {passage["scores"]["dense"] for passage in reply["passages"]} == {0.0}


@pytest.mark.parametrize("asked", ["", "   ", "？？？", "啊" * 5000])
def test_no_question_is_an_error(wenju: Wenju, index: Path, asked: str) -> None:
    ran = wenju("ask", asked, "--index", index, "--json")
    assert ran.status == 0
    assert lines(ran.out)[0]["abstained"] is True


def test_a_question_set_is_run_scored_reported_and_compared(
    wenju: Wenju, index: Path, question_set: Path, tmp_path: Path
) -> None:
    run = tmp_path / "运行" / "一.jsonl"
    assert wenju("eval", "run", question_set, "--index", index, "--out", run).status == 0
    replies = lines(run.read_text(encoding="utf-8"))
    assert [reply["qid"] for reply in replies] == ["q1", "d1-1", "q2"]

    scored = wenju("eval", "score", question_set, run, "--json", "--report", tmp_path / "报告")
    (scores,) = lines(scored.out)
    assert scores["questions"] == 3
    assert (tmp_path / "报告" / "index.html").is_file()
    assert "按题型" in wenju("eval", "score", question_set, run).out

    (compared,) = lines(wenju("eval", "compare", question_set, run, run, "--json").out)
    assert all(contest["win"] == contest["loss"] == 0 for contest in compared["measures"].values())
    assert "answer_found" in wenju("eval", "compare", question_set, run, run).out


@pytest.fixture
def gold(corpus: Path, tmp_path: Path) -> Path:
    source = (corpus / "医院.txt").read_text(encoding="utf-8")
    start, end = source.index("一、什么是"), len(source.rstrip())
    article = {"id": "医院-1", "file": "医院.txt", "title": "医院档案管理的几点体会", "author": "李秀英"}
    file = tmp_path / "标注.json"
    file.write_text(json.dumps([{**article, "spans": [[start, end]]}]), encoding="utf-8")
    return file


def test_a_segmentation_is_scored_from_an_index_and_from_files_alike(
    wenju: Wenju, index: Path, corpus: Path, gold: Path
) -> None:
    (indexed,) = lines(wenju("eval", "articles", gold, "--index", index, "--json").out)
    (read,) = lines(wenju("eval", "articles", gold, "--corpus", corpus, "--json").out)
    assert indexed == read
    assert set(indexed["mean"].values()) == {1.0}
    assert indexed["false_articles"] == 0
    table = wenju("eval", "articles", gold, "--corpus", corpus, "--lang", "en").out
    assert "whole        1.0000  boundaries right" in table


def test_a_gold_that_does_not_fit_is_told_with_its_line(wenju: Wenju, index: Path, tmp_path: Path) -> None:
    file = tmp_path / "标注.json"
    file.write_text('[\n{"id": "甲-1", "file": "无.txt", "spans": [[0, 9]]}\n]', encoding="utf-8")
    ran = wenju("eval", "articles", file, "--index", index)
    assert ran.status == 1
    assert "第 2 行：没有读到 无.txt" in ran.err


def test_a_faulty_question_set_is_told_with_its_line(wenju: Wenju, index: Path, tmp_path: Path) -> None:
    file = tmp_path / "题集.jsonl"
    file.write_text('{"qid": "q1"}\n', encoding="utf-8")
    ran = wenju("eval", "run", file, "--index", index, "--out", tmp_path / "运行.jsonl")
    assert ran.status == 1
    assert "第 1 行" in ran.err


def test_generations_are_listed_and_gone_back_to(wenju: Wenju, corpus: Path, tmp_path: Path) -> None:
    library = tmp_path / "索引"
    wenju("refresh", corpus / "煤矿.md", "--index", library)
    wenju("refresh", corpus, "--index", library)
    first, second = lines(wenju("generations", "--index", library, "--json").out)
    assert (first["published"], second["published"]) == (False, True)
    assert lines(wenju("status", "--index", library, "--json").out)[0]["articles"] == 2

    (report,) = lines(wenju("rollback", "--index", library, "--json").out)
    assert report == {"generation": first["generation"], "replaced": second["generation"]}
    assert lines(wenju("status", "--index", library, "--json").out)[0]["articles"] == 1

    there = wenju("rollback", second["generation"], "--index", library)
    assert second["generation"] in there.out
    assert f"* {second['generation']}" in wenju("generations", "--index", library).out
    assert "2" in wenju("status", "--index", library).out


def test_going_back_to_what_is_not_kept_is_told(wenju: Wenju, index: Path) -> None:
    ran = wenju("rollback", "000099-20200101T000000Z", "--index", index)
    assert (ran.status, ran.out) == (1, "")
    assert "000099" in ran.err

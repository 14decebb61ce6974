import asyncio
from pathlib import Path

import httpx
import pytest

from rag.assistant import Assistant
from rag.retrieval.search import RetrievalSettings
from ui.api import build_api


def call(assistant: Assistant, method: str, address: str, body: object = None) -> httpx.Response:
    """One request to the interfaces over an index."""

    async def request() -> httpx.Response:
        transport = httpx.ASGITransport(app=build_api(assistant))
        async with httpx.AsyncClient(transport=transport, base_url="http://wenju") as client:
            return await client.request(method, address, json=body)

    return asyncio.run(request())


def test_health_is_told_with_the_generation(assistant: Assistant):
    response = call(assistant, "GET", "/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "generation": assistant.snapshot().generation}


def test_without_an_index_nothing_can_be_answered_and_the_reason_is_said(tmp_path: Path):
    nothing = Assistant(tmp_path)
    for response in (call(nothing, "GET", "/healthz"), call(nothing, "POST", "/ask", {"question": "谁？"})):
        assert response.status_code == 503
        assert response.json()["status"] == "unavailable"
        assert str(tmp_path) in response.json()["reason"]


def test_health_names_the_reranker(library: Path, reranker_folder: Path):
    asking = Assistant(library, retrieval_settings=RetrievalSettings(reranker=str(reranker_folder)))
    assert call(asking, "GET", "/healthz").json()["reranker"] == str(reranker_folder)


def test_without_the_reranker_of_the_settings_nothing_can_be_answered_and_the_reason_is_said(
    library: Path, tmp_path: Path
):
    asking = Assistant(library, retrieval_settings=RetrievalSettings(reranker=str(tmp_path / "没有")))
    for response in (call(asking, "GET", "/healthz"), call(asking, "POST", "/ask", {"question": "谁？"})):
        assert response.status_code == 503
        assert "没有这个重排模型的文件夹" in response.json()["reason"]


def test_a_question_brings_the_reply_object_of_the_contract(assistant: Assistant):
    body = {"question": "2023年消除隐患多少条？", "passages": 2}
    reply = call(assistant, "POST", "/ask", body).json()
    assert reply["answers"][0]["text"].startswith("2023年全矿共发现并消除隐患846条")
    assert reply["citations"][0]["title"] == "抓实班组安全管理的实践"
    assert len(reply["passages"]) == 2


def test_questions_asked_side_by_side_get_their_own_answers(assistant: Assistant):
    asked = {"2023年消除隐患多少条？": "846条", "门诊平均等候时间缩短到多少分钟？": "十九分钟"}

    async def ask_all() -> list[tuple[str, httpx.Response]]:
        transport = httpx.ASGITransport(app=build_api(assistant))
        async with httpx.AsyncClient(transport=transport, base_url="http://wenju") as client:
            questions = [*asked] * 8
            posts = [client.post("/ask", json={"question": question}, timeout=60) for question in questions]
            return list(zip(questions, await asyncio.gather(*posts), strict=True))

    for question, response in asyncio.run(ask_all()):
        assert asked[question] in response.json()["answers"][0]["text"]


@pytest.mark.parametrize("body", [None, [], {}, {"question": 5}, {"question": "谁？", "passages": 1000}])
def test_what_is_no_question_is_refused(assistant: Assistant, body: object):
    assert call(assistant, "POST", "/ask", body).status_code == 422


def test_nothing_else_is_published(assistant: Assistant):
    for address in ("/docs", "/redoc", "/openapi.json"):
        assert call(assistant, "GET", address).status_code == 404


def test_a_question_may_keep_to_some_of_the_articles(assistant: Assistant):
    body = {"question": "2023年消除隐患多少条？", "filters": {"file": "医院.md"}}
    reply = call(assistant, "POST", "/ask", body).json()
    assert {passage["file"] for passage in reply["passages"]} == {"医院.md"}
    assert (reply["filters"], reply["held_back"]) == ({"file": "医院.md"}, True)


@pytest.mark.parametrize("filters", [{"since": "去年"}, {"colour": "red"}, {"kind": "poem"}])
def test_filters_that_are_none_are_refused(assistant: Assistant, filters: dict[str, str]):
    response = call(assistant, "POST", "/ask", {"question": "谁？", "filters": filters})
    assert response.status_code == 422

"""The page as somebody uses it: a real server over a real index, in a real browser."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from rag.index.refresh import refresh
from rag.index.request import RefreshRequest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PATIENCE_MS = 60_000
"""A shared machine may be busy; what is waited for comes in a fraction of it."""

WIDE: "playwright.ViewportSize" = {"width": 1280, "height": 844}

QUESTION = "加强班组安全管理的措施有哪些？"


@pytest.fixture(scope="module")
def index(articles_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of its own, which one of the tests changes; one of the articles is printed twice."""
    folder = tmp_path_factory.mktemp("服务")
    shutil.copytree(articles_folder, folder / "文章")
    coal = (articles_folder / "煤矿.md").read_text(encoding="utf-8")
    again = coal.replace("# 抓实班组安全管理的实践", "# 白石沟的班组").replace("，", ", ")
    (folder / "文章" / "转载.md").write_text(again, encoding="utf-8")
    refresh(RefreshRequest((folder / "文章",), folder / "索引"))
    return folder / "索引"


@pytest.fixture(scope="module")
def address(index: Path) -> Iterator[str]:
    """The page of a running server."""
    command = [sys.executable, "-m", "ui", "serve", "--index", str(index), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", env=_quiet()) as server:
        assert server.stderr
        said: list[str] = []
        for line in server.stderr:
            said.append(line)
            if found := re.search(r"http://\S+", line):
                break
        assert found, "".join(said)
        # Keep reading, or a server with much to say would wait for ever.
        threading.Thread(target=said.extend, args=(server.stderr,), daemon=True).start()
        yield found.group()
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=10)
        assert "Traceback" not in "".join(said)


def _quiet() -> dict[str, str]:
    return {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}


class Window:
    """One window on the page, and every address that it asked for."""

    def __init__(self, page: "playwright.Page", address: str) -> None:
        self.page = page
        self.address = address
        self.asked_for: list[str] = []
        self.faults: list[str] = []
        page.on("request", lambda request: self.asked_for.append(request.url))
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.answer = self.go()

    def go(self, rest: str = "") -> "playwright.Response | None":
        """Open the page, as if its address with ``rest`` behind it had been typed."""
        answer = self.page.goto(self.address + rest)
        self.page.wait_for_selector(".wj-welcome")
        return answer

    def ask(self, question: str) -> "playwright.Locator":
        """Type a question, press Enter, and wait for the reply."""
        before = self.page.locator(".wj-reply").count()
        self.page.fill("#wj-box textarea", question)
        self.page.press("#wj-box textarea", "Enter")
        reply = self.page.locator(".wj-reply").nth(before)
        reply.wait_for()
        return reply

    def open_article(self, link: "playwright.Locator") -> None:
        """Click a citation and wait until its article stands there."""
        link.click()
        self.page.wait_for_selector("#wj-sheet .wj-article")

    def lit(self) -> str:
        """The words that are lit in the article."""
        return "".join(self.page.locator("#wj-sheet mark").all_text_contents())


@pytest.fixture(scope="module")
def opened(address: str) -> Iterator[Window]:
    """The page, open in a Chromium wherever that is."""
    found = [os.environ.get("CHROMIUM", "")] + [shutil.which(name) or "" for name in NAMES]
    path = next((path for path in found if path), None)
    with playwright.sync_playwright() as driver:
        own = driver.chromium.executable_path
        if path is None and not Path(own).exists():
            pytest.skip("no Chromium found: install one, or name it in $CHROMIUM")
        browser = driver.chromium.launch(executable_path=path or own)
        page = browser.new_page(viewport=WIDE, locale="zh-CN")
        page.set_default_timeout(PATIENCE_MS)
        yield Window(page, address)
        browser.close()


@pytest.fixture
def window(opened: Window) -> Iterator[Window]:
    """The same window with a new conversation: loading the page is what takes long."""
    opened.page.set_viewport_size(WIDE)
    with opened.page.expect_response("**/gradio_api/run/**") as emptied:
        opened.page.click("#wj-new")
    emptied.value.finished()  # the box is emptied too: what was typed before would be lost
    opened.page.wait_for_selector(".wj-welcome")
    opened.page.wait_for_selector("#wj-sheet", state="hidden")
    yield opened
    assert opened.faults == []


def test_a_citation_opens_its_article_at_the_lit_quotation(window: Window):
    reply = window.ask(QUESTION)
    assert "推行三交三查制度" in reply.inner_text()
    assert "逐字一致 ✓" in reply.inner_text()
    window.open_article(reply.locator(".wj-answer a.cite").nth(1))
    assert window.lit().endswith("开办井口课堂")
    assert "赵永川" in window.page.inner_text("#wj-sheet header")
    window.page.wait_for_function(
        "() => { const lit = document.querySelector('#lit').getBoundingClientRect();"
        " return lit.top > 0 && lit.bottom < innerHeight; }"
    )


def test_the_next_citation_is_one_click_away(window: Window):
    window.open_article(window.ask(QUESTION).locator(".wj-answer a.cite").first)
    assert window.page.inner_text(".wj-position") == "1 / 3"
    window.page.click(".wj-next")
    window.page.wait_for_function("() => document.querySelector('.wj-position').textContent === '2 / 3'")
    assert window.lit().endswith("开办井口课堂")
    window.page.click(".wj-previous")
    window.page.wait_for_function("() => document.querySelector('.wj-position').textContent === '1 / 3'")


def test_another_printing_opens_at_the_same_words(window: Window):
    reply = window.ask("2023年消除隐患多少条？")
    assert reply.locator(".wj-card").count() == 1
    window.page.get_by_text("另有 1 处刊载").click()
    window.open_article(reply.locator(".wj-reprints a.cite"))
    assert window.page.inner_text("#wj-sheet h2") == "白石沟的班组"
    assert "转载.md" in window.page.inner_text("#wj-sheet header")
    assert "消除隐患846条" in window.lit()


def test_the_keyboard_is_enough(window: Window):
    reply = window.ask(QUESTION)
    link = reply.locator(".wj-answer a.cite").first
    link.focus()
    window.page.keyboard.press("Enter")
    window.page.wait_for_selector("#wj-sheet .wj-article")
    assert window.page.evaluate("document.activeElement.id") == "lit"
    window.page.keyboard.press("Escape")
    window.page.wait_for_selector("#wj-sheet", state="hidden")
    assert window.page.evaluate("document.activeElement.textContent") == "[1]"


def test_how_the_page_was_read_is_told_when_the_fold_is_opened(window: Window):
    window.open_article(window.ask(QUESTION).locator(".wj-answer a.cite").first)
    assert window.page.locator("#wj-sheet .wj-reading-body > *").count() == 0
    window.page.click("#wj-sheet .wj-reading summary")
    window.page.get_by_text("本页共 1 篇，这是第 1 篇。 排法：每行是一个段落").wait_for()
    assert "没有存疑之处" in window.page.inner_text(".wj-reading-body")
    window.page.locator("#wj-sheet a.wj-jump").first.click()
    window.page.wait_for_function(
        "() => document.querySelector('#lit').textContent === '白石沟煤矿把班组作为安全'"
    )
    assert window.page.get_by_text("本页共 1 篇").is_visible()
    assert window.page.evaluate("document.documentElement.scrollWidth") == WIDE["width"]


@pytest.mark.parametrize("width", [WIDE["width"], 390])
def test_why_a_passage_was_found_is_told_when_the_fold_is_opened_with_the_keyboard(
    window: Window, width: int
):
    window.page.set_viewport_size({"width": width, "height": 844})
    reply = window.ask(QUESTION)
    fold = reply.locator(".wj-card .wj-why").first
    assert fold.locator(".wj-why-body > *").count() == 0
    fold.locator("summary").focus()
    window.page.keyboard.press("Enter")
    fold.get_by_text("主要凭“").wait_for()
    assert "段落里的词" in fold.inner_text()
    bar = fold.locator(".wj-bar-fill").first.bounding_box()
    assert bar
    assert bar["width"] > 50
    reply.locator(".wj-passages:not(.wj-reprints) > summary").click()
    other = reply.locator("li > .wj-why").first
    other.locator("summary").click()
    other.locator(".wj-because").wait_for()
    assert window.page.evaluate("document.documentElement.scrollWidth") == width


def test_nothing_is_asked_of_another_host(window: Window, address: str):
    window.open_article(window.ask(QUESTION).locator(".wj-answer a.cite").first)
    hosts = {urlsplit(url).netloc for url in window.asked_for if not url.startswith(("data:", "blob:"))}
    assert hosts == {urlsplit(address).netloc}
    assert window.answer
    assert "default-src 'self'" in window.answer.headers["content-security-policy"]


def test_text_that_would_act_does_nothing(window: Window):
    struck = '<img src=x onerror="window.struck=9"> ![x](http://evil.example/q.png) ${window.struck=8}'
    window.ask(struck)
    assert struck in window.page.inner_text(".wj-question")
    reply = window.ask("县医院门诊平均等候时间缩短到多少分钟？")
    assert "<script>window.struck=2</script>" in reply.locator(".wj-answer").inner_text()
    window.open_article(reply.locator(".wj-answer a.cite").first)
    assert "[点我](javascript:window.struck=3) ${window.struck=4}" in window.page.inner_text("#wj-sheet")
    assert window.page.evaluate("window.struck") is None
    assert window.page.locator("#wj-main img").count() == 0
    assert not any("evil" in url for url in window.asked_for)


def test_the_page_offers_none_of_its_events_to_programs(address: str):
    with urlopen(f"{address}gradio_api/info") as response:
        offered = json.load(response)
    assert offered["named_endpoints"] == offered["unnamed_endpoints"] == {}


def test_the_answer_can_be_copied_with_its_sources(window: Window):
    window.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    window.ask("2023年消除隐患多少条？").locator(".wj-copy").click()
    window.page.wait_for_selector(".wj-copied")
    copied = window.page.evaluate("navigator.clipboard.readText()")
    assert "846条" in copied
    assert "《抓实班组安全管理的实践》" in copied
    assert "煤矿.md" in copied


def test_an_example_is_asked_with_one_click(window: Window):
    example = window.page.locator("#wj-talk button.example").first
    question = example.inner_text().strip()
    example.click()
    window.page.wait_for_selector(".wj-reply")
    assert window.page.inner_text(".wj-question") == question


def test_a_follow_up_shows_how_it_was_understood(window: Window):
    window.ask("《抓实班组安全管理的实践》是谁写的？")
    reply = window.ask("他是哪个单位的？")
    assert "抓实班组安全管理的实践" in reply.locator(".wj-understood").inner_text()


def newest(window: Window, question: str) -> "playwright.Locator":
    """The reply to this question, once it is the newest."""
    window.page.wait_for_function(
        "asked => [...document.querySelectorAll('.wj-question')].at(-1).innerText === asked", arg=question
    )
    return window.page.locator(".wj-reply").last


@pytest.mark.parametrize("width", [1280, 390])
def test_what_was_understood_is_mended_and_asked_again_with_the_keyboard(window: Window, width: int):
    window.page.set_viewport_size({"width": width, "height": 844})
    window.ask("《抓实班组安全管理的实践》是谁写的？")
    window.page.fill("#wj-box textarea", "写了一半的")
    reply = newest(window, "《抓实班组安全管理的实践》是谁写的？")
    reply.get_by_role("button", name="作者是哪个单位的？").press("Enter")
    reply = newest(window, "作者是哪个单位的？")
    assert window.page.evaluate("document.activeElement.className") == "wj-question"
    understood = reply.locator(".wj-understood .wj-said").inner_text()
    reply.get_by_role("button", name="修改").press("Space")
    line = reply.locator(".wj-mending textarea")
    assert line.input_value() == understood
    assert line.evaluate("line => line === document.activeElement")
    line.press("Escape")
    assert not line.is_visible()
    reply.get_by_role("button", name="修改").press("Enter")
    assert window.page.evaluate("document.documentElement.scrollWidth") == width
    line.fill("2023年消除隐患多少条？")
    line.press("Enter")
    reply = newest(window, "2023年消除隐患多少条？")
    assert "846条" in reply.locator(".wj-answer").inner_text()
    assert reply.locator(".wj-understood").count() == 0
    assert window.page.locator(".wj-question").all_inner_texts() == [
        "《抓实班组安全管理的实践》是谁写的？",
        "2023年消除隐患多少条？",
    ]
    assert window.page.input_value("#wj-box textarea") == "写了一半的"


def test_a_mended_question_that_is_left_as_it_was_is_understood_as_before(window: Window):
    window.ask(QUESTION)
    window.page.locator(".wj-ask").first.click()
    reply = newest(window, "第一点具体说说")
    understood, answer = (
        reply.locator(one).inner_text() for one in (".wj-understood .wj-said", ".wj-answer")
    )
    reply.locator(".wj-edit").click()
    reply.get_by_role("button", name="按此再问").click()
    assert newest(window, understood).locator(".wj-answer").inner_text() == answer
    assert window.page.locator(".wj-reply").count() == 2


def test_enter_that_ends_a_word_of_an_input_method_asks_nothing(window: Window):
    window.ask(QUESTION)
    window.page.locator(".wj-ask").first.click()
    newest(window, "第一点具体说说").locator(".wj-edit").click()
    line = window.page.locator(".wj-mending textarea")
    line.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    assert line.is_visible()


def test_a_new_conversation_begins_empty(window: Window):
    window.open_article(window.ask(QUESTION).locator(".wj-answer a.cite").first)
    window.page.click("#wj-new")
    window.page.wait_for_selector(".wj-welcome")
    window.page.wait_for_selector("#wj-sheet", state="hidden")
    assert window.page.locator(".wj-reply").count() == 0


def test_on_a_phone_the_article_lies_over_the_chat(window: Window):
    window.page.set_viewport_size({"width": 390, "height": 844})
    window.open_article(window.ask(QUESTION).locator(".wj-answer a.cite").first)
    box = window.page.locator("#wj-sheet").bounding_box()
    assert box
    assert box["width"] == 390
    assert window.page.evaluate("document.documentElement.scrollWidth") == 390
    window.page.click(".wj-close")
    window.page.wait_for_selector("#wj-sheet", state="hidden")


def test_a_screen_reader_hears_words_and_no_markup(window: Window):
    window.ask(QUESTION)
    window.page.wait_for_function("() => !document.querySelector('#wj-talk [data-testid][aria-label]')")
    assert window.page.locator("#wj-box .submit-button").get_attribute("aria-label")


def test_the_other_language_is_one_click_away(window: Window):
    window.ask(QUESTION)
    window.page.click("#wj-language")
    window.page.get_by_text("Sources", exact=True).wait_for()
    assert (
        window.page.locator("#wj-box textarea").get_attribute("placeholder")
        == "Type a question and press Enter"
    )
    assert window.page.evaluate("document.documentElement.lang") == "en"
    window.page.click("#wj-language")
    window.page.get_by_text("出处", exact=True).wait_for()


@pytest.fixture
def narrowed(window: Window) -> Iterator[Window]:
    """The window with one author chosen, who wrote nothing of what is asked; nothing is chosen in the end."""
    window.page.click("#wj-filter > .label-wrap")
    window.page.click("#wj-filter-author input")
    window.page.get_by_role("option", name="李秀英 (1)").click()
    window.page.wait_for_selector("text=筛选 · 3 篇中有 1 篇符合")
    yield window
    window.page.click("#wj-filter-clear")
    window.page.wait_for_function("() => !document.querySelector('#wj-filter').innerText.includes('符合')")
    window.page.click("#wj-filter > .label-wrap")


def test_an_answer_that_the_filters_hold_back_is_one_click_away(narrowed: Window):
    reply = narrowed.ask(QUESTION)
    assert "筛选：作者 李秀英" in reply.inner_text()
    assert "答案被筛选条件挡住了" in reply.inner_text()
    reply.locator("a.wj-unfilter").click()
    narrowed.page.get_by_text("推行三交三查制度").first.wait_for()
    assert narrowed.page.locator(".wj-reply").count() == 1
    assert narrowed.page.locator(".wj-filtered").count() == 0
    assert narrowed.page.input_value("#wj-filter-author input") == "不限"


def test_the_filters_stay_in_a_new_conversation_and_in_the_other_language(narrowed: Window):
    narrowed.page.click("#wj-new")
    narrowed.page.wait_for_selector(".wj-welcome")
    narrowed.page.click("#wj-language")
    narrowed.page.wait_for_selector("text=Filters · 1 of 3 articles pass")
    assert "Filters: Author 李秀英" in narrowed.ask("门诊平均等候时间是多少分钟？").inner_text()
    narrowed.page.click("#wj-language")
    narrowed.page.wait_for_selector("text=筛选 · 3 篇中有 1 篇符合")


def test_a_date_that_is_none_is_told_beside_the_panel(narrowed: Window):
    narrowed.page.fill("#wj-filter-since textarea, #wj-filter-since input", "去年")
    narrowed.page.wait_for_selector("#wj-filter-state >> text=看不懂筛选的日期")
    assert "看不懂筛选的日期" in narrowed.ask(QUESTION).inner_text()


DOCK = """# 渡口的规矩

渡口管理委员会（以下简称“渡管委”）立下“三必到”。船工都守“三必到”，乘客放心。

渡口管理委员会每月巡查十二次。
"""


@pytest.mark.parametrize("width", [1280, 390])
def test_a_ticked_phrase_is_written_and_the_next_question_uses_it(
    window: Window, index: Path, articles_folder: Path, width: int
):
    more = articles_folder.parent / "渡口.md"
    more.write_text(DOCK, encoding="utf-8")
    refresh(RefreshRequest((articles_folder, more), index))
    (index / "phrases.txt").unlink(missing_ok=True)
    page = window.page
    page.set_viewport_size({"width": width, "height": 844})
    assert page.locator("#wj-phrases-offered input").count() == 0
    page.click("#wj-phrases > .label-wrap")
    page.get_by_text("现有自带 4716 条，自己的 0 条").wait_for()
    page.locator("#wj-phrases-offered li", has_text="三必到").locator("a").click()
    page.wait_for_selector("#wj-sheet .wj-article")
    assert window.lit() == "渡口管理委员会（以下简称“渡管委”）立下“三必到”。"
    page.click(".wj-close")
    page.get_by_label("渡管委 = 渡口管理委员会").check()
    own = page.locator("#wj-phrases-own").locator("textarea, input")
    own.fill("三必到 =")
    own.press("Enter")
    page.get_by_text("“三必到 =”没有写入：= 或 ~ 的一边没有词语").wait_for()
    assert not (index / "phrases.txt").exists()
    own.fill("看船次数 ~ 巡查")
    page.click("#wj-phrases-add")
    page.get_by_text("现有自带 4716 条，自己的 2 条").wait_for()
    page.wait_for_function("() => !document.querySelector('#wj-phrases-offered input:checked')")
    assert page.locator("#wj-phrases-offered li").all_inner_texts() == ["三必到\n2 次"]
    assert own.input_value() == ""
    assert page.evaluate("document.documentElement.scrollWidth") == width
    written = (index / "phrases.txt").read_text(encoding="utf-8").splitlines()
    assert written[-2:] == ["渡管委 = 渡口管理委员会", "看船次数 ~ 巡查"]
    reply = window.ask("渡管委每月看船次数是多少？")
    assert "十二次" in reply.locator(".wj-answer").inner_text()
    page.wait_for_selector("#wj-phrases-add", state="hidden")


def test_a_new_generation_is_answered_from_without_a_restart(
    window: Window, index: Path, articles_folder: Path
):
    more = articles_folder.parent / "铁路.md"
    more.write_text("# 站区服务纪实\n\n苇河车站2024年为旅客办理遗失物品查找1375件。\n", encoding="utf-8")
    refresh(RefreshRequest((articles_folder, more), index))
    reply = window.ask("苇河车站2024年办理遗失物品查找多少件？")
    assert "1375件" in reply.locator(".wj-answer").inner_text()


def test_the_address_can_ask_for_english(window: Window):
    window.go("?lang=en")
    assert "Ask your own articles" in window.page.inner_text(".wj-welcome")
    assert "3 articles" in window.page.inner_text(".wj-welcome")

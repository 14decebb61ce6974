"""From a file of each format to a quotation that leads back to it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from eval.benchmarks import sample_files as made
from rag.article_json import article_object
from rag.assistant import Assistant
from rag.corpus.readers.process import worker
from rag.index.refresh import refresh
from rag.index.request import RefreshReport, RefreshRequest
from rag.reply_json import reply_object
from rag.text.spans import without_layout

HTML = (
    "<nav><a>首页</a></nav><h1>夜班食堂办起来以后</h1><p>夜班食堂每晚供应热饭三百六十份，价格不超过八元。</p>"
    "<h2>一、选好师傅</h2><p>掌勺师傅是全厂投票选出来的老工人段有粮。</p>"
)
WORD = "".join(
    (
        made.paragraph("巡线工的四季背包", "a3"),
        made.paragraph("●北岭供电所 程野"),
        made.paragraph("巡线工的背包里有望远镜、测温枪和干粮。全所管线一千八百四十公里，每月步行巡视两遍。"),
        made.table(("季节", "防什么"), ("春季", "鸟害"), ("夏季", "雷击")),
    )
)
PAPER = (
    made.lines_down(
        [
            "码头夜校的三年",
            "●青湾航运公司 沈渡",
            "公司在沿江各个渡口都办起了码头夜校，",
            "船员不出渡口就能听课。",
        ]
    ),
    made.lines_down(["夜校每周二晚上开课，全年培训船员四百", "一十二名，讲授航道知识和急救方法。"]),
)
BOOK = ["<p>题献。</p>", "<h1>养蜂的日子</h1><p>蜂场设在白石沟，采蜜期从五月初到七月底，一共八十五天。</p>"]
TABLE = "编号,标题,作者,正文\n库-3,井口课堂,赵永川,井口课堂每天班前用十五分钟讲一个案例，由班组长轮流主讲。\n"

FILES: dict[str, bytes] = {
    "食堂.html": made.html(
        HTML, '<title>夜班食堂办起来以后_厂报</title><meta name="author" content="罗小满">'
    ),
    "巡线.docx": made.docx(WORD, {"styles": made.STYLES}),
    "夜校.pdf": made.pdf(PAPER),
    "养蜂.epub": made.epub(BOOK),
    "案例.csv": TABLE.encode("gb18030"),
}
ASKED = {
    # A question, and where its answer stands.
    "夜班食堂每晚供应热饭多少份？": ("食堂.html", None, "三百六十份"),
    "全所管线一共多少公里？": ("巡线.docx", None, "一千八百四十公里"),
    "码头夜校全年培训船员多少名？": ("夜校.pdf", "第 2 页", "四百一十二名"),
    "采蜜期一共多少天？": ("养蜂.epub", "第 2 部分", "八十五天"),
    "井口课堂每天班前用多少分钟讲案例？": ("案例.csv", None, "十五分钟"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made_folder = tmp_path_factory.mktemp("各种格式")
    for name, data in FILES.items():
        (made_folder / name).write_bytes(data)
    return made_folder


@pytest.fixture(scope="module")
def index(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made_index = tmp_path_factory.mktemp("索引")
    report: RefreshReport = refresh(RefreshRequest((folder,), made_index))
    assert report.skipped == ()
    return made_index


@pytest.fixture(scope="module")
def assistant(index: Path) -> Assistant:
    return Assistant(index)


@pytest.mark.parametrize("question", ASKED)
def test_a_quotation_stands_where_its_pieces_say_and_names_its_page(assistant: Assistant, question: str):
    file, place, words = ASKED[question]
    shown = reply_object(assistant.ask(question))
    assert not shown["abstained"]
    citation = shown["citations"][0]
    assert (citation["file"], citation["place"]) == (file, place)
    assert words in citation["quote"]
    snapshot = assistant.snapshot()
    text = snapshot.source(snapshot.article(citation["article_id"]))
    said = "".join(text[start:end] for start, end in citation["pieces"])
    assert without_layout(said) == without_layout(citation["quote"])


def test_what_a_format_knows_beside_the_text_is_known(assistant: Assistant):
    shown = {one["file"]: one for one in (article_object(a, 1) for a in assistant.snapshot().articles())}
    assert (shown["食堂.html"]["title"], shown["食堂.html"]["author"]) == ("夜班食堂办起来以后", "罗小满")
    assert (shown["巡线.docx"]["title"], shown["巡线.docx"]["author"]) == ("巡线工的四季背包", "程野")
    assert (shown["夜校.pdf"]["title"], shown["夜校.pdf"]["affiliation"]) == (
        "码头夜校的三年",
        "青湾航运公司",
    )
    assert (shown["案例.csv"]["record"], shown["案例.csv"]["author"]) == ("库-3", "赵永川")


def test_nothing_is_read_twice_and_no_process_is_left(folder: Path, index: Path):
    again = refresh(RefreshRequest((folder,), index))
    assert (again.encoded, tuple(again.changes)) == (0, (0, 0, 0))
    assert worker._WORKER.pid is None


HEAVY = ("pypdfium2", "docx", "selectolax", "lxml")
ASK = """
import json, sys
from ui.cli import main
main(["ask", "码头夜校全年培训船员多少名？", "--index", sys.argv[1], "--json"])
print(json.dumps(sorted(set(sys.argv[2:]) & set(sys.modules))), file=sys.stderr)
"""


def test_asking_needs_none_of_the_libraries_that_read_files(index: Path):
    asked = subprocess.run([sys.executable, "-c", ASK, str(index), *HEAVY], capture_output=True, check=True)
    assert json.loads(asked.stdout)["citations"][0]["place"] == "第 2 页"
    assert json.loads(asked.stderr.decode().splitlines()[-1]) == []


def test_the_program_reads_them_from_any_folder(folder: Path, tmp_path: Path):
    """As the console script does: nothing of ours in the working folder."""
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-m", "ui", "refresh", str(folder), "--index", str(tmp_path / "库"), "--json"],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": root},
    )
    report = json.loads(done.stdout)
    assert (report["articles"], report["skipped"]) == (6, [])

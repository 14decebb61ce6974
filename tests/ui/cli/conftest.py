"""A tiny library, and the command line as scripts meet it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from ui.cli import main

COAL = """# 东山煤矿安全生产工作的做法

王建国

（东山煤矿 宣传科）

一、健全安全检查制度

东山煤矿建立了安全检查制度，安全检查每月进行两次。2008年全矿产煤120万吨。

二、抓好安全教育的三项措施

（一）开展班前教育

每班下井以前，由班长讲清当班的危险源。

（二）办好安全夜校

夜校每周上课一次，学员须经考试合格。

（三）树立安全标兵

每季度评选安全标兵十名。
"""

ARCHIVES = """# 医院档案管理的几点体会

李秀英

一、什么是病案档案

病案档案是指医院在诊疗过程中形成的、具有保存价值的记录。

二、档案室的条件

档案室应当防火、防潮、防虫。
"""


class Ran(NamedTuple):
    """What a script sees of one command."""

    status: int
    out: str
    err: str


Wenju = Callable[..., Ran]


@pytest.fixture
def wenju(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Wenju:
    """Run one command line in a clean folder and environment."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Ran:
        status = main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return run


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles in a folder."""
    folder = tmp_path_factory.mktemp("文章")
    (folder / "煤矿.md").write_text(COAL, encoding="utf-8")
    (folder / "医院.txt").write_text(ARCHIVES, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def index(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their index; commands that change an index take another."""
    folder = tmp_path_factory.mktemp("库") / "索引"
    assert main(["refresh", str(corpus), "--index", str(folder)]) == 0
    return folder

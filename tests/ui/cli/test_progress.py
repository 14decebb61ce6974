"""Progress where there is no terminal."""

import pytest

from ui.cli.progress import plain_lines, showing_progress


def test_a_stage_is_told_when_it_begins_and_then_seldom(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    advance = plain_lines(lambda: now[0])
    for done, at in enumerate((0.0, 1.0, 9.0, 11.0, 12.0)):
        now[0] = at
        advance("读取文章", done, 5)
    advance("计算向量", 0, 171)
    assert capsys.readouterr().err.splitlines() == ["读取文章 0/5", "读取文章 3/5", "计算向量 0/171"]


def test_nothing_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    with showing_progress() as advance:
        advance("提问", 1, 2)
    assert capsys.readouterr() == ("", "提问 1/2\n")

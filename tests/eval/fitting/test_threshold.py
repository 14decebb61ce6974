"""Where the line is drawn, and what it costs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.fitting.dev_sets import Found
from eval.fitting.threshold import Judged, cross_validated, judged, line_of, main, price, told

KEPT = st.lists(st.sampled_from([0.1, 0.3, 0.3, 0.6, 0.9]), min_size=1, max_size=30)


def question(confidence: float, cluster: str, kind: str = "answerable") -> Judged:
    return Judged(confidence, kind == "answerable", cluster, kind)


SET = [
    question(0.2, "甲"),
    question(0.7, "甲"),
    question(0.8, "乙"),
    question(0.9, "乙"),
    question(0.1, "甲", "absent"),
    question(0.75, "乙", "near-miss"),
]


@given(KEPT, st.floats(0, 1))
def test_no_more_is_refused_than_wanted(kept: list[float], share: float):
    line = line_of([question(one, "甲") for one in kept], share)
    assert sum(one < line for one in kept) <= share * len(kept)


def test_a_line_has_its_price():
    assert line_of(SET, 0.25) == 0.7
    found = price(SET, [0.7] * len(SET))
    assert (found.refused.value, found.refused.n) == (0.25, 4)
    assert (found.caught.value, found.caught.n) == (0.5, 2)


def test_each_article_is_judged_by_a_line_drawn_without_it():
    assert cross_validated(SET, 0.5, folds=2) == [0.9, 0.9, 0.7, 0.7, 0.9, 0.7]


def test_the_lines_told_name_the_threshold_and_each_kind():
    lines = list(told(SET, 0.25))
    assert lines[0] == "refusal_threshold 0.300: nothing is claimed where doubt leaves less than 0.700"
    assert [line.split()[0] for line in lines if "caught" in line] == [
        "all",
        "cross-validated",
        "absent",
        "near-miss",
    ]
    assert sum(int(line.split()[-1]) for line in lines if line.startswith("    said")) == len(SET)


def test_what_answers_from_labels_is_never_refused_for_doubt(found: tuple[Found, ...]):
    sure = {one.question.qid: one_judged for one, one_judged in zip(found, judged(found), strict=True)}
    assert sure["q5"].confidence == 1.0
    assert 0 < sure["q1"].confidence < 1
    assert not sure["q6"].answerable
    assert sure["q6"].confidence < sure["q1"].confidence


def test_the_command_draws_the_line_on_the_sets_given(
    dev_set: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
):
    main(["--set", *map(str, dev_set), "--refused", "0.2"])
    first, *lines = capsys.readouterr().out.splitlines()
    assert first.startswith("refusal_threshold 0.")
    assert lines[0].startswith("all questions    refused 0.167")
    assert not any("withheld" in line for line in lines)


def test_sets_of_one_kind_alone_draw_no_line(
    dev_set: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    only = tmp_path / "题.jsonl"
    only.write_text(dev_set[0].read_text("utf-8").split("\n")[0], "utf-8")
    with pytest.raises(SystemExit):
        main(["--set", str(only), str(dev_set[1])])
    assert "questions of both kinds" in capsys.readouterr().err

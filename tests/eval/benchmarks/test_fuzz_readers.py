import json
from pathlib import Path
from random import Random

import pytest

from eval.benchmarks.fuzz_readers import Figures, Misplaced, check, fuzz, main, one, samples
from eval.benchmarks.mutations import MUTATIONS, Mutation, spoiled
from rag.corpus.page import Landmark, LandmarkKind, Page
from rag.corpus.readers import SUFFIXES, close_readers


def test_there_is_a_sound_sample_of_every_format(tmp_path: Path):
    same = {".htm", ".xhtml"}
    assert samples().keys() == set(SUFFIXES) - same
    figures = Figures()
    for suffix, files in samples().items():
        for data in files:
            assert one(suffix, data, tmp_path, figures, "") is None
    close_readers()
    assert figures.read == figures.executions
    assert figures.articles > len(samples())


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_mutation_gives_bytes_and_the_same_for_the_same_chance(mutation: Mutation):
    for data in (b"", b"a", *samples()[".html"], *samples()[".docx"]):
        assert mutation(data, Random(5)) == mutation(data, Random(5))


def test_the_same_number_makes_the_same_file():
    every = [data for files in samples().values() for data in files]
    for number in range(60):
        data = every[number % len(every)]
        assert spoiled(data, every, Random(f"1:{number}")) == spoiled(data, every, Random(f"1:{number}"))


def test_landmarks_out_of_order_or_place_are_a_fault():
    def page(*starts: int) -> Page:
        return Page(
            "一.pdf", None, "安全生产。", landmarks=tuple(Landmark(s, LandmarkKind.PAGE, 1) for s in starts)
        )

    assert check(page(0, 3)) == 1
    for starts in ((3, 0), (2, 2), (0, 5)):
        with pytest.raises(Misplaced):
            check(page(*starts))


def test_a_short_run_finds_no_fault(tmp_path: Path):
    figures = fuzz(2.0, 11, None, tmp_path)
    assert figures.faults == []
    assert figures.executions.total() > 20


def test_the_command_writes_its_figures_as_json(tmp_path: Path):
    written: list[str] = []
    assert main(["--minutes", "0.01", "--seed", "4", "--keep", str(tmp_path / "留")], written.append) == 0
    shown = json.loads("".join(written))
    assert shown["total"] == sum(shown["executions"].values())
    assert shown["faults"] == []

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rag.errors import IndexDamaged
from rag.index.reprints_db import (
    REPRINTS_DB,
    KnownReprints,
    Reprint,
    count_reprints,
    read_known,
    read_reprints,
    write_reprints,
)
from rag.reprints.sketch import sketch_of

REPRINTS = (Reprint("乙", "甲", (0, -1, 2)), Reprint("丙", "甲", ()))


def written(folder: Path) -> KnownReprints:
    known = KnownReprints(
        {name: sketch_of(f"{name}矿班前会立下新规矩") for name in "甲乙丙"},
        {("丙", "甲"): True, ("乙", "丙"): False},
        REPRINTS,
    )
    write_reprints(folder / REPRINTS_DB, known)
    return known


def test_what_was_written_is_read_back(tmp_path: Path):
    known, read = written(tmp_path), read_known(tmp_path)
    assert (read.judged, read.reprints) == (known.judged, known.reprints)
    assert read.sketches.keys() == known.sketches.keys()
    for name, sketch in known.sketches.items():
        assert (read.sketches[name].chars, read.sketches[name].digest) == (sketch.chars, sketch.digest)
        assert np.array_equal(read.sketches[name].minhash, sketch.minhash)


def test_the_reprints_are_read_and_counted_alone(tmp_path: Path):
    written(tmp_path)
    assert read_reprints(tmp_path) == REPRINTS
    assert count_reprints(tmp_path) == 2


def test_a_generation_made_before_there_was_a_file_has_no_reprints(tmp_path: Path):
    assert (read_reprints(tmp_path), count_reprints(tmp_path)) == ((), 0)
    assert read_known(tmp_path) == KnownReprints()


def test_a_file_that_is_none_is_told_as_damage(tmp_path: Path):
    (tmp_path / REPRINTS_DB).write_text("不是数据库" * 100, "utf-8")
    with pytest.raises(IndexDamaged):
        read_reprints(tmp_path)

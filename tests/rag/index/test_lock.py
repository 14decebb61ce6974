from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from rag.errors import IndexBusy
from rag.index.lock import HOLDER, holder, writer_lock


def test_the_holder_can_be_named_while_it_holds(tmp_path: Path):
    assert holder(tmp_path) is None
    with writer_lock(tmp_path):
        who = holder(tmp_path)
        assert who is not None
        assert (who.pid, who.host) == (os.getpid(), socket.gethostname())
    assert holder(tmp_path) is None


def test_a_second_writer_is_turned_away_and_told_who_is_at_work(tmp_path: Path):
    with writer_lock(tmp_path):
        with pytest.raises(IndexBusy) as caught, writer_lock(tmp_path):
            pytest.fail("two writers")
        assert str(os.getpid()) in caught.value.say("zh")
        assert "writer.lock" in caught.value.say("zh")
    with writer_lock(tmp_path):
        pass


def test_a_writer_turned_away_leaves_the_holders_note(tmp_path: Path):
    with writer_lock(tmp_path):
        with pytest.raises(IndexBusy), writer_lock(tmp_path):
            pytest.fail("two writers")
        assert holder(tmp_path) is not None


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path):
    script = (
        "import os, sys; from pathlib import Path; from rag.index.lock import writer_lock\n"
        "with writer_lock(Path(sys.argv[1])): os._exit(9)"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    assert ended.returncode == 9
    assert holder(tmp_path) is not None
    with writer_lock(tmp_path):
        who = holder(tmp_path)
        assert who is not None
        assert who.pid == os.getpid()


def test_an_unreadable_note_does_not_hinder(tmp_path: Path):
    (tmp_path / HOLDER).write_text("{", "utf-8")
    with writer_lock(tmp_path):
        pass

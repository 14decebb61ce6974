"""``wenju serve``: from a folder of files to a page that answers."""

import json
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from ui.cli.serve import FIRST_PORT, HOST, PORTS_TRIED, first_free_port


def test_a_port_that_is_taken_is_passed_over() -> None:
    free = first_free_port(HOST)
    with socket.create_server((HOST, free)):
        assert first_free_port(HOST) > free
    assert FIRST_PORT <= free < FIRST_PORT + PORTS_TRIED


def _heed_ctrl_c() -> None:
    """A suite started in the background of a script ignores Ctrl-C, and so would its children."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way there")
def test_a_folder_is_indexed_and_served_until_interrupted(corpus: Path, tmp_path: Path) -> None:
    index = tmp_path / "索引"
    words = ["serve", "--index", str(index), "--corpus", str(corpus), "--lang", "en"]
    with subprocess.Popen(
        [sys.executable, "-m", "ui", *words],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=_heed_ctrl_c,
    ) as running:
        assert running.stderr
        told = ""
        while "in a browser" not in told:
            line = running.stderr.readline()
            assert line, told
            told += line
        assert told.startswith("building the index first\n")
        address = re.findall(r"http://127\.0\.0\.1:\d+/", told)[0]
        with urllib.request.urlopen(address + "healthz") as answer:
            health = json.load(answer)
        running.send_signal(signal.SIGINT)
        last_words = running.stderr.read()
    assert health["status"] == "ok"
    assert health["generation"] in told
    assert (running.returncode, last_words) == (130, "interrupted\n")

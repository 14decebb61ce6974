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

from rag.assistant import Assistant
from rag.retrieval.search import RetrievalSettings
from ui.cli.serve import FIRST_PORT, HOST, PORTS_TRIED, _warn_of_trouble, first_free_port
from ui.cli.session import Session


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


def test_a_reranker_that_is_not_there_is_told_when_the_server_starts(
    index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asking = Assistant(index, retrieval_settings=RetrievalSettings(reranker=str(tmp_path / "没有")))
    _warn_of_trouble(Session("en"), asking)
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith(f"there is no such folder of a reranker: {tmp_path / '没有'}.")
    assert told[1] == "serving all the same; it answers once the reranker can be loaded"

"""The process that files are read in: what it gives back, and what is left of it when a file breaks it."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import rag
from eval.benchmarks import sample_files as made
from rag.corpus.readers.process.wire import ReaderFault
from rag.corpus.readers.process.worker import CRASHED, Worker
from rag.corpus.readers.read_file import RawFile
from rag.corpus.readers.settings import ReadingSettings
from rag.errors import Unreadable

PDF, HTML = "rag.corpus.readers.pdf", "rag.corpus.readers.html"
SOUND = RawFile("一.pdf", made.pdf([made.lines_down(["安全。"])]))
BREAKERS = """
import os, time
def read(raw):
    if raw.data == b"hang":
        while True: time.sleep(1)
    if raw.data == b"crash": os.abort()
    if raw.data == b"memory": bytearray(8 * 2**30)
    if raw.data == b"fault": raise ZeroDivisionError("ours")
    if raw.data == b"print": os.write(1, b"noise" * 100); print("more noise")
    from rag.corpus.page import Page
    from rag.corpus.readers.read_file import ReadFile
    return ReadFile((Page(raw.name, None, str(os.getpid())),))
"""


@pytest.fixture
def worker() -> Iterator[Worker]:
    made_worker = Worker()
    yield made_worker
    made_worker.close()


@pytest.fixture
def breaker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A reader that does to its process what broken files do."""
    (tmp_path / "breaking_reader.py").write_text(BREAKERS, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return "breaking_reader"


def of(data: bytes) -> RawFile:
    return RawFile("一.pdf", data, ReadingSettings(file_seconds=30))


def test_many_files_are_read_in_one_process(worker: Worker):
    assert worker.pid is None
    first = worker.read(PDF, SOUND)
    pid = worker.pid
    second = worker.read(HTML, RawFile("二.html", made.html("<p>生产。</p>")))
    assert (first.pages[0].text, second.pages[0].text) == ("安全。", "生产。")
    assert worker.pid == pid


def test_the_reason_of_a_reader_comes_back(worker: Worker):
    with pytest.raises(Unreadable) as caught:
        worker.read(PDF, RawFile("一.pdf", b"%PDF-1.4"))
    assert caught.value.reason.zh.startswith("PDF 已损坏")


def test_a_crash_costs_one_file_and_the_next_is_read(worker: Worker, breaker: str):
    with pytest.raises(Unreadable) as caught:
        worker.read(breaker, of(b"crash"))
    assert caught.value.reason == CRASHED
    assert worker.read(PDF, SOUND).pages[0].text == "安全。"


def test_a_file_that_hangs_is_given_up_in_time(worker: Worker, breaker: str):
    worker.read(breaker, of(b"sound"))
    started = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        worker.read(breaker, replace(of(b"hang"), settings=ReadingSettings(file_seconds=0.3)))
    assert time.monotonic() - started < 5
    assert "reading.file_seconds" in caught.value.reason.zh
    assert worker.read(breaker, of(b"sound")).pages


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux bounds the memory of a process")
def test_a_file_that_takes_too_much_memory_is_given_up(worker: Worker, breaker: str):
    with pytest.raises(Unreadable) as caught:
        worker.read(breaker, of(b"memory"))
    assert "reading.memory_mib" in caught.value.reason.zh


def test_a_fault_of_ours_is_no_reason_but_a_fault(worker: Worker, breaker: str):
    with pytest.raises(ReaderFault, match="ZeroDivisionError: ours"):
        worker.read(breaker, of(b"fault"))


def test_what_a_library_prints_spoils_no_answer(worker: Worker, breaker: str):
    assert worker.read(breaker, of(b"print")).pages[0].text == str(worker.pid)


def test_a_reader_whose_library_is_missing_says_which(worker: Worker):
    with pytest.raises(Unreadable) as caught:
        worker.read("no_such_library", of(b""))
    assert "no_such_library" in caught.value.reason.zh


def test_nothing_of_the_process_is_left_after_closing(worker: Worker):
    worker.read(PDF, SOUND)
    pid = worker.pid
    assert pid
    worker.close()
    assert worker.pid is None
    if os.name == "posix":
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    assert worker.read(PDF, SOUND).pages


def test_threads_take_turns(worker: Worker):
    said: list[str] = []

    def read_some() -> None:
        said.extend(worker.read(PDF, SOUND).pages[0].text for _ in range(5))

    threads = [threading.Thread(target=read_some) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == ["安全。"] * 15


LEAVES = """
import os, sys
from rag.corpus.readers.process.worker import _WORKER
from rag.corpus.readers.read_file import RawFile
_WORKER.read("rag.corpus.readers.pdf", RawFile("一.pdf", bytes.fromhex(sys.stdin.read())))
print(_WORKER.pid, flush=True)
os._exit(0)
"""


@pytest.mark.skipif(os.name != "posix", reason="asks the system whether a process is there")
def test_the_process_ends_with_the_program_even_when_that_is_cut_off(tmp_path: Path):
    """From another folder, as a console script is started."""
    package = str(Path(rag.__file__).parents[1])
    ended = subprocess.run(
        [sys.executable, "-c", LEAVES],
        input=SOUND.data.hex(),
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": package},
    )
    pid = int(ended.stdout)
    for _ in range(50):
        if not _is_running(pid):
            return
        time.sleep(0.1)
    raise AssertionError(f"process {pid} is still there")


def _is_running(pid: int) -> bool:
    """Whether it runs; one that nobody has buried yet does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


LEAVES_BUSY = """
import sys, threading, time
from rag.corpus.readers.process import worker
from rag.corpus.readers.read_file import RawFile
threading.Thread(target=worker.read, args=("breaking_reader", RawFile("一.pdf", b"hang")), daemon=True).start()
while worker._WORKER.pid is None: time.sleep(0.01)
print(worker._WORKER.pid, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="asks the system whether a process is there")
def test_a_program_that_ends_does_not_wait_for_a_file(breaker: str, tmp_path: Path):
    assert breaker
    path = os.pathsep.join((str(Path(rag.__file__).parents[1]), str(tmp_path)))
    started = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-c", LEAVES_BUSY],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert time.monotonic() - started < 10
    assert ended.stderr == ""
    assert not _is_running(int(ended.stdout))


def test_a_module_of_the_working_folder_stands_in_for_none_of_ours(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "json.py").write_text("raise SystemExit(3)", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert worker.read(PDF, SOUND).pages

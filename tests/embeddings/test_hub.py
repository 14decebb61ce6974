"""A hub of our own on this machine: what is asked of a mirror, and what is not?"""

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class Mirror(ThreadingHTTPServer):
    """Serves one folder as the hub serves the model ``our/model``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Shelf)
        self.folder = folder
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def asked_for_the_model(self) -> list[str]:
        """Without what the hub's own library may ask of every hub."""
        return [address for address in self.asked if "our/model" in address]

    def paths(self) -> list[str]:
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.folder).as_posix() for path in files)


class Shelf(BaseHTTPRequestHandler):
    server: Mirror

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        address = self.path.partition("?")[0]
        self.server.asked.append(address)
        card, _, below = address.partition("/revision/")
        name = address.removeprefix(f"/our/model/resolve/{COMMIT}/").removeprefix("/our/model/resolve/main/")
        if card == "/api/models/our/model" and below in ("", "main", COMMIT):
            self._send(self._card())
        elif address.startswith("/api/models/our/model/tree/"):
            self._send(self._tree(address))
        elif name in self.server.paths():
            self._send((self.server.folder / name).read_bytes())
        else:
            self._send(b"", 404)

    def _card(self) -> bytes:
        siblings = [{"rfilename": path} for path in self.server.paths()]
        return json.dumps(
            {"id": "our/model", "modelId": "our/model", "sha": COMMIT, "tags": [], "siblings": siblings}
        ).encode()

    def _tree(self, address: str) -> bytes:
        below = address.partition("/tree/")[2].partition("/")[2]
        return json.dumps(
            [
                {
                    "type": "file",
                    "path": path,
                    "oid": COMMIT,
                    "size": (self.server.folder / path).stat().st_size,
                }
                for path in self.server.paths()
                if path.startswith(f"{below}/" if below else "")
            ]
        ).encode()

    def _send(self, body: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("ETag", f'"{hashlib.sha1(body).hexdigest()}"')
        if status == 404:
            self.send_header("X-Error-Code", "EntryNotFound")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the base class
        """Keep quiet."""


def serving(folder: Path) -> Iterator[Mirror]:
    with Mirror(folder) as mirror:
        thread = threading.Thread(target=mirror.serve_forever, daemon=True)
        thread.start()
        yield mirror
        mirror.shutdown()
        thread.join()


@pytest.fixture
def encoder_mirror(transformer_folder: Path) -> Iterator[Mirror]:
    yield from serving(transformer_folder)


@pytest.fixture
def reranker_mirror(reranker_folder: Path) -> Iterator[Mirror]:
    yield from serving(reranker_folder)


def python(program: str, home: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run in a process of its own: the variables of the hub are read once, when it is imported."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(("HF_", "HTTP"))}
    environ = kept | {"HF_HOME": str(home), "NO_PROXY": "127.0.0.1", **variables}
    return subprocess.run(
        [sys.executable, "-c", program], env=environ, capture_output=True, encoding="utf-8", check=False
    )


ENCODE = """
from embeddings.encoders import load_encoder
encoder = load_encoder("our/model")
print(encoder.dim, encoder.fingerprint)
"""
RERANK = """
from embeddings.rerankers import load_reranker
reranker = load_reranker("our/model")
print(len(reranker.score("安全?", ["煤矿", "医院"])), reranker.fingerprint)
"""


def test_an_encoder_comes_from_the_mirror_that_the_environment_names_and_then_from_its_copy(
    encoder_mirror: Mirror, transformer_folder: Path, tmp_path: Path
):
    from embeddings.encoders import load_encoder

    expected = f"16 {load_encoder(str(transformer_folder)).fingerprint}"
    first = python(ENCODE, tmp_path, HF_ENDPOINT=encoder_mirror.address)
    assert first.stdout.strip() == expected, first.stderr
    assert "/api/models/our/model" in encoder_mirror.asked_for_the_model
    encoder_mirror.asked.clear()
    again = python(ENCODE, tmp_path, HF_ENDPOINT=encoder_mirror.address)
    assert (again.stdout.strip(), encoder_mirror.asked_for_the_model) == (expected, [])


def test_a_reranker_comes_from_the_mirror_that_the_environment_names_and_then_from_its_copy(
    reranker_mirror: Mirror, reranker_folder: Path, tmp_path: Path
):
    from embeddings.rerankers import load_reranker

    expected = f"2 {load_reranker(str(reranker_folder)).fingerprint}"
    first = python(RERANK, tmp_path, HF_ENDPOINT=reranker_mirror.address)
    assert first.stdout.strip() == expected, first.stderr
    assert "/api/models/our/model" in reranker_mirror.asked_for_the_model
    reranker_mirror.asked.clear()
    again = python(RERANK, tmp_path, HF_ENDPOINT=reranker_mirror.address)
    assert (again.stdout.strip(), reranker_mirror.asked_for_the_model) == (expected, [])


def test_nothing_is_asked_of_the_mirror_where_the_hub_is_switched_off(
    reranker_mirror: Mirror, tmp_path: Path
):
    ran = python(RERANK, tmp_path, HF_ENDPOINT=reranker_mirror.address, HF_HUB_OFFLINE="1")
    assert "RerankerUnavailable" in ran.stderr
    assert reranker_mirror.asked_for_the_model == []

#!/usr/bin/env python3
"""How does a machine with nothing but Python come to a running assistant, and to its tests?

    python3 start.py            make the environment, index the demo corpus, serve it on 127.0.0.1
    python3 start.py test       the same environment and the development tools, then every check
    python3 start.py setup      the environment only

Standard library only, and syntax that an old Python reads far enough to be told kindly. Everything is
installed into ``.venv`` beside this file; a stamp there makes the next call start at once.

Two locks, in ``lock/``: ``runtime.txt`` is all that serving needs, ``development.txt`` adds the tools of the
tests. Both were resolved for Linux and carry hashes, so on Linux they are installed as they stand, nothing
else and nothing different (``--no-deps --require-hashes``). Elsewhere, or where that leaves a gap (another
Python may need one package more), the same versions serve as constraints of an ordinary install.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "lock"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

OLDEST_PYTHON = (3, 11)
PIP = "pip>=24.1"
"""Older ones lose extras whose names are written in another way, and so leave packages out."""
UV = "uv>=0.6.9"
"""The first with --torch-backend: it knows where PyTorch keeps the builds for machines without a GPU."""
SPACE_NEEDED_GB = 3.0
"""The environment takes 2 GB, pip's unpacking the rest for a while."""
SDIST_ONLY = "jieba"
"""Published as source only (pure Python); everything else comes built, or not at all: no compiler needed."""

DEMO_CORPUS = Path("eval", "demo", "corpus")
DEMO_INDEX = Path(".wenju", "demo")

CHECKS = (
    ("ruff", "-m", "ruff", "check", "."),
    ("ruff format", "-m", "ruff", "format", "--check", "."),
    ("mypy", "-m", "mypy"),
    ("imports", "-c", "import sys; from importlinter.cli import lint_imports_command as f; sys.exit(f())"),
    ("pytest", "-m", "pytest"),
)

TROUBLES = (
    # What pip writes -> what a person is told.
    (
        r"No space left on device|Errno 28|not enough space",
        "磁盘空间不够，请腾出 3 GB 以上再运行一次",
        "the disk is full: free 3 GB or more and run this again",
    ),
    (
        r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|Connection refused"
        r"|Temporary failure in name resolution|Network is unreachable|getaddrinfo failed",
        "连不上软件包仓库：请检查网络或 pip 的设置（pip config list），再运行一次，会接着装",
        "the package index cannot be reached: check the network or pip's settings (pip config list), then "
        "run this again; it goes on where it stopped",
    ),
    (
        r"SSLError|CERTIFICATE_VERIFY_FAILED",
        "软件包仓库的证书不被信任：公司网络请设置 PIP_CERT",
        "the certificate of the package index is not trusted: in a company network set PIP_CERT",
    ),
    (
        r"THESE PACKAGES DO NOT MATCH THE HASHES",
        "下载的包与锁定的校验值不符，没有安装。请清除缓存（pip cache purge）再试；若仍如此，不要安装",
        "a downloaded package differs from the lock and was not installed: clear pip's cache (pip cache "
        "purge) and try again; if it stays so, do not install it",
    ),
    (
        r"No matching distribution found",
        "有的包没有适合这台机器的版本：请用 64 位的 Python 3.11 至 3.13",
        "a package has no build for this machine: use a 64-bit Python 3.11 to 3.13",
    ),
    (
        r"Permission denied|Errno 13",
        "没有写权限：请检查 .venv 文件夹归谁所有",
        "no permission to write: see who owns the folder .venv",
    ),
)


class Trouble(Exception):
    """Something the user can mend, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh + "\n" + en)


class PipFailed(Exception):
    """pip gave up; holds what it wrote to standard error."""


def main(arguments: list[str]) -> int:
    """Run one command; the exit status comes back (0 done, 1 mend something, 2 wrong usage, 130 stopped)."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console may know no Chinese
    command = arguments[0] if arguments and not arguments[0].startswith("-") else ""
    rest = arguments[1:] if command else arguments
    try:
        require_python(sys.version_info[:2])
        if command == "test":
            return check(rest)
        if command == "setup" and not rest:
            set_up("runtime")
            return 0
        if command or {"-h", "--help"} & set(rest):
            say(__doc__.split("\n\n")[1])
            return 2 if command else 0
        return serve(rest)
    except Trouble as trouble:
        say(str(trouble))
        return 1
    except PipFailed as failure:
        say(str(told(failure)))
        return 1
    except KeyboardInterrupt:
        return 130


def serve(options: list[str]) -> int:
    """Index the bundled demo corpus and serve it; ``options`` go to ``wenju serve`` (``--port 8000``)."""
    set_up("runtime")
    words = ["-m", "ui", "serve", "--index", str(DEMO_INDEX), "--corpus", str(DEMO_CORPUS), *options]
    return become([str(PYTHON), *words])


def check(options: list[str]) -> int:
    """Run every check, pytest last with ``options``; all are run, so that one call tells everything."""
    set_up("development")
    failed = []
    for name, *words in CHECKS:
        say(f"== {name}")
        more = options if name == "pytest" else []
        if subprocess.run([str(PYTHON), *words, *more], cwd=ROOT, stdin=subprocess.DEVNULL).returncode:
            failed.append(name)
    if failed:
        say(f"== 未通过 · failed: {', '.join(failed)}")
    return 1 if failed else 0


def become(words: list[str]) -> int:
    """Run a program in place of this one, so that signals reach it and nothing else."""
    sys.stdout.flush()
    os.chdir(ROOT)
    if not WINDOWS:
        os.execv(words[0], words)
    try:
        return subprocess.call(words)
    except KeyboardInterrupt:
        return 130


# The environment


def require_python(version: tuple[int, ...]) -> None:
    """Raise ``Trouble`` for a Python that is too old, naming a newer one that is already here."""
    if version >= OLDEST_PYTHON:
        return
    newer = [f"python3.{minor}" for minor in range(14, 10, -1) if shutil.which(f"python3.{minor}")]
    zh, en = "请安装 Python 3.11 或更新的版本", "please install Python 3.11 or newer"
    if newer:
        zh, en = f"请运行 {newer[0]} start.py", f"run {newer[0]} start.py"
    has = ".".join(map(str, version))
    raise Trouble(f"这个 Python 是 {has}，需要 3.11：{zh}", f"this Python is {has}, 3.11 is needed: {en}")


def set_up(lock: str) -> None:
    """Bring ``.venv`` to the state of ``lock``; at once when the stamp says that it is."""
    made_from = stamp(lock)
    if PYTHON.exists() and any(read(stamp_file(name)) == stamp(name) for name in {lock, "development"}):
        return
    require_space()
    make_venv()
    for name in ("runtime", "development"):
        stamp_file(name).unlink(missing_ok=True)
    say("[2/5] pip")
    pip("install", PIP)
    constraints = write_constraints(lock)
    say("[3/5] 安装依赖（锁定的版本）· installing the locked packages")
    exact = install_exactly(lock)
    say("[4/5] PyTorch")
    install_torch(constraints)
    say("[5/5] 问据 · the project itself")
    install_project(lock, constraints, exact)
    stamp_file(lock).write_text(made_from, encoding="utf-8")


def make_venv() -> None:
    """Make ``.venv``, or keep it, with all that is in it, when it works and has this Python's version."""
    if f"version = {platform.python_version()}\n" in read(VENV / "pyvenv.cfg") and pip_answers():
        return
    say(f"[1/5] 建立环境 {VENV.name} · making the environment {VENV.name}")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    made = subprocess.run(command, capture_output=True, text=True, errors="replace")
    if made.returncode:
        raise venv_trouble(made.stdout + made.stderr)


def venv_trouble(output: str) -> Trouble:
    """What a person is told when ``python -m venv`` fails with this output."""
    if "ensurepip" in output or "No module named venv" in output:
        package = f"python3.{sys.version_info[1]}-venv"
        return Trouble(
            f"这个 Python 缺少 venv。Debian、Ubuntu 请先运行：sudo apt install {package}",
            f"this Python lacks venv. On Debian and Ubuntu first run: sudo apt install {package}",
        )
    return trouble_of(output) or Trouble(f"无法建立 {VENV}", f"cannot make {VENV}: {output.strip()[-500:]}")


def require_space() -> None:
    """Raise ``Trouble`` before, and not in the middle of, an installation that cannot fit."""
    free = shutil.disk_usage(ROOT).free / 1e9
    if free < SPACE_NEEDED_GB and not stamp_file("runtime").exists():
        raise Trouble(
            f"磁盘只剩 {free:.1f} GB，安装需要 {SPACE_NEEDED_GB:.0f} GB：{ROOT}",
            f"{free:.1f} GB are free, the environment needs {SPACE_NEEDED_GB:.0f} GB: {ROOT}",
        )


def install_exactly(lock: str) -> bool:
    """Install the lock as it stands; whether that was possible here."""
    if not sys.platform.startswith("linux"):
        return False
    built = ["--only-binary", ":all:", "--no-binary", SDIST_ONLY]
    try:
        pip("install", "--no-deps", "--require-hashes", *built, "-r", str(LOCKS / f"{lock}.txt"))
    except PipFailed as failure:
        if "No matching distribution" not in str(failure):
            raise
        return False
    return True


def install_torch(constraints: Path) -> None:
    """Install PyTorch: what pip's own settings offer, or else the small build without CUDA.

    A machine whose pip has an index or a folder of wheels of its own (a company's, an offline one) is taken
    at its word. Anywhere else plain pip gives the CPU build on Windows and macOS, and on Linux one that
    brings several GB of CUDA along; there uv is asked, which knows PyTorch's own list of CPU builds.
    """
    wanted = str(LOCKS / "torch.txt")
    if sys.platform.startswith("linux") and not pip_has_sources(pip_settings()) and cpu_torch(wanted):
        return
    pip("install", "-c", str(constraints), "-r", wanted)


def cpu_torch(wanted: str) -> bool:
    """Install PyTorch's CPU build with uv, which is thrown away afterwards; whether it worked."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            pip("install", "--quiet", "--target", folder, UV)
        except PipFailed:
            return False
        command = [str(Path(folder, "bin", "uv")), "pip", "install", "--python", str(PYTHON)]
        done = subprocess.run([*command, "--torch-backend", "cpu", "--no-deps", "-r", wanted])
    if done.returncode:
        say("取不到 PyTorch 的 CPU 版，改装默认版（数 GB）· no CPU build in reach, taking the default (GBs)")
    return done.returncode == 0


def install_project(lock: str, constraints: Path, exact: bool) -> None:
    """Install the project itself; with its dependencies where the lock could not be taken as it stands."""
    project = ".[dev]" if lock == "development" else "."
    if exact:
        pip("install", "--no-deps", "--no-build-isolation", "--editable", ".")
        if pip_check():
            return
    pip("install", "-c", str(constraints), "--editable", project)


def write_constraints(lock: str) -> Path:
    """The versions of a lock without their hashes: what another platform than Linux is held to."""
    file = VENV / f"constraints-{lock}.txt"
    lines = versions(read(LOCKS / f"{lock}.txt")) + versions(read(LOCKS / "torch.txt"))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def versions(lock: str) -> list[str]:
    r"""The pinned versions that a lock holds.

    >>> versions("jieba==0.42.1 \\\n    --hash=sha256:0\n    # via wenju\n")
    ['jieba==0.42.1']
    """
    return re.findall(r"^[A-Za-z0-9._-]+==[^\s\\;]+", lock, flags=re.MULTILINE)


# pip


def pip(*words: str) -> None:
    """Run the environment's pip, its output passing through; raises ``PipFailed`` with its last words."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *words]
    running = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace"
    )
    last_words: list[str] = []
    reader = threading.Thread(target=pass_on, args=(running.stderr, last_words))
    reader.start()
    status = running.wait()
    reader.join()
    if status:
        raise PipFailed("".join(last_words))


def pass_on(lines: object, kept: list[str]) -> None:
    """Show the lines and keep the last ones: pip's progress is on the other stream."""
    for line in lines:  # type: ignore[attr-defined]
        sys.stderr.write(line)
        kept.append(line)
        del kept[:-200]


def pip_answers() -> bool:
    """Whether the environment has a working pip: not after an interrupted first call."""
    return (
        PYTHON.exists()
        and subprocess.run([str(PYTHON), "-m", "pip", "--version"], capture_output=True).returncode == 0
    )


def pip_check() -> bool:
    """Whether every installed package finds what it needs."""
    return subprocess.run([str(PYTHON), "-m", "pip", "check"], stdin=subprocess.DEVNULL).returncode == 0


def pip_settings() -> str:
    """What pip was told by its files and by the environment, one setting a line."""
    shown = subprocess.run([str(PYTHON), "-m", "pip", "config", "list"], capture_output=True, text=True)
    return shown.stdout


def pip_has_sources(settings: str) -> bool:
    """Whether somebody chose where packages come from.

    >>> pip_has_sources("global.timeout='60'"), pip_has_sources(":env:.find-links='wheels'")
    (False, True)
    """
    return bool(re.search(r"\.(index-url|extra-index-url|find-links|no-index)=", settings))


def told(failure: PipFailed) -> Trouble:
    """What a person is told when pip gave up."""
    found = trouble_of(str(failure))
    return found or Trouble("安装没有完成，原因见上面 pip 的话", "pip stopped, and says why above")


def trouble_of(output: str) -> Trouble | None:
    """The first known trouble that a program's output speaks of."""
    for pattern, zh, en in TROUBLES:
        if re.search(pattern, output):
            return Trouble(zh, en)
    return None


# The stamp


def stamp(lock: str) -> str:
    """What the environment depends on: the locks, the project's table, this Python, this folder."""
    digest = hashlib.sha256()
    for file in (LOCKS / f"{lock}.txt", LOCKS / "torch.txt", ROOT / "pyproject.toml"):
        digest.update(file.read_bytes())
    digest.update(repr((sys.version, platform.machine(), str(ROOT))).encode())
    return digest.hexdigest()


def stamp_file(lock: str) -> Path:
    """Where the stamp of a finished installation is kept."""
    return VENV / f"{lock}.stamp"


def read(file: Path) -> str:
    """The text of a file, empty where there is none."""
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def say(words: str) -> None:
    """One line for the person at the terminal."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The script that sets a machine up, without setting one up."""

import ast
import doctest
import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pinned(lock: str) -> dict[str, str]:
    lines = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "lock" / lock).read_text(encoding="utf-8"), re.MULTILINE)
    return {name.lower().replace("_", "-"): version for name, version in lines}


def test_an_old_python_is_told_kindly_what_to_run(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.shutil, "which", lambda name: name if name == "python3.12" else None)
    with pytest.raises(
        start.Trouble, match=r"this Python is 3\.9, 3\.11 is needed: run python3\.12 start\.py"
    ):
        start.require_python((3, 9))
    monkeypatch.setattr(start.shutil, "which", lambda _: None)
    with pytest.raises(start.Trouble, match="please install"):
        start.require_python((3, 9))
    start.require_python((3, 11))


def test_an_old_python_can_read_the_script() -> None:
    """So that it is told, and does not stumble: nothing newer than 3.8 in the syntax."""
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize(
    ("output", "said"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "disk is full",
        ),
        ("WARNING: Retrying … after connection broken by 'NewConnectionError(…)'", "cannot be reached"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "differs from the lock",
        ),
        ("ERROR: No matching distribution found for torch==2.13.0", "no build for this machine"),
    ],
)
def test_what_pip_says_is_turned_into_what_to_do(start: ModuleType, output: str, said: str) -> None:
    assert said in str(start.trouble_of(output))


def test_a_python_without_venv_is_told_which_package_brings_it(start: ModuleType) -> None:
    said = str(
        start.venv_trouble("The virtual environment was not created because ensurepip is not available.")
    )
    assert f"sudo apt install python3.{sys.version_info[1]}-venv" in said


def test_an_index_that_somebody_configured_is_seen(start: ModuleType) -> None:
    assert start.pip_has_sources("global.index-url='somewhere'\nglobal.timeout='60'")
    assert start.pip_has_sources(":env:.find-links='wheels'")
    assert not start.pip_has_sources("global.timeout='60'\nglobal.cert='ca.pem'")


def test_the_stamp_follows_the_lock(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("runtime.txt", "torch.txt"):
        (tmp_path / name).write_text("jieba==0.42.1\n", encoding="utf-8")
    monkeypatch.setattr(start, "LOCKS", tmp_path)
    before = start.stamp("runtime")
    assert start.stamp("runtime") == before
    (tmp_path / "runtime.txt").write_text("jieba==0.42.2\n", encoding="utf-8")
    assert start.stamp("runtime") != before


def test_its_examples_hold(start: ModuleType) -> None:
    assert doctest.testmod(start).failed == 0


def test_an_unknown_command_shows_the_usage(start: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(["tset"]) == 2
    assert "python3 start.py test" in capsys.readouterr().out


def test_the_locks_name_no_host_no_folder_and_no_local_version() -> None:
    for file in (ROOT / "lock").glob("*.txt"):
        text = file.read_text(encoding="utf-8")
        assert "://" not in text, file.name
        assert "file:" not in text, file.name
        assert not re.search(r"^[\w.-]+==[^\s]*\+", text, re.MULTILINE), file.name


def test_development_holds_all_of_runtime_in_the_same_versions() -> None:
    runtime, development = pinned("runtime.txt"), pinned("development.txt")
    assert runtime.items() <= development.items()
    assert not {"pytest", "mypy", "ruff"} & runtime.keys()


def test_every_dependency_of_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.match(r"[\w.-]+", one)[0].lower() for one in project["dependencies"]}  # type: ignore[index]
    tools = {re.match(r"[\w.-]+", one)[0].lower() for one in project["optional-dependencies"]["dev"]}  # type: ignore[index]
    assert wanted <= pinned("runtime.txt").keys() | pinned("torch.txt").keys()
    assert tools <= pinned("development.txt").keys()

"""Every command has help and stands in the README."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.main import get_group

from ui.cli.commands import build_app

README = Path(__file__).parents[3] / "README.md"

COMMANDS = {
    "refresh", "articles", "ask", "serve", "status", "generations", "rollback", "eval run", "eval score", "eval compare",
}  # fmt: skip


def commands(app: typer.Typer) -> Iterator[tuple[str, str]]:
    """The full name of every command and its help."""
    for name, command in get_group(app).commands.items():
        below = getattr(command, "commands", None)
        if below is None:
            yield name, command.help or ""
        else:
            yield from ((f"{name} {inner}", one.help or "") for inner, one in below.items())


def test_the_commands_are_those_of_the_contract() -> None:
    assert {name for name, _ in commands(build_app())} == COMMANDS


def test_every_command_has_help_in_both_languages() -> None:
    for name, told in commands(build_app()):
        assert any("一" <= character <= "鿿" for character in told), name
        assert any("a" <= character <= "z" for character in told), name


@pytest.mark.skipif(not README.is_file(), reason="the README is not written yet")
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_named_in_the_readme(name: str) -> None:
    assert f"wenju {name}" in README.read_text(encoding="utf-8")


def test_help_is_quick() -> None:
    """It imports none of the parts; three times the bound leaves room for a busy machine."""
    started = time.monotonic()
    shown = subprocess.run([sys.executable, "-m", "ui", "--help"], capture_output=True, check=True)
    assert time.monotonic() - started < 1.2
    assert b"refresh" in shown.stdout

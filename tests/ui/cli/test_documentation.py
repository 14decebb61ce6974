"""Every command has help, at once and in both languages; what the README says of them, see tests/test_docs.py."""

import subprocess
import sys
from collections.abc import Iterator

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from ui.cli.commands import build_app

COMMANDS = {
    "refresh", "articles", "ask", "serve", "status", "generations", "rollback", "eval run", "eval score", "eval compare",
    "eval articles", "phrases",
}  # fmt: skip


def every_command(app: typer.Typer) -> Iterator[tuple[str, TyperCommand]]:
    """Every command with its full name."""
    for name, command in get_group(app).commands.items():
        if isinstance(command, TyperGroup):
            yield from ((f"{name} {inner}", one) for inner, one in command.commands.items())
        else:
            yield name, command


def test_the_commands_are_those_of_the_contract() -> None:
    assert {name for name, _ in every_command(build_app())} == COMMANDS


def test_every_command_has_help_in_both_languages() -> None:
    for name, command in every_command(build_app()):
        told = command.help or ""
        assert any("一" <= character <= "鿿" for character in told), name
        assert any("a" <= character <= "z" for character in told), name


def test_every_command_takes_an_index() -> None:
    for name, command in every_command(build_app()):
        assert "--index" in [option for parameter in command.params for option in parameter.opts], name


HELP = """
import sys
from ui.cli import main
assert main(["--help"]) == 0
print(sorted(set(sys.argv[1:]) & set(sys.modules)), file=sys.stderr)
"""


def test_help_waits_for_nothing() -> None:
    """What is imported tells it on a busy machine too, where the clock does not."""
    slow = ("numpy", "rich", "pydantic", "rag.config", "rag.assistant", "eval.scoring", "ui.server")
    shown = subprocess.run([sys.executable, "-c", HELP, *slow], capture_output=True, check=True)
    assert b"refresh" in shown.stdout
    assert shown.stderr.strip() == b"[]"

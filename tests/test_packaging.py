"""What is read at run time comes along when the project is installed."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["package-data"]


@pytest.mark.parametrize("package", sorted(PACKED))
def test_every_file_beside_the_code_is_packed(package: str):
    folder = ROOT / package
    packed = {path for pattern in PACKED[package] for path in folder.glob(pattern)}
    beside = {
        path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"} and path.name != "README.md"
    }
    assert beside - packed == set()

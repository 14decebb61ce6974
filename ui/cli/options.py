"""The options that several commands share, so that they read alike everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

IndexOption = Annotated[
    Path | None,
    typer.Option("--index", metavar="DIR", help="索引文件夹（缺省见设置） · the index folder"),
]

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON，供程序使用 · print JSON for scripts")]

PassagesOption = Annotated[
    int,
    typer.Option("--passages", min=0, metavar="N", help="附上检索到的前 N 段 · how many passages to give"),
]

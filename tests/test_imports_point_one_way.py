"""Packages import downwards only, and a question is answered without what only training needs."""

import json
import subprocess
import sys
from pathlib import Path

from ui.cli import main

HEAVY = ("torch", "sentence_transformers", "transformers", "gradio", "sklearn", "pandas", "matplotlib")
"""Seconds to import each, and none of them has a part in answering with the bundled model."""

ASK = """
import sys, json
from pathlib import Path
from rag.assistant import Assistant
reply = Assistant(Path(sys.argv[1])).ask("煤矿的安全检查每月进行几次？")
print(json.dumps([len(reply.passages), sorted(set(sys.argv[2:]) & set(sys.modules))]))
"""


LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
"""In a process of its own: it sets up logging anew, which would silence the loggers of later tests."""


def test_imports_point_one_way() -> None:
    linted = subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert linted.returncode == 0, linted.stdout


def test_a_question_is_answered_without_importing_anything_heavy(tmp_path: Path) -> None:
    page = tmp_path / "安全.md"
    page.write_text("# 谈煤矿的安全检查\n\n一、检查的次数\n\n安全检查每月进行两次。\n", encoding="utf-8")
    index = tmp_path / "索引"
    assert main(["refresh", str(page), "--index", str(index)]) == 0
    asked = subprocess.run([sys.executable, "-c", ASK, str(index), *HEAVY], capture_output=True, check=True)
    passages, imported = json.loads(asked.stdout)
    assert passages
    assert imported == []

"""What the documents say is so: commands, options, links, JSON fields, settings, quotations, both languages alike."""

import json
import re
import tomllib
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from eval.questions import Question, read_questions
from rag.answering.compose import ORDER
from rag.assistant import Assistant
from rag.config import Settings, load_settings
from rag.corpus.decoding import decode
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest
from rag.reply_json import reply_object
from rag.text.spans import without_layout
from ui.cli.commands import build_app

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh.md")
DOCUMENTS = (
    *READMES,
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "lock/README.md",
    "eval/demo/README.md",
)

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"wenju (eval \w+|[a-z]+)(.*)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
MEASURES = re.compile(r"<!-- measures -->(.*?)<!-- /measures -->", re.DOTALL)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str = "") -> list[str]:
    """The code blocks of a document, those of one language where it is given."""
    return [body for kind, body in FENCE.findall(text_of(name)) if not language or kind == language]


def headings(name: str) -> list[tuple[int, str]]:
    """Level and words of each heading."""
    lines = FENCE.sub("", text_of(name)).splitlines()
    return [(len(mark), words) for mark, words in re.findall(r"^(#+) (.+)$", "\n".join(lines), re.MULTILINE)]


def marked(name: str) -> list[str]:
    """What stands in code marks in running text and tables, in order."""
    return re.findall(r"`([^`]+)`", FENCE.sub("", text_of(name)))


# Commands


def commands() -> dict[str, TyperCommand]:
    """Every command by its full name."""
    found: dict[str, TyperCommand] = {}
    for name, command in get_group(build_app()).commands.items():
        inner = command.commands if isinstance(command, TyperGroup) else {}
        found |= {f"{name} {one}": two for one, two in inner.items()} or {name: command}
    return found


def options_of(command: TyperCommand) -> set[str]:
    return {option for one in command.params for option in one.opts if option.startswith("--")}


def anywhere(app: typer.Typer) -> set[str]:
    """Options of the program itself, which may stand in any command."""
    return {option for one in get_group(app).params for option in one.opts}


def uses(name: str) -> list[tuple[str, str]]:
    """Command and rest of every command line shown: in a block, in a row of the table, or in running text."""
    lines = [line for block in blocks(name) for line in block.splitlines() if "bin/wenju " in line]
    lines += re.findall(r"^\| `wenju .*$", text_of(name), re.MULTILINE)
    lines += [words for words in marked(name) if words.startswith("wenju ")]
    return [(found[1], found[2]) for line in lines if (found := COMMAND.search(line))]


@pytest.mark.parametrize("name", [*READMES, "ARCHITECTURE.md"])
def test_commands_and_options_shown_exist(name: str) -> None:
    known = commands()
    shown = list(uses(name))
    assert shown
    for command, rest in shown:
        assert command in known, command
        allowed = options_of(known[command]) | anywhere(build_app())
        assert set(OPTION.findall(rest)) <= allowed, (command, rest)


@pytest.mark.parametrize("name", READMES)
def test_every_option_stands_in_the_row_of_its_command(name: str) -> None:
    rows = {
        row[0]: row[1]
        for row in re.findall(r"^\| `wenju (eval \w+|\w+)[^`]*` \|(.*)$", text_of(name), re.MULTILINE)
    }
    for command, known in commands().items():
        named = set(OPTION.findall(rows[command])) | {"--index", "--help"}
        assert options_of(known) <= named, command


# Links and names


def slug(heading: str) -> str:
    """The anchor of a heading, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    for target in LINK.findall(FENCE.sub("", text_of(name))):
        if re.match(r"https?:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        assert file.exists(), target
        if anchor:
            assert anchor in {slug(words) for _, words in headings(str(file.relative_to(ROOT)))}, target


@pytest.mark.parametrize("name", [*READMES, "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_files_named_are_there(name: str) -> None:
    files = [
        path.as_posix()
        for part in ("embeddings", "rag", "eval", "ui", "tests")
        for path in (ROOT / part).rglob("*")
    ]
    for said in re.findall(r"`([\w/]+(?:\.py|/))`", text_of(name)):
        wanted = said.rstrip("/")
        # In ARCHITECTURE.md a file is named as it lies in the folder of its heading.
        assert (ROOT / wanted).exists() or any(file.endswith("/" + wanted) for file in files), said


def test_the_architecture_tells_the_order_of_the_extractors() -> None:
    rows = re.findall(r"^\| ([a-z, -]+) \| [^|]+ \| (`[^|]+`) \|$", text_of("ARCHITECTURE.md"), re.MULTILINE)
    told = {
        kind: [extractor.split(".")[-1] for extractor in re.findall(r"`([\w.]+)`", extractors)]
        for kinds, extractors in rows
        for kind in kinds.split(", ")
    }
    assert told == {kind.value: [extractor.__name__ for extractor in order] for kind, order in ORDER.items()}


# What is promised to scripts


def shape(value: object) -> object:
    """The names of an object and of the objects in it; of a list those of its first."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [shape(value[0])]
    return None


@pytest.mark.parametrize("name", READMES)
def test_the_reply_shown_has_the_fields_of_a_reply(name: str, tmp_path: Path) -> None:
    page = tmp_path / "食堂.md"
    page.write_text(
        "# 夜班食堂的管理\n\n一、管理\n\n夜班食堂由后勤科管理，每晚供应一百二十份热饭。\n", encoding="utf-8"
    )
    refresh(RefreshRequest((page,), tmp_path / "索引"))
    reply = reply_object(Assistant(tmp_path / "索引").ask("夜班食堂每晚供应多少份热饭？"))
    assert not reply["abstained"]
    shown, _ = blocks(name, "json")
    assert shape(json.loads(shown)) == shape(reply)


@pytest.mark.parametrize("name", READMES)
def test_the_question_shown_is_a_question_of_the_demo(name: str, tmp_path: Path) -> None:
    _, shown = blocks(name, "json")
    file = tmp_path / "题.jsonl"
    file.write_text(json.dumps(json.loads(shown), ensure_ascii=False), encoding="utf-8")
    (question,) = read_questions(file).entries
    assert isinstance(question, Question)
    given = json.loads(shown)["answers"][0]
    assert demo(given["file"])[given["start"] : given["end"]] == given["text"]
    asked = {q.qid: q.question for q in read_questions(ROOT / "eval/demo/questions.jsonl").questions}
    assert asked[question.qid] == question.question


@pytest.mark.parametrize("name", READMES)
def test_the_settings_shown_are_the_defaults(name: str, tmp_path: Path) -> None:
    (shown,) = blocks(name, "toml")
    (tmp_path / "wenju.toml").write_text(shown.replace("# encoder", "encoder"), encoding="utf-8")
    load_settings({}, tmp_path)
    (tmp_path / "wenju.toml").write_text(shown, encoding="utf-8")
    settings = load_settings({}, tmp_path)
    assert settings.index == tmp_path / tomllib.loads(shown)["index"]
    assert asdict(settings) | {"index": Settings().index} == asdict(Settings())


# What is quoted


def demo(file: str) -> str:
    return decode((ROOT / "eval/demo/corpus" / file).read_bytes()).text


@pytest.mark.parametrize("name", READMES)
def test_the_exchange_on_the_first_screen_is_proved(name: str) -> None:
    quotation = re.search(r"^> (.+) \[1\]$", text_of(name), re.MULTILINE)
    place = re.search(r"^> `(.+)` (\d+)–(\d+)$", text_of(name), re.MULTILINE)
    assert quotation
    assert place
    said = demo(place[1])[int(place[2]) : int(place[3])]
    assert without_layout(said) == without_layout(quotation[1].replace("**", ""))


# Both languages alike


def without_comments(block: str) -> str:
    return re.sub(r" *# .*", "", block) if "[chunks]" in block else block


def test_both_readmes_have_the_same_sections() -> None:
    english, chinese = ([level for level, _ in headings(name)] for name in READMES)
    assert english == chinese


def test_both_readmes_show_the_same_code() -> None:
    english, chinese = ([without_comments(block) for block in blocks(name)] for name in READMES)
    assert english == chinese


def test_both_readmes_name_the_same_words() -> None:
    """Commands, options, files, fields: all in code marks but what is itself Chinese in one of them."""
    english, chinese = (Counter(filter(str.isascii, marked(name))) for name in READMES)
    assert {words for words in english | chinese if english[words] != chinese[words]} <= {"[start, end)"}


def test_both_readmes_give_the_same_figures() -> None:
    english, chinese = (measured(name) for name in READMES)
    assert english
    assert english == chinese


def measured(name: str) -> list[list[str]]:
    """The figures of each row of the table of measures."""
    found = MEASURES.search(text_of(name))
    rows = found[1].splitlines() if found else []
    return [re.findall(r"\d+", row) for row in rows if row.startswith("|") and re.search(r"\d", row)]


def test_pictures_are_small_enough_to_load_at_once() -> None:
    pictures = list((ROOT / "docs").glob("*.png"))
    assert pictures
    assert all(picture.stat().st_size < 400_000 for picture in pictures)

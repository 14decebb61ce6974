"""Which articles do the pages really hold? A gold segmentation, read and checked.

One JSON list; an article::

    {"id", "file", "record"?, "kind"?: "article" | "notice", "title"?, "author"?, "affiliation"?,
     "spans": [[start, end], …], "intrusions"?: [{"span"}], "paragraphs"?: [{"pieces": [[start, end], …]}],
     "headings"?: [{"start", "level"?}], "accepted"?: {label: [text]}, "mess"?: [kind of mess of the page]}

Offsets are code points of the decoded file, ``spans`` the body in reading order. What a gold does not give is not
measured: without ``paragraphs`` no paragraphs, without levels no levels. Further fields are let be.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from json import JSONDecodeError, JSONDecoder
from pathlib import Path
from typing import Any, TypeVar

from eval.errors import GoldError, LineFault, gathered, no_such_file
from rag.corpus.article import ArticleKind
from rag.errors import Words
from rag.text.spans import Span

LABELS = ("title", "author", "affiliation")
Read = TypeVar("Read")
FAULTY = Words("标注文件有误", "faulty gold file")


@dataclass(frozen=True)
class GoldHeading:
    """A heading of the body."""

    start: int
    level: int | None
    """``None`` where the gold does not say."""


@dataclass(frozen=True)
class GoldArticle:
    """One article as an annotator read it."""

    name: str
    file: str
    record: str | None
    line: int
    """Where it begins in the gold file, from 1."""
    kind: str
    labels: Mapping[str, tuple[str, ...]]
    """For title, author and affiliation the texts that are right; an empty one where the page gives none."""
    spans: tuple[Span, ...]
    intrusions: tuple[Span, ...]
    paragraphs: tuple[tuple[Span, ...], ...] | None
    headings: tuple[GoldHeading, ...] | None
    mess: tuple[str, ...]
    """Kinds of mess of its page, where the gold names them."""

    @property
    def end(self) -> int:
        """The first place of the file after all that the gold names."""
        pieces = [piece for paragraph in self.paragraphs or () for piece in paragraph]
        starts = [heading.start + 1 for heading in self.headings or ()]
        return max([span.end for span in (*self.spans, *self.intrusions, *pieces)] + starts)


def read_gold_articles(path: Path) -> tuple[GoldArticle, ...]:
    """The gold articles of a file.

    Raises ``GoldError`` with every faulty article at once, by its line: a field missing or of the wrong kind, an
    ``id`` twice; or with the line where the file is no JSON list.
    """
    if not path.is_file():
        raise no_such_file(GoldError, path)
    faults: list[tuple[int, Words]] = []
    articles: list[GoldArticle] = []
    for line, value in _values(path):
        try:
            articles.append(gold_article(value, line))
            if articles[-1].name in {one.name for one in articles[:-1]}:
                raise LineFault(f"id {articles[-1].name} 重复", f"id {articles[-1].name} used twice")
        except LineFault as fault:
            faults.append((line, fault.words))
    if faults:
        raise GoldError(gathered(FAULTY, faults), where=str(path))
    if not articles:
        raise GoldError(Words("标注文件里没有文章", "the gold file holds no article"), where=str(path))
    return tuple(articles)


def _values(path: Path) -> Iterator[tuple[int, Any]]:
    """Each element of the list with the line where it begins."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        if not isinstance(json.loads(text), list):
            raise GoldError(gathered(FAULTY, [(1, Words("应为列表", "must be a list"))]), where=str(path))
    except UnicodeDecodeError as error:
        raise GoldError(
            Words("标注文件不是 UTF-8 文本", "the gold is not UTF-8 text"), where=str(path)
        ) from error
    except JSONDecodeError as error:
        said = Words(f"不是 JSON（第 {error.colno} 列）", f"not JSON (column {error.colno})")
        raise GoldError(gathered(FAULTY, [(error.lineno, said)]), where=str(path)) from error
    return _elements(text)


def _elements(text: str) -> Iterator[tuple[int, Any]]:
    """The elements of what is known to be a JSON list."""
    decoder, at = JSONDecoder(), text.index("[") + 1
    while True:
        at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n,"))
        if text[at] == "]":
            return
        value, end = decoder.raw_decode(text, at)
        yield text.count("\n", 0, at) + 1, value
        at = end


def gold_article(value: object, line: int = 1) -> GoldArticle:
    """One element of a gold file. Raises ``LineFault``, which names the field."""
    if not isinstance(value, dict):
        raise LineFault("不是一个对象", "not an object")
    spans = _spans(value, "spans")
    if not spans:
        raise LineFault("spans 为空", "spans is empty")
    return GoldArticle(
        name=_text(value, "id"),
        file=_text(value, "file"),
        record=_text(value, "record") if value.get("record") is not None else None,
        line=line,
        kind=_kind(value),
        labels={label: _label(value, label) for label in LABELS},
        spans=spans,
        intrusions=tuple(_span(one.get("span"), "intrusions") for one in _objects(value, "intrusions")),
        paragraphs=_given(value, "paragraphs", lambda one: _spans(one, "pieces")),
        headings=_given(value, "headings", _heading),
        mess=_texts(value.get("mess"), "mess"),
    )


def _kind(value: Mapping[str, Any]) -> str:
    kind = value.get("kind", ArticleKind.ARTICLE.value)
    known = [one.value for one in ArticleKind]
    if kind not in known:
        raise LineFault(f"kind 应为 {'、'.join(known)} 之一", f"kind must be one of {', '.join(known)}")
    return str(kind)


def _label(value: Mapping[str, Any], name: str) -> tuple[str, ...]:
    text = value.get(name)
    if text is not None and not isinstance(text, str):
        raise LineFault(f"{name} 应为文字或 null", f"{name} must be text or null")
    accepted = value.get("accepted") or {}
    if not isinstance(accepted, dict):
        raise LineFault("accepted 应为对象", "accepted must be an object")
    return (text or "", *_texts(accepted.get(name), f"accepted.{name}"))


def _heading(value: Mapping[str, Any]) -> GoldHeading:
    start, level = value.get("start"), value.get("level")
    if type(start) is not int or start < 0 or not (level is None or type(level) is int):
        raise LineFault("headings 应有整数 start 和 level", "headings must have start and level as integers")
    return GoldHeading(start, level)


def _given(
    value: Mapping[str, Any], name: str, read: Callable[[Mapping[str, Any]], Read]
) -> tuple[Read, ...] | None:
    """What a list of objects says; ``None`` where the gold has no such field."""
    return tuple(map(read, _objects(value, name))) if value.get(name) is not None else None


def _objects(value: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    given = value.get(name) or []
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise LineFault(f"{name} 应为对象的列表", f"{name} must be a list of objects")
    return given


def _spans(value: Mapping[str, Any], name: str) -> tuple[Span, ...]:
    pairs = value.get(name)
    if not isinstance(pairs, list):
        raise LineFault(f"缺少 {name}", f"{name} is missing")
    return tuple(_span(pair, name) for pair in pairs)


def _span(pair: object, name: str) -> Span:
    match pair:
        case [int(start), int(end)] if 0 <= start < end:
            return Span(start, end)
    raise LineFault(f"{name} 中的 {pair} 不是 [start, end)", f"{pair} in {name} is not [start, end)")


def _text(value: Mapping[str, Any], name: str) -> str:
    text = value.get(name)
    if not isinstance(text, str) or not text.strip():
        raise LineFault(f"缺少 {name}", f"{name} is missing")
    return text


def _texts(given: object, name: str) -> tuple[str, ...]:
    if given is None:
        return ()
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise LineFault(f"{name} 应为文字的列表", f"{name} must be a list of texts")
    return tuple(given)

"""A library of four short articles, and pages of it as the index holds them."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Split

from rag.corpus.article import Article, ArticleKind, Chunk, Imprint, Section, SourceText
from rag.index.contents import CutArticle, CutPage
from rag.index.manifest import MANIFEST, read_manifest
from rag.index.request import RefreshReport, RefreshRequest
from rag.text.spans import SourceMap, Span

RECORDS = {
    "产假": ("女职工产假的规定", "女职工生育享受九十八天产假，难产的增加十五天。产假期间工资照发。"),
    "瓦斯": ("班前瓦斯检查制度", "每班开工之前必须检查瓦斯浓度。超过百分之一的，立即停电撤人。"),
    "技校": ("技工学校培养新工人", "技工学校今年培训新工人三百名，考核合格后上岗。"),
    "食堂": ("办好职工食堂", "食堂每日供应三餐，夜班工人另有一顿热饭。伙食账目每月公布一次。"),
}


class Library:
    """A folder of articles, one JSON Lines file each, and an index of it."""

    def __init__(self, folder: Path, model: Path) -> None:
        self.model = model
        self.corpus = folder / "文库"
        self.index = folder / "索引"
        self.corpus.mkdir()

    def put(self, name: str, text: str | None = None, title: str | None = None) -> None:
        """Write or overwrite one article."""
        known = RECORDS.get(name, ("", ""))
        record = {"id": name, "title": title or known[0], "text": text or known[1]}
        (self.corpus / f"{name}.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", "utf-8")

    def remove(self, name: str) -> None:
        """Delete one article."""
        (self.corpus / f"{name}.jsonl").unlink()

    def copied(self, folder: Path) -> Library:
        """The library and its index in another folder, as if it had been made there."""
        copy = Library(folder, self.model)
        shutil.copytree(self.corpus, copy.corpus, dirs_exist_ok=True)
        shutil.copytree(self.index, copy.index)
        for generation in (copy.index / "generations").iterdir():
            manifest = replace(read_manifest(generation), roots=(str(copy.corpus.resolve()),))
            (generation / MANIFEST).write_text(manifest.to_json(), "utf-8")
        return copy

    def request(self, **changes: object) -> RefreshRequest:
        """A refresh of the whole folder."""
        asked = {"encoder": str(self.model), **changes}
        return RefreshRequest((self.corpus,), self.index, **asked)  # type: ignore[arg-type]

    def refresh(self, **changes: object) -> RefreshReport:
        """Bring the index up to the folder."""
        from rag.index.refresh import refresh

        return refresh(self.request(**changes))


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A static model that knows the characters of the library: quick to load, and of no opinion."""
    folder = tmp_path_factory.mktemp("模型")
    characters = sorted({c for title, text in RECORDS.values() for c in title + text})
    numbers = {"[UNK]": 0, **{character: place for place, character in enumerate(characters, start=1)}}
    tokenizer = Tokenizer(WordLevel(numbers, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Split(Regex("."), "isolated")
    tokenizer.save(str(folder / "tokenizer.json"))
    rows = np.random.default_rng(3).standard_normal((len(numbers), 32), dtype=np.float32)
    rows[0] = 0
    save_file({"embedding.weight": rows}, folder / "model.safetensors")
    (folder / "modules.json").write_text('[{"idx": 0, "type": "models.StaticEmbedding"}]', "utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, model: Path) -> Library:
    """A library of three articles without an index: 产假, 瓦斯, 技校."""
    return three_articles(tmp_path, model)


@pytest.fixture(scope="session")
def indexed_once(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The same library, indexed; only to be copied."""
    made = three_articles(tmp_path_factory.mktemp("一次"), model)
    made.refresh()
    return made


@pytest.fixture
def indexed(indexed_once: Library, tmp_path: Path) -> Library:
    """The same library, indexed."""
    return indexed_once.copied(tmp_path)


@pytest.fixture(scope="session")
def indexed_twice(indexed_once: Library, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The same library, indexed, then again with 食堂; only to be copied."""
    made = indexed_once.copied(tmp_path_factory.mktemp("两次"))
    made.put("食堂")
    made.refresh()
    return made


@pytest.fixture
def twice(indexed_twice: Library, tmp_path: Path) -> Library:
    """Two generations: three articles, then four."""
    return indexed_twice.copied(tmp_path)


def three_articles(folder: Path, model: Path) -> Library:
    made = Library(folder, model)
    for name in ("产假", "瓦斯", "技校"):
        made.put(name)
    return made


MakePage = Callable[..., CutPage]


@pytest.fixture
def make_page() -> MakePage:
    """Makes a page of one file: each text an article with one chunk, on a line of its own."""

    def article_of(file: str, page: str, text: str, title: str | None, record: str | None) -> CutArticle:
        start = page.index(text)
        article = Article(
            article_id=hashlib.sha256(repr((file, record, text)).encode()).hexdigest()[:16],
            kind=ArticleKind.ARTICLE,
            file=file,
            record=record,
            title=SourceText(title, (Span(0, 2),)) if title else None,
            author=SourceText("李林", (Span(1, 2), Span(3, 4))),
            affiliation=None,
            text=text,
            source_map=SourceMap.of([(start, start + 3), (start + 3, start + len(text))], page),
            sections=(Section(1, Span(0, 2), Span(2, 5), ("一、办法",), run_in=True),),
            body=Span(0, len(text)),
            imprint=Imprint(SourceText("青湾日报", (Span(0, 2),)), SourceText("1956-05-01", ())),
        )
        span = Span(0, len(text))
        return CutArticle(
            article, (Chunk(f"{file}-0", article.article_id, span, title or "", "李林", ("一",), text),)
        )

    def make(file: str, *texts: str, title: str | None = None, record: str | None = None) -> CutPage:
        page = "报头\n" + "\n".join(texts)
        return CutPage(file, record, page, tuple(article_of(file, page, t, title, record) for t in texts))

    return make

"""What does a model want to read before a question, and before a passage?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_QUERY_NAMES = ("query",)
_PASSAGE_NAMES = ("document", "passage", "corpus")
"""The names that sentence-transformers looks for, in its order."""


@dataclass(frozen=True)
class Prompts:
    """Words put in front of a text; many models find little without theirs.

    E5 wants ``"query: "`` and ``"passage: "``; Chinese BGE wants
    ``"为这个句子生成表示以用于检索相关文章："`` before a question and nothing before a passage.
    """

    query: str = ""
    passage: str = ""

    @classmethod
    def from_config(cls, named: Mapping[str, str | None], default_name: str | None = None) -> Prompts:
        """The prompts a model carries in its own settings.

        >>> Prompts.from_config({"query": "问：", "document": ""})
        Prompts(query='问：', passage='')
        """
        default = named.get(default_name or "", "")
        query = next((named[name] for name in _QUERY_NAMES if name in named), default)
        passage = next((named[name] for name in _PASSAGE_NAMES if name in named), default)
        return cls(query or "", passage or "")

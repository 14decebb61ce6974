"""What comes from the typesetter, before the page is made up?"""

from __future__ import annotations

from dataclasses import dataclass

from eval.pages.clean import Article
from eval.pages.ink import Line


@dataclass(frozen=True)
class Galley:
    """An article set in type, not yet cut into columns."""

    article: Article
    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]

"""Which articles does a visit want, in the words of the panel, and what does the panel offer and say?

Plain functions and values; no Gradio here.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from typing import NamedTuple

from rag.assistant import Assistant
from rag.corpus.article import ArticleKind
from rag.errors import Language, UserError
from rag.retrieval.facets import Facets, Values
from rag.retrieval.filters import EVERYTHING, Filters
from ui import wording
from ui.markup import escaped, tag

_log = logging.getLogger(__name__)

MOST_VALUES = 200
"""Values offered of one kind, the most frequent: nobody scrolls further, and any other can be typed."""

Choice = tuple[str, str]
"""What a list shows, and the value it stands for."""


@dataclass(frozen=True)
class Wanted:
    """The panel as it is filled in, field by field in its order; an empty field asks for nothing."""

    newspaper: str = ""
    column: str = ""
    author: str = ""
    affiliation: str = ""
    kind: str = ""
    title: str = ""
    since: str = ""
    until: str = ""

    @classmethod
    def of(cls, values: Sequence[object]) -> Wanted:
        """What a browser sent for the fields, in their order; anything but text counts as empty."""
        return cls(*(value.strip() if isinstance(value, str) else "" for value in values))

    @property
    def filters(self) -> Filters:
        """The filters meant. Raises ``FilterNotUnderstood``."""
        given = {one.name: getattr(self, one.name) or None for one in fields(self)}
        return Filters(**given)

    @property
    def words(self) -> tuple[str, ...]:
        """The fields in their order."""
        return astuple(self)


NOTHING_WANTED = Wanted()

CHOSEN = ("newspaper", "column", "author", "affiliation", "kind")
"""Fields of which the index knows the values; the others are typed."""


class Panel(NamedTuple):
    """What the panel shows beside the fields."""

    heading: str
    """What stands on it while it is folded: how many articles pass."""
    state: str
    """The same as HTML, or what cannot be understood."""


def facets_now(assistant: Assistant) -> Facets:
    """The values of the published generation; none where there is nothing to ask. Never raises."""
    try:
        return assistant.facets()
    except UserError:
        pass  # the welcome says what is the matter
    except Exception:
        _log.exception("the values to filter by could not be read")
    return Facets((), (), (), (), (), None)


def choices(facets: Facets, language: Language) -> dict[str, list[Choice]]:
    """For each of ``CHOSEN`` what can be chosen, first of all nothing."""
    kinds = tuple((wording.KINDS[kind].say(language), kind.value, count) for kind, count in facets.kinds)
    offered = {
        "newspaper": _named(facets.newspapers),
        "column": _named(facets.columns),
        "author": _named(facets.authors),
        "affiliation": _named(facets.affiliations),
        "kind": [(f"{name} ({count})", value) for name, value, count in kinds],
    }
    nothing = (wording.ANY.say(language), "")
    return {name: [nothing, *values] for name, values in offered.items()}


def _named(values: Values) -> list[Choice]:
    return [(f"{words} ({count})", words) for words, count in values[:MOST_VALUES]]


def hints(facets: Facets) -> dict[str, str]:
    """What stands in the empty fields of the range of dates: the first and the last date of the index."""
    since, until = facets.dates or ("2025-01", "2025-12-31")
    return {"since": since, "until": until}


def panel(assistant: Assistant, wanted: Wanted, language: Language) -> Panel:
    """The heading and the state of the panel for what is filled in. Never raises."""
    name = wording.FILTERS.say(language)
    try:
        filters = wanted.filters
        if not filters:
            return Panel(name, "")
        passing, whole = assistant.passing(filters), assistant.passing(EVERYTHING)
    except UserError as error:
        return Panel(name, tag("p", escaped(error.say(language)), class_="wj-warning", role="status"))
    except Exception:
        _log.exception("the articles that pass could not be counted")
        return Panel(name, "")
    said = wording.filled(wording.PASSING, language, passing=passing, whole=whole)
    state = tag("p", escaped(said), class_=None if passing else "wj-warning", role="status")
    return Panel(f"{name} · {said}", state)


def described(filters: Filters, language: Language) -> str:
    """The filters in a line: “报刊 青湾日报 · 起 2025-01”; empty without any."""
    return " · ".join(
        f"{wording.FILTER_NAMES[name].say(language)} {_value(name, value, language)}"
        for name, value in filters.given.items()
    )


def _value(name: str, value: str, language: Language) -> str:
    return wording.KINDS[ArticleKind(value)].say(language) if name == "kind" else value

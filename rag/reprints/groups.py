"""Which articles of a library are one article, and which of them stands for the others?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rag.reprints.candidates import candidate_pairs
from rag.reprints.judge import Body, body_of, is_reprint
from rag.reprints.representative import Printing, representative
from rag.reprints.settings import ReprintSettings
from rag.reprints.sketch import Sketch

Judged = Mapping[tuple[str, str], bool]
"""Pairs of article ids, the lower first, and whether they are reprints of one another."""

NONE_JUDGED: Judged = MappingProxyType({})


@dataclass(frozen=True)
class Groups:
    """What was found."""

    of: Mapping[str, str]
    """Each reprint's id, and the id of the article that stands for it, which is no reprint itself."""
    judged: Judged
    """Every pair that was compared: what the next refresh need not read again."""


def find_groups(
    printings: Sequence[Printing],
    sketches: Mapping[str, Sketch],
    text_of: Callable[[str], str],
    settings: ReprintSettings = ReprintSettings(),
    judged: Judged = NONE_JUDGED,
) -> Groups:
    """The groups among the articles; ``text_of`` gives the body of one that must be compared.

    ``judged`` holds what is known of pairs already; the result does not depend on it, nor on the order of the
    articles. Every reprint is one of the article that stands for its group, or of the fullest of the group:
    likeness is not handed on from reprint to reprint, so that two articles do not become one by a third that
    quotes both.
    """
    fullest_first = sorted(
        (one for one in printings if one.chars >= settings.least_chars),
        key=lambda one: (-one.chars, sketches[one.article_id].digest, *map(str, one)),
    )
    texts: defaultdict[bytes, list[Printing]] = defaultdict(list)
    for printing in fullest_first:
        texts[sketches[printing.article_id].digest].append(printing)
    groups = list(texts.values())
    near, compared = _near(groups, sketches, _Bodies(text_of), settings, judged)
    of: dict[str, str] = {}
    for star in _stars(len(groups), near):
        members = [printing for place in star for printing in groups[place]]
        chosen = representative(members, settings.about_as_complete).article_id
        of |= {one.article_id: chosen for one in members if one.article_id != chosen}
    return Groups(of, compared)


def _near(
    groups: Sequence[Sequence[Printing]],
    sketches: Mapping[str, Sketch],
    bodies: _Bodies,
    settings: ReprintSettings,
    judged: Judged,
) -> tuple[dict[int, list[int]], dict[tuple[str, str], bool]]:
    """For each text those after it that are its reprints, by place; and all verdicts, by the ids of the first."""
    long = [group[0] for group in groups if group[0].chars >= settings.equal_below_chars]
    near: defaultdict[int, list[int]] = defaultdict(list)
    compared: dict[tuple[str, str], bool] = {}
    for one, other in candidate_pairs([sketches[p.article_id] for p in long], settings).tolist():
        first, second = sorted((long[one].article_id, long[other].article_id))
        known = judged.get((first, second))
        alike = is_reprint(bodies[first], bodies[second], settings) if known is None else known
        compared[first, second] = alike
        if alike:
            near[one].append(other)
    return near, compared


def _stars(count: int, near: Mapping[int, Iterable[int]]) -> Iterable[list[int]]:
    """Every text once: with those after it that are its reprints and no fuller text's."""
    taken: set[int] = set()
    for place in range(count):
        if place not in taken:
            star = [place, *(other for other in near.get(place, ()) if other not in taken)]
            taken.update(star)
            yield star


BODIES_IN_MEMORY = 512
"""The pairs come in the order of their first article: few bodies are needed at once, of some 20 kB each."""


class _Bodies:
    """The bodies that are compared, each made ready once as a rule."""

    def __init__(self, text_of: Callable[[str], str]) -> None:
        self._text_of = text_of
        self._kept: dict[str, Body] = {}

    def __getitem__(self, article_id: str) -> Body:
        body = self._kept.pop(article_id, None) or body_of(self._text_of(article_id))
        self._kept[article_id] = body
        if len(self._kept) > BODIES_IN_MEMORY:
            del self._kept[next(iter(self._kept))]
        return body

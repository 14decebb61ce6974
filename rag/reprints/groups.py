"""Which articles of a library are one article, and which of them stands for the others?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
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
        (one for one in printings if sketches[one.article_id].chars >= settings.least_chars),
        key=lambda one: (-sketches[one.article_id].chars, sketches[one.article_id].digest, *map(str, one)),
    )
    texts: defaultdict[bytes, list[Printing]] = defaultdict(list)
    for printing in fullest_first:
        texts[sketches[printing.article_id].digest].append(printing)
    groups = list(texts.values())
    judge = _Judge(_Bodies(text_of), settings, judged)
    of: dict[str, str] = {}
    for star in _stars(groups, _neighbours(groups, sketches, settings), judge):
        members = [printing for place in star for printing in groups[place]]
        chosen = representative(members, settings.about_as_complete).article_id
        of |= {one.article_id: chosen for one in members if one.article_id != chosen}
    return Groups(of, judge.compared)


def _neighbours(
    groups: Sequence[Sequence[Printing]], sketches: Mapping[str, Sketch], settings: ReprintSettings
) -> Mapping[int, Sequence[int]]:
    """For each text the places of those after it that may be its reprints."""
    firsts = [sketches[group[0].article_id] for group in groups]
    long = [place for place, sketch in enumerate(firsts) if sketch.chars >= settings.equal_below_chars]
    found: defaultdict[int, list[int]] = defaultdict(list)
    pairs = candidate_pairs([firsts[place] for place in long], settings)
    for one, other in pairs.tolist():
        found[long[one]].append(long[other])
    return found


def _stars(
    groups: Sequence[Sequence[Printing]], neighbours: Mapping[int, Sequence[int]], judge: _Judge
) -> Iterator[list[int]]:
    """Every text once: with those after it that are its reprints and no fuller text's."""
    taken: set[int] = set()
    for place, group in enumerate(groups):
        if place not in taken:
            free = (other for other in neighbours.get(place, ()) if other not in taken)
            star = [place, *(other for other in free if judge(group[0], groups[other][0]))]
            taken.update(star)
            yield star


class _Judge:
    """Whether two texts are reprints of one another, looked up or found out, and remembered."""

    def __init__(self, bodies: _Bodies, settings: ReprintSettings, known: Judged) -> None:
        self.compared: dict[tuple[str, str], bool] = {}
        self._bodies = bodies
        self._settings = settings
        self._known = known

    def __call__(self, one: Printing, other: Printing) -> bool:
        first, second = sorted((one.article_id, other.article_id))
        alike = self._known.get((first, second))
        if alike is None:
            alike = is_reprint(self._bodies[first], self._bodies[second], self._settings)
        self.compared[first, second] = alike
        return alike


BODIES_IN_MEMORY = 2048
"""Of some 20 kB each: enough for a year of reports on one form, all of which are worth comparing."""


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

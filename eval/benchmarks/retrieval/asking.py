"""Every system asked every question of a collection: what was found, and in what time?"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial

from eval.benchmarks.retrieval.measures import Row, Table, measured
from eval.benchmarks.retrieval.outside import BASELINES, Baseline, Documents, Outside
from eval.benchmarks.retrieval.questions import Collection, Judged
from eval.benchmarks.retrieval.systems import System, encoder_labels, encoder_systems, own_systems

SEED = 5
"""Of the questions that slow baselines are asked."""

TOLD_EVERY = 100
"""Questions between two lines of progress."""


def tables(collection: Collection, encoders: Sequence[str], slow_questions: int) -> dict[str, Table]:
    """One table a set: the search, its variants, other encoders, other people's searches."""
    rows: dict[str, list[Row]] = {name: [] for name in collection.sets}
    for system, most in _systems(collection, encoders, slow_questions):
        for name, judged in collection.sets.items():
            rows[name].append(asked(system, judged, _some(judged, most), name))
    for baseline in BASELINES:
        if baseline.missing:
            for found in rows.values():
                found.append(Row(baseline.name, {}, missing=baseline.missing))
    return {name: Table(judged, tuple(rows[name])) for name, judged in collection.sets.items()}


def asked(system: System, judged: Sequence[Judged], places: Sequence[int], said: str) -> Row:
    """One system over the questions at some places of a set; the first goes before, so that all is opened."""
    found, seconds = {}, []
    for place in places[:1]:
        system.ranked(judged[place].text)
    for done, place in enumerate(places, 1):
        started = time.perf_counter()
        ranking = system.ranked(judged[place].text)
        seconds.append(time.perf_counter() - started)
        found[place] = measured(ranking, judged[place].right)
        if done % TOLD_EVERY == 0 or done == len(places):
            say(f"{said}, {system.name.en}: {done}/{len(places)} questions")
    return Row(system.name, found, tuple(seconds))


def say(what: str) -> None:
    """A line of progress."""
    sys.stderr.write(f"{what}\n")


def _systems(
    collection: Collection, encoders: Sequence[str], slow_questions: int
) -> Iterator[tuple[System, int]]:
    """Each with how many questions of a set it is asked, one after the other: built when it is its turn."""
    for system in own_systems(collection):
        yield system, 0
    for name, called in encoder_labels(encoders).items():
        for system in encoder_systems(name, called, collection, partial(_tell_encoded, name)):
            yield system, 0
    documents = Documents.of(collection)
    for baseline in (one for one in BASELINES if not one.missing):
        yield _built(baseline, documents, collection), slow_questions if baseline.slow else 0


def _tell_encoded(name: str, done: int) -> None:
    say(f"{name}: {done} chunks encoded")


def _built(baseline: Baseline, documents: Documents, collection: Collection) -> Outside:
    say(f"{baseline.name.en}: reading {len(documents.ids)} articles")
    return Outside(baseline.name, baseline.build(documents), collection)


def _some(judged: Sequence[Judged], most: int) -> list[int]:
    """The places of so many questions by chance, in their order; of all for 0."""
    if not 0 < most < len(judged):
        return list(range(len(judged)))
    return sorted(random.Random(SEED).sample(range(len(judged)), most))

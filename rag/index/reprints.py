"""Which articles of the generation in the making are reprints, given what was known of the one before?"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from rag.corpus.article import Article
from rag.errors import IndexDamaged
from rag.index.contents import CutArticle, CutPage
from rag.index.manifest import Fingerprints
from rag.index.reprints_db import KnownReprints, Reprint, read_known
from rag.index.snapshot import Snapshot
from rag.reprints.groups import find_groups
from rag.reprints.passages import counterparts
from rag.reprints.representative import Printing
from rag.reprints.settings import ReprintSettings
from rag.reprints.shingles import letters
from rag.reprints.sketch import Sketch, sketch_of

log = logging.getLogger(__name__)

Progress = Callable[[int], None]
"""Told how many articles are sketched so far."""

TOLD_EVERY = 100
"""Articles, a few hundredths of a second."""


def known_before(before: Snapshot | None, fingerprints: Fingerprints) -> KnownReprints:
    """What holds still of the generation before: all, or, where anything that shapes it has changed, nothing."""
    if before is None or before.manifest.fingerprints != fingerprints:
        return KnownReprints()
    try:
        return read_known(before.folder)
    except IndexDamaged as fault:
        log.warning("reprints are looked for anew: %s", fault)
        return KnownReprints()


def find_reprints(
    pages: Sequence[CutPage],
    settings: ReprintSettings,
    before: KnownReprints = KnownReprints(),
    on_progress: Progress = lambda _: None,
) -> KnownReprints:
    """The reprints among the articles, in reading order.

    Ids come from content, so that what ``before`` tells of an id, or of a pair of them, holds as long as both are
    there: the result does not depend on it.
    """
    cuts = {cut.article.article_id: cut for page in pages for cut in page.articles}
    sketches: dict[str, Sketch] = {}
    for done, (article_id, cut) in enumerate(cuts.items()):
        if done % TOLD_EVERY == 0:
            on_progress(done)
        sketches[article_id] = before.sketches.get(article_id) or sketch_of(body(cut.article))
    printings = [_printing(cut.article, sketches[article_id]) for article_id, cut in cuts.items()]
    groups = find_groups(printings, sketches, lambda id_: body(cuts[id_].article), settings, before.judged)
    matched = {(one.article_id, one.cited): one for one in before.reprints}
    reprints = (
        matched.get((id_, groups.of[id_])) or _reprint(cuts[id_], cuts[groups.of[id_]], settings)
        for id_ in cuts
        if id_ in groups.of
    )
    return KnownReprints(sketches, groups.judged, tuple(reprints))


def body(article: Article) -> str:
    """What is compared: the text without the author's biography, which another paper prints or leaves out."""
    return article.body.slice(article.text)


def _printing(article: Article, sketch: Sketch) -> Printing:
    labels = [label.text for label in (article.title, article.author, article.affiliation) if label]
    return Printing(
        article.article_id,
        sketch.chars + len(letters("".join(labels))),
        article.imprint.iso_date,
        article.file,
        article.record,
        len(labels),
    )


def _reprint(cut: CutArticle, cited: CutArticle, settings: ReprintSettings) -> Reprint:
    places = counterparts(cut.chunks, cited.chunks, settings)
    return Reprint(cut.article.article_id, cited.article.article_id, places)

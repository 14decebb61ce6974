"""What happens when a passage of one article is printed a second time, inside another?"""

from __future__ import annotations

from random import Random

from eval.pages.clean import Article
from eval.pages.columns import breakable
from eval.pages.ink import Ink, Line, Role, cut
from eval.pages.setting import Galley


def repeated(host: Galley, donor: Article, rng: Random) -> Galley:
    """The host with 50 to 130 characters of the donor in the middle of one of its words."""
    places = sorted(breakable(host.article))
    passage = _passage(donor, host.article.name, rng)
    if not places or passage is None:
        return host
    at = rng.choice(places[len(places) // 4 :])
    body: list[Line] = []
    for line in host.body:
        body.extend(_disturbed(line, at, passage, own_line=rng.random() < 0.5))
    return Galley(host.article, host.head, tuple(body), host.foot)


def _passage(donor: Article, host: str, rng: Random) -> Ink | None:
    """Words of one paragraph, from mid-sentence to mid-sentence."""
    long = [p.text for p in donor.paragraphs if len(p.text) > 160]
    if not long:
        return None
    text = rng.choice(long)
    start = rng.randint(20, len(text) - 135)
    return Ink(text[start : start + rng.randint(50, 130)], Role.INTRUSION, host, copy_of=donor.name)


def _disturbed(line: Line, at: int, passage: Ink, *, own_line: bool) -> list[Line]:
    before = 0
    for ink in line:
        if ink.role is Role.BODY and ink.place < at < ink.place + len(ink.text):
            left, right = cut(line, before + at - ink.place)
            return [left, (passage,), right] if own_line else [(*left, passage, *right)]
        before += len(ink.text)
    return [line]

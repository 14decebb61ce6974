"""What happens when a passage of one article is printed a second time, inside another?"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from eval.pages.clean import Article
from eval.pages.columns import breakable
from eval.pages.ink import Ink, Line, Role, cut


@dataclass(frozen=True)
class Repeat:
    """A passage, and where it disturbs its host."""

    place: int
    """In the text of the host: inside a word, so that a reader sees what was parted."""
    passage: Ink
    own_line: bool
    """On lines of its own, as if a column had slipped in; else in the middle of a line."""

    def disturb(self, line: Line) -> list[Line]:
        """The lines of one paragraph, with the passage where it falls into them."""
        before = 0
        for ink in line:
            if ink.role is Role.BODY and ink.place < self.place < ink.place + len(ink.text):
                left, right = cut(line, before + self.place - ink.place)
                if self.own_line:
                    return [left, (self.passage,), right]
                return [(*left, self.passage, *right)]
            before += len(ink.text)
        return [line]


def repeat_of(donor: Article, host: Article, rng: Random, *, own_line: bool) -> Repeat | None:
    """50 to 130 characters of a paragraph of the donor; ``None`` where none fits."""
    places = sorted(breakable(host))
    long = [paragraph.text for paragraph in donor.paragraphs if len(paragraph.text) > 90]
    if not places or not long:
        return None
    text = rng.choice(long)
    start = rng.randint(15, len(text) - 65)
    said = text[start : min(start + rng.randint(50, 130), len(text) - 5)]
    passage = Ink(said, Role.INTRUSION, host.name, copy_of=donor.name)
    return Repeat(rng.choice(places[len(places) // 4 :]), passage, own_line)

"""What speaks for a seam between two pieces of a page, and how much?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Reason(NamedTuple):
    """One piece of evidence for a seam, or against it."""

    name: str
    """A field of ``SeamSettings``, or ``characters`` for what ``ratio`` makes of their likelihood."""
    points: float


@dataclass(frozen=True)
class SeamSettings:
    """Evidence for a seam, in points that are added; a seam needs ``threshold``."""

    next_on_page: float = 2.0
    """The beginning stands right behind the end, as in nine seams of ten; nothing for a short line."""
    short_line: float = -0.9
    """What breaks off is so short that it may be a caption or the item of a list."""
    across_title: float = 0.5
    """Only a title stands between: it was set into the column."""
    back_on_page: float = -0.5
    """The beginning stands before the end, as when columns are read in the wrong order."""
    word: float = 1.0
    """The characters on both sides stand together elsewhere on the page (工作体|系: 体系); half of it if they
    seldom do, one and a half if one of them never stands without the other."""
    phrase: float = 1.0
    """So do three of them; and again, so do four (在党组|织的)."""
    ratio: float = 0.155
    """Points a nat of the likelihood ratio of the characters on both sides (``PageModel.continuation``), by a
    logistic regression over 3,000 pairs of random cuts; of them it alone puts 96 of 100 right."""
    even_ratio: float = -6.0
    """Nats that speak neither for nor against."""
    least_ratio: float = -14.0
    most_ratio: float = 6.0
    """Nats beyond which more says no more."""
    numbers_next: float = 3.0
    """The heading numbers go on: 一、 in the one, 二、 first in the other."""
    numbers_skip: float = -1.0
    """A number is missing between; its heading may have been lost, so neighbours still go together."""
    numbers_back: float = -5.0
    """The numbers begin anew or fall back: 四、 is never followed by 二、 in one article."""
    bracket_closed: float = 3.0
    """A bracket or quotation mark opened at the end is closed by the beginning."""
    bracket_missing: float = -2.0
    """Only one of the two sides has half of a pair."""
    continuing_mark: float = 2.5
    """The beginning is a mark that can begin no sentence: ，、。）."""
    after_end: float = -1.0
    """The beginning stands behind the end mark of another article: most likely a new one."""
    topic: float = 2.0
    """Among seams that compete, for the one between the pieces that share the most rare words; a share of it
    for the others. Seven in ten pages of two articles cut at random come out right, against six in ten
    without. It makes no seam by itself: all articles of a page may speak of one thing."""
    threshold: float = 0.0
    """Less is chance: both ends then stay open."""
    last_pair: float = -3.0
    """Enough for the only open end of a page and its only beginning without anything before it: under the
    threshold, and over what numbers that fall back leave."""
    hidden: float = 2.5
    """Points of the words alone for a paragraph or line that may go on elsewhere."""
    hidden_ratio: float = -6.0
    """Nats below which two lines of a paragraph may belong to two articles; three in four lie above it."""
    hidden_lead: float = 4.0
    """Points by which a line must go on better elsewhere than where it stands."""
    reach: int = 12
    """Pieces before and behind that are held against an open end."""
    max_entangled: int = 60
    """Open ends that compete for the same beginnings; more is no page of print, and takes too long."""
    max_pieces: int = 400
    """A page in more pieces is a list or no text at all; only neighbours are joined."""

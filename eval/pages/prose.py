"""How does a subject become an article? Its points, set into sentences, sections and headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from eval.pages import frames
from eval.pages.clean import Paragraph
from eval.pages.headings import HeadingStyle
from eval.pages.topics.topic import Point, Topic

PARTS = (("worths", "{name}的重要意义", "抓好{name}的现实意义", "为什么要重视{name}"),
         ("faults", "{name}存在的主要问题", "当前{name}的短板", "{name}难在哪里"),
         ("measures", "加强{name}的主要路径", "改进{name}的几点建议", "怎样把{name}落到实处"))  # fmt: skip
"""The parts of an article, each with headings to choose from."""


@dataclass
class Writer:
    """Draws sentences; none is drawn twice before its frames are used up, over all the articles of a page."""

    rng: Random
    _left: dict[tuple[str, ...], list[str]] = field(default_factory=dict)

    def frame(self, choices: tuple[str, ...]) -> str:
        """One of ``choices`` that was not drawn lately."""
        left = self._left.setdefault(choices, [])
        if not left:
            left.extend(self.rng.sample(choices, len(choices)))
        return left.pop()

    def said(self, topic: Topic, choices: tuple[str, ...], **words: str) -> str:
        """A frame with the words of the topic in its places."""
        thing, other = self.rng.sample(topic.things, 2)
        words = {name: self._figures(word) for name, word in words.items()}
        frame = self._figures(self.frame(choices))
        return frame.format(thing=thing, other=other, name=topic.name, **words)

    def remark(self, topic: Topic) -> str:
        """A sentence that makes no point of its own."""
        return self.said(topic, frames.REMARKS) + self.said(topic, frames.REMARK_ENDS)

    def _figures(self, text: str) -> str:
        text = text.replace("{n}", str(self.rng.randint(3, 480)))
        return text.replace("{p}", str(self.rng.randint(11, 97)))


@dataclass(frozen=True)
class Body:
    """The paragraphs of an article."""

    paragraphs: tuple[Paragraph, ...]
    conclusion: int | None
    """The paragraph with which a conclusion without heading begins."""


def write_body(writer: Writer, topic: Topic, style: HeadingStyle, *, headed_end: bool) -> Body:
    """An introduction, the parts of ``topic`` under headings of ``style``, and a conclusion."""
    intro = writer.said(topic, frames.OPENINGS) + writer.said(topic, frames.TASKS)
    paragraphs = [Paragraph(intro)]
    parts = [part for part in PARTS if part[0] != "worths" or writer.rng.random() < 0.8]
    for number, (part, *headings) in enumerate(parts, 1):
        said = writer.rng.choice(headings).format(name=topic.name)
        paragraphs.append(style.own_line(1, number, said))
        paragraphs.extend(_part(writer, topic, style, getattr(topic, part), part))
    closing = writer.said(topic, frames.CLOSINGS)
    if headed_end:
        paragraphs.append(style.own_line(1, len(parts) + 1, writer.rng.choice(("结语", "结束语"))))
    paragraphs.append(Paragraph(closing))
    return Body(tuple(paragraphs), None if headed_end else len(paragraphs) - 1)


def _part(
    writer: Writer, topic: Topic, style: HeadingStyle, points: Sequence[Point], part: str
) -> Iterator[Paragraph]:
    if writer.rng.random() < 0.3:
        yield Paragraph(writer.remark(topic))
    for number, point in enumerate(points, 1):
        text = _sentences(writer, topic, point, part, last=number == len(points))
        if style.run_in and part != "worths":
            yield style.run_in_line(2, number, point.heading, text)
        else:
            yield style.own_line(2, number, point.heading)
            if style.deep and part == "measures":
                yield from _deeper(writer, topic, style, point)
            else:
                yield Paragraph(text)


def _deeper(writer: Writer, topic: Topic, style: HeadingStyle, point: Point) -> Iterator[Paragraph]:
    """A point of the third level for each clause, its heading on the line of its text."""
    things = writer.rng.sample(topic.things, len(point.said))
    for number, (thing, clause) in enumerate(zip(things, point.said, strict=True), 1):
        text = writer.said(topic, frames.MEASURES, said=clause) + writer.remark(topic)
        yield style.run_in_line(3, number, writer.rng.choice(frames.VERBS) + thing, text)


def _sentences(writer: Writer, topic: Topic, point: Point, part: str, *, last: bool) -> str:
    if part == "measures" and len(point.said) >= 3 and writer.rng.random() < 0.35:
        a, b, c = point.said[:3]
        said = [writer.said(topic, frames.LISTS, a=a, b=b, c=c)]
    else:
        chosen = {"worths": frames.WORTHS, "faults": frames.FAULTS, "measures": frames.MEASURES}[part]
        said = [writer.said(topic, chosen, said=clause) for clause in point.said]
    if writer.rng.random() < 0.6:
        said.insert(writer.rng.randint(0, len(said)), writer.remark(topic))
    if last:
        fact = writer.rng.choice(topic.facts)
        said.append(writer.said(topic, frames.FACTS, said=fact))
    return "".join(said)

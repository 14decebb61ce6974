"""How are headings numbered and set?"""

from __future__ import annotations

from dataclasses import dataclass

from eval.pages.clean import Mark, Paragraph

CHINESE = "一二三四五六七八九十"
FULL_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")

THIRD = {"chinese": "{n}.", "chinese-digits": "（{n}）"}
"""The numbers of level 3, below those numberings that have one."""

NUMBERINGS: dict[str, tuple[str, str]] = {
    "chinese": ("{zh}、", "（{zh}）"),  # 一、 （一）
    "chinese-digits": ("{zh}、", "{n}."),  # 一、 1.
    "digits": ("{n}.", "（{n}）"),  # 1. （1）
    "full-digits": ("{zh}、", "{full}．"),  # 一、 １．
    "ideographic": ("{n}、", "（{n}）"),  # 1、 （1）
    "decimal": ("{n} ", "{part}.{n} "),  # 1 意义 1.1 保障民主权利
    "bare": ("", "（{zh}）"),  # a short line without number; below it （一）
}
"""The numbers of levels 1 and 2: ``zh`` 一, ``n`` 1, ``full`` １; ``part`` is the number of the part around."""


@dataclass
class HeadingStyle:
    """How one article sets its headings; counts its parts as they are set."""

    numbering: str = "chinese"
    run_in: str = ""
    """What parts a run-in heading of level 2 from its text: ``。``, ``：`` or a space; empty: on its own line."""
    deep: bool = False
    """Whether the measures have a third level."""
    part: int = 0

    def own_line(self, level: int, number: int, said: str) -> Paragraph:
        """A heading on a line of its own."""
        text = self._numbered(level, number) + said
        return Paragraph(text, (Mark(level, 0, len(text)),), alone=True)

    def run_in_line(self, level: int, number: int, said: str, text: str) -> Paragraph:
        """A paragraph that begins with its heading."""
        heading = self._numbered(level, number) + said
        return Paragraph(heading + (self.run_in or "。") + text, (Mark(level, 0, len(heading)),))

    def _numbered(self, level: int, number: int) -> str:
        if level == 1:
            self.part = number
        form = (*NUMBERINGS[self.numbering], THIRD.get(self.numbering, ""))[level - 1]
        return form.format(
            zh=CHINESE[number - 1], n=number, full=str(number).translate(FULL_DIGITS), part=self.part
        )

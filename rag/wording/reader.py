"""In which words is a question searched: mended where it was mistyped, Chinese where it was English?"""

from __future__ import annotations

from collections.abc import Iterable

from rag.text.normalise import fold, normalise
from rag.wording.abbreviations import full_forms
from rag.wording.alternative import Alternative, Correction, Wording
from rag.wording.dictionary import Dictionary
from rag.wording.english import in_chinese, is_english
from rag.wording.known import Library
from rag.wording.names import NamesBySound
from rag.wording.slips import slips


class QuestionReader:
    """Reads questions to one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._names = NamesBySound(library)

    def read(self, question: str) -> Wording:
        """The question as it is to be understood; nothing in it that the articles know is changed."""
        if is_english(question):
            return in_chinese(question, self._library, self._names.in_latin)
        folded = fold(question)
        found = [*self._names.in_chinese(folded)]
        mended = _replaced(question, found)
        found += slips(fold(mended), self._library)
        return Wording(_replaced(question, found), tuple(found)) if found else Wording(question)

    def alternatives(self, text: str, dictionary: Dictionary) -> tuple[Alternative, ...]:
        """Other words for stretches of a question: those of the dictionary, and full forms that the articles hold."""
        folded = fold(text)
        found = dictionary.alternatives(folded)
        said = {one.said for one in found}
        return (*found, *(one for one in full_forms(folded, self._library) if one.said not in said))


def _replaced(text: str, corrections: Iterable[Correction]) -> str:
    """The text as it was typed, with what was meant in place of what was typed."""
    for one in corrections:
        normalised = normalise(text)
        at = normalised.text.find(one.typed)
        if at >= 0:
            place = normalised.span(at, at + len(one.typed))
            text = text[: place.start] + one.meant + text[place.end :]
    return text

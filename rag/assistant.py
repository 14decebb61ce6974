"""The one door for a question: the page, the command line and the evaluation all go through it."""

from __future__ import annotations

from pathlib import Path

from rag.dialogue import Conversation
from rag.reply import Reply


class Assistant:
    """Answers questions from the published generation of one index, and moves to a newer one by itself."""

    def __init__(self, index: Path) -> None:
        self._index = index

    def ask(self, question: str, conversation: Conversation = Conversation(), *, passages: int = 10) -> Reply:
        """One reply.

        Any text is answered with a reply, an empty or garbled one with a kind word. ``passages`` is how many
        retrieved passages the reply carries. Raises ``IndexNotFound``, ``IndexDamaged`` or
        ``IndexOutdated`` where there is nothing to ask.
        """
        raise NotImplementedError

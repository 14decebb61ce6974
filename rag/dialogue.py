"""What does a follow-up leave out, and what was said before that fills it in?"""

from __future__ import annotations

from dataclasses import dataclass

from rag.answering.library import Library
from rag.reply import Reply
from rag.understood import Understood


@dataclass(frozen=True)
class Conversation:
    """The replies so far, oldest first: all that a follow-up may lean on."""

    replies: tuple[Reply, ...] = ()

    def after(self, reply: Reply) -> Conversation:
        """The conversation with one more turn."""
        return Conversation((*self.replies, reply))


def understand(question: str, conversation: Conversation, library: Library) -> Understood:
    """What a turn asks once the conversation has filled in what it leaves out."""
    return Understood(question)

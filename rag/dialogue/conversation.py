"""What does a follow-up leave out, and what was said before that fills it in?

The rules, in the order in which they are tried; each leaves a stand-alone question alone:

1. a line as it was shown (…（承上：…）) says itself what it leans on;
2. a change of topic (换个话题) leans on nothing;
3. words in passing (对了), a correction, a return, 还有呢 or 换成 (不是，我问的是…; 回到…) are stripped, and the turn
   leans on what they mean (``returns``);
4. 剩下的呢 becomes the items not asked about; an ordinal (第二点呢, 最后一种, 前两项) the words of those items of an
   earlier list, or counts on in a question that was asked by number (``counting``); 第二篇 becomes the title of
   one of the articles shown (``nth_article``);
5. 还有呢 and 然后呢 alone ask on from the last answer (``going_on``);
6. a name alone (那工作纪律呢) takes the place of its like, or of the subject, in the last question (``renaming``);
7. 详细说说 alone asks more of the last answer;
8. a turn that names an article in 《》 or a term to define stands alone;
9. a turn that points back, or says too little to be searched alone, leans on the last question and on the one
   that this leant on; where it only says little, the search decides (``own_topic``);
10. anything else stands alone, and only prefers the article that was spoken of a little.

A turn that was refused, or was no question, is leant on only where there is nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rag.answering.doubt import is_telling
from rag.answering.question import analyse
from rag.dialogue.counting import counted, remaining, several
from rag.dialogue.cues import (
    BESIDES,
    MORE_DETAIL,
    NAMED,
    OPENING,
    OWN_APPOSITION,
    POINTER,
    POINTING,
    RELATIONAL,
    SWITCH,
)
from rag.dialogue.going_on import detail, more
from rag.dialogue.items import ordinal_in
from rag.dialogue.nth_article import nth_article
from rag.dialogue.renaming import renamed
from rag.dialogue.returns import stripped
from rag.dialogue.turn import Turn
from rag.dialogue.understood import Understood
from rag.reply import Reply
from rag.text.normalise import fold
from rag.text.tokens import content_words

ENOUGH_WORDS = 4
"""Content words with which a turn without any cue is a question of its own."""

TELLING_WORDS = 2
"""Words rare in general Chinese with which a turn says what it is about."""

_RULES = (nth_article, remaining, several, counted, more, renamed, detail)


@dataclass(frozen=True)
class Conversation:
    """The replies so far, oldest first: all that a follow-up may lean on."""

    replies: tuple[Reply, ...] = ()

    def after(self, reply: Reply) -> Conversation:
        """The conversation with one more turn."""
        return Conversation((*self.replies, reply))


def understand(turn: str, conversation: Conversation) -> Understood:
    """What a turn asks once the conversation has filled in what it leaves out."""
    told_whole = Understood.read(turn)
    if told_whole.context:
        return told_whole
    real = [reply for reply in conversation.replies if reply.understood and reply.understood.text.strip()]
    told = tuple(reply for reply in real if not reply.abstained) or tuple(real)
    if not told or not fold(turn).strip():
        return Understood(turn)
    said = Turn(turn, told)
    switched = said.without(SWITCH)
    if switched and not POINTING.pattern.search(switched.folded):
        return Understood(switched.text)
    said = stripped(replace(switched, leans=False) if switched else said)
    found = next((found for rule in _RULES if (found := rule(said))), None) or _leaning(said)
    return replace(found, said=said.quotes) if found.context else found


def own_words(understood: Understood) -> str:
    """What a leaning question says itself: without the words that only point, where anything else is left."""
    if not understood.context:
        return understood.text
    rest = POINTER.pattern.sub(" ", understood.text)
    return rest if content_words(rest) else understood.text


def _says_enough(folded: str) -> bool:
    """Whether a turn without any cue says by itself what it is about: by many words, or by rare ones."""
    return len(content_words(folded)) >= ENOUGH_WORDS or _tells(folded) >= TELLING_WORDS


def _tells(folded: str) -> int:
    """How many words of a turn are rare in general Chinese."""
    return sum(is_telling(word) for word in content_words(folded) if len(word) > 1)


def _points(folded: str) -> bool:
    """Whether a turn says that it goes on; a 这 behind words of its own only takes those up: 夜间巡检这项工作."""
    cues = (OPENING.pattern.match, MORE_DETAIL.pattern.search, ordinal_in)
    pointing = POINTING.pattern.search(OWN_APPOSITION.pattern.sub("", folded))
    return bool(pointing or any(cue(folded) for cue in cues))


def _names_a_subject(folded: str) -> bool:
    """Whether a turn names an article, or a term to define that means something by itself."""
    if NAMED.pattern.search(folded):
        return True
    return any(not RELATIONAL.pattern.match(word) for word in content_words(analyse(folded).term))


def _leaning(said: Turn) -> Understood:
    folded = said.folded
    besides = said.shown if BESIDES.pattern.search(folded) else ()
    points = said.leans or _points(folded) or bool(besides)
    if not points and _names_a_subject(folded):
        return Understood(said.text)
    if points or POINTING.pattern.search(folded) or not _says_enough(folded):
        perhaps = not points and _tells(folded) > 0
        return Understood(said.text, said.topic, said.focus, besides=besides, perhaps=perhaps)
    return Understood(said.text, focus=said.focus)

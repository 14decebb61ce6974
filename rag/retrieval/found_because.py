"""How is it said in one sentence why a passage was found?"""

from __future__ import annotations

from collections.abc import Sequence

from rag.errors import Words
from rag.retrieval.explained import Explained, FoundWords

MOST_NAMED = 3
"""Words named of either kind: the table beside the sentence has all of them."""

TELLING = 0.25
"""Of what the best word gave: one that gave less is not what brought the passage."""


def found_because(one: Explained) -> Words:
    """The sentence, in both languages."""
    clauses = [_by_words(one), _by_meaning(one), _missing(one), _talked_of(one)]
    told = [clause for clause in clauses if clause]
    zh, en = "；".join(clause.zh for clause in told), "; ".join(clause.en for clause in told)
    return Words(f"{zh}。", f"{en[0].upper()}{en[1:]}.")


def _by_words(one: Explained) -> Words:
    if one.leg == "meaning" and not one.words:
        return Words("没有共同的词，只凭意思找到", "found only by meaning, without a word in common")
    if one.leg == "meaning":
        zh, en = _named(one.words)
        return Words(
            f"主要凭意思找到：单凭{zh}排不进前 {one.looked_at}",
            f"found by meaning: {en} alone would not bring it among the first {one.looked_at}",
        )
    if not one.words:
        return Words(
            "没有整词相同，凭零散的字或所在文章找到",
            "found by scattered characters or by its article, without a whole word",
        )
    zh, en = _named(one.words)
    if one.word_rank is None:
        return Words(f"主要凭{zh}找到", f"found mainly by {en}")
    return Words(
        f"主要凭{zh}找到（按词排第 {one.word_rank}）", f"found mainly by {en} (no. {one.word_rank} by words)"
    )


def _named(words: Sequence[FoundWords]) -> Words:
    telling = [word for word in words if word.score >= TELLING * words[0].score][:MOST_NAMED]
    said = [_said(word) for word in telling]
    return Words("".join(word.zh for word in said), ", ".join(word.en for word in said))


def _said(word: FoundWords) -> Words:
    if not word.meant:
        return Words(f"“{word.text}”", f"“{word.text}”")
    return Words(f"“{word.text}”（文中作“{word.meant}”）", f"“{word.text}” (there “{word.meant}”)")


def _by_meaning(one: Explained) -> Words | None:
    """Its rank, not a verdict: what cosine is near depends on the encoder."""
    if not (one.cosine or one.parts.meaning):
        return None
    cosine = f"{round(one.cosine, 2) + 0.0:.2f}"  # not -0.00
    zh, en = f"（余弦 {cosine}）", f" (cosine {cosine})"
    if one.meaning_rank is None:
        return Words(
            f"按意思不在前 {one.looked_at}{zh}", f"by meaning not among the first {one.looked_at}{en}"
        )
    return Words(f"按意思排第 {one.meaning_rank}{zh}", f"no. {one.meaning_rank} by meaning{en}")


def _missing(one: Explained) -> Words | None:
    if not one.missing:
        return None
    named = [f"“{text}”" for text in one.missing[:MOST_NAMED]]
    more = len(one.missing) > MOST_NAMED
    zh, en = "".join(named) + ("等" if more else ""), ", ".join(named) + (" and more" if more else "")
    return Words(f"问题中的{zh}没有出现", f"{en} of the question not there")


def _talked_of(one: Explained) -> Words | None:
    if not one.parts.focus:
        return None
    return Words("正在谈这篇文章，略为靠前", "lifted a little, as the talk is about its article")

"""How answers are chosen and how much of them is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AnswerSettings:
    """The knobs of answering."""

    passages_read: int = 8
    """Retrieved passages whose sentences are considered; more costs time and lets weaker passages compete."""
    reader: str = "bundled"
    """What reads the best passages closely: ``bundled``, the folder of an extractive question answering model
    of transformers, or ``none``."""
    read_closely: int = 3
    """Best passages that the reader reads; each costs it some milliseconds."""
    max_question_chars: int = 500
    """A longer question is asked to be shortened: it would match everything a little."""
    list_threshold: float = 6.5
    """A list must score this much to be shown as the answer: just above it, every other one is the right one."""
    implied_list_threshold: float = 8.0
    """The same where the wording (什么情况, 怎么分类) only lets a list be the answer: above it, four of five are right."""
    list_sentences: int = 8
    """Best sentences in which lists parted by 、 are looked for."""
    in_doubt_below: float = 0.55
    """Likelihood of the best sentence below which the next best is shown with it. On questions over articles not
    learnt from, the best of those was right in one of two, the two in three of four."""
    companions: int = 3
    """Further sentences considered beside the best one on how and why."""
    companion_margin: float = 2.5
    """How much lower a neighbouring sentence may score and still be shown with the best."""
    about_threshold: float = 0.5
    """Share of the question's words that an article's title, author, unit and headings must cover."""
    refusal_threshold: float = 0.40
    """Probability that the corpus does not say, above which nothing is claimed; see ``rag.answering.doubt``."""
    refusal_threshold_leaning: float = 0.50
    """The same for a follow-up that leans on an earlier question, whose words it was not fitted on."""
    held_back_below: float = 0.4
    """Of the score of the best passage of all: below it what passes the filters bears no answer. Of 658
    questions filtered to a file that does not answer, 90 % were refused instead of 70 %; of 632 filtered to the one
    that does, none."""
    nearest: int = 3
    """Places offered when nothing is answered."""
    context_weight: float = 0.5
    """Of the earlier question's words beside those of a follow-up, in the search for passages."""
    context_weight_in_sentences: float = 0.35
    """The same among the sentences of the passages: there the earlier question speaks most for its own answer."""
    focus_bonus: float = 0.3
    """What the article of the last answer gains in a follow-up, as a share of the best score: little enough
    that another article which clearly fits better still wins."""
    focus_reserve: int = 20
    """Further passages retrieved so that those of the article in focus can rise into view."""

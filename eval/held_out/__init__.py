"""Where are the questions that are kept for a last check? ``README.md`` beside this says what they may be used for."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent

DOCUMENTS = _HERE / "documents.jsonl"
"""Which documents of the public data make the corpus, and under which file names."""
QUESTIONS = _HERE / "questions.jsonl"
"""Single questions; an answer is a place in a file of the corpus, without its words."""
DIALOGUES = _HERE / "dialogues.jsonl"
"""Conversations of four or five turns, their answers likewise."""

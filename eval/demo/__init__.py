"""Where are the demo corpus and its questions? Every word of them is our own; see ``README.md`` beside this."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent

CORPUS = _HERE / "corpus"
"""Nine files of invented articles, most of them as messy as real pages."""
ARTICLES = _HERE / "articles.json"
"""What a careful reader finds on the pages: title, author, unit and number of headings of each article."""
QUESTIONS = _HERE / "questions.jsonl"
"""Single questions with the places of their answers."""
DIALOGUES = _HERE / "dialogues.jsonl"
"""Conversations of three or four turns."""

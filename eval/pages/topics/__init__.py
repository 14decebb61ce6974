"""What are the clean articles about? Hand-written subjects, each with words that no other has."""

from eval.pages.topics import office, party, union, works
from eval.pages.topics.topic import Topic

TOPICS: tuple[Topic, ...] = (*office.TOPICS, *party.TOPICS, *union.TOPICS, *works.TOPICS)

"""Parts: the questions and sentences of one message."""

from __future__ import annotations

import re

from bot.matching.words import words_of

LONG = 22  # words, from which on a message is also read sentence by sentence
MOST_PARTS = 12
FEWEST_WORDS = 2
_ASKS = (
    r"(?:who|what|when|where|which|why|how|do|does|did|is|are|can|could|should|must|will|would)"
)
_BREAK = re.compile(
    rf"""[?\n;]+ | [.!]\s+ | ,?\s+(?:and|also|plus)\s+also\s+ | ,?\s+also,?\s+(?={_ASKS}\b)
      | ,?\s+and\s+(?={_ASKS}\b) | ,\s+(?={_ASKS}\b) | ,?\s+(?:plus|as\s+well\s+as)\s+ """,
    re.IGNORECASE | re.VERBOSE,
)
_QUESTION = re.compile(
    rf"^\W*{_ASKS}\b|\b(?:tell|know|wonder\w*|ask\w*|find)\b.*\b{_ASKS}\b|\b(?:should|can|do|must)\s+(?:i|we)\b",
    re.IGNORECASE,
)


def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a message that may each be a question; one alone where it has no more."""
    parts = [part.strip() for part in _BREAK.split(text) if part and part.strip()]
    kept = tuple(part for part in parts if len(words_of(part)) >= FEWEST_WORDS)[:MOST_PARTS]
    return kept or (text,)


def asks(part: str) -> bool:
    """Whether a part reads as a question, with or without its mark."""
    return _QUESTION.search(part) is not None


def is_long(text: str) -> bool:
    """Whether a message may hold much beside the point."""
    return len(words_of(text)) >= LONG

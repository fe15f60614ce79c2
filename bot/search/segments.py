"""Parts: the questions and sentences of one message."""

from __future__ import annotations

import re

from bot.search.words import words_of

LONG = 22  # words, from which on a message is also read sentence by sentence
MOST_PARTS = 12
FEWEST_WORDS = 2
_ASKS = (
    r"(?:who|what|when|where|which|why|how|do|does|did|is|are|can|could|should|must|will|would)"
)
_GAP = r"(?<!\s)\s+"  # from its first space on: a long run of them is looked at once
_BREAK = re.compile(
    rf"""[?\n;]+ | [.!]\s+ | ,?{_GAP}(?:and|also|plus)\s+also\s+ | ,?{_GAP}also,?\s+(?={_ASKS}\b)
      | ,?{_GAP}and\s+(?={_ASKS}\b) | ,\s+(?={_ASKS}\b) | ,?{_GAP}(?:plus|as\s+well\s+as)\s+ """,
    re.IGNORECASE | re.VERBOSE,
)


def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a message that may each be a question; one alone where it has no more."""
    parts = [part.strip() for part in _BREAK.split(text) if part and part.strip()]
    kept = tuple(part for part in parts if len(words_of(part)) >= FEWEST_WORDS)[:MOST_PARTS]
    return kept or (text,)


def is_long(text: str) -> bool:
    """Whether a message may hold much beside the point."""
    return len(words_of(text)) >= LONG

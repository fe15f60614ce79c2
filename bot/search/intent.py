"""What kind of card a question wants: one with learning to read, or any."""

from __future__ import annotations

import re

_LEARNING = re.compile(
    r"""\b(?: learning | lessons? | learn(?:ed|t)? | evidence | research | read(?:ing)? | briefings? | stud(?:y|ies)
      | findings | published | cases?\s+(?:like|where|of|about) | (?:which|any)\s+reviews?
      | reviews?\s+(?:of|about|on|where|with|into|like|for|say) | reports?\s+(?:on|about|into) )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WHAT_TO_DO = re.compile(
    r"""\b(?: (?:who|what)\s+(?:do|should|must|can)\s+(?:i|we) | do\s+(?:i|we)\s+(?:have|need) | (?:should|must)\s+(?:i|we)
      | how\s+(?:do|soon|long|quickly) | by\s+when | whom
      | (?<!\w\s)who  # after a word it says of whom: "babies who died"
      )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def wants_learning(text: str) -> bool:
    """Whether a text asks for something to learn from, and not for what to do."""
    return _LEARNING.search(text) is not None and _WHAT_TO_DO.search(text) is None

"""Negation: what a question says that it does not mean."""

from __future__ import annotations

import re

from bot.search.words import words_of

# After "not" these say something of the child or of the writer: "not breathing", "not sure".
_NO_ASIDE = r"""(?!\w+ing\b|(?:sure|certain|only|just|yet|enough|able|very|so|too|much|many|long|always|all|every|really
  |know|known|knowing|brought|seen|heard|been|born|safe|well|right|alive|allowed|told|registered|enrolled|in|at|to|have
  |had|got|my|our|his|her|their|because|if|when|where|until|ok|okay|fair|clear|possible|necessarily|breathe|eat)\b)"""
_BEGINS = rf"""
    \b(?:not|isn'?t|nothing|no)\s+(?:about|on|to\s+do\s+with|regarding|the|that|any\s+of\s+the)\b
  | (?:^\W*(?:no\W+)?|[.!?;]\s+|,\s*(?:and\s+|so\s+|but\s+)?|\s[\u2013\u2014-]\s+)not\s+{_NO_ASIDE}
  | \b(?:is|was|are|were|this|it)\s*(?:not|n'?t)\s+an?\b
  | \b(?:am|are|'?m|'?re)\s+not\s+(?:asking|talking|looking|after)\s+(?:about|for|at)?
  | \b(?:i\s+)?(?:do\s+not|don'?t|did\s+not|didn'?t)\s+(?:mean|want|need|give\s+me|show\s+me)\b(?!\s+to\s+(?!know|make)|\s+any(?:one|body))
  | \b(?:other\s+than|except(?:\s+for)?|apart\s+from|rather\s+than|instead\s+of|excluding|as\s+opposed\s+to)\b
"""
_ENDS = r"""(?=[,;.:?!()\n\u2013\u2014]|\s-\s|\bbut\b|\bjust\b|\bsimply\b|\binstead\b|\bonly\b|\bi\s+(?:mean|want|need)\b
  |\bi'?m\b|\bthe\s+one\b|\bwhat\b|\bhow\b|\bwho\b|\bwhen\b|$)"""
_NEGATED = re.compile(rf"(?:{_BEGINS})\s*(.+?)\s*{_ENDS}", re.IGNORECASE | re.VERBOSE)
TELLING = 4  # letters; where only shorter words are left, nothing is left to look up
MOST_WORDS = 8  # more than this after "not the" is a sentence of its own, not an aside


def without_negated(text: str) -> tuple[str, str]:
    """The text without what it says it does not mean, and that."""
    negated = []

    def take(found: re.Match[str]) -> str:
        if len(found[1].split()) > MOST_WORDS:
            return found[0]
        negated.append(found[1])
        return " "

    kept = _NEGATED.sub(take, text.replace("\u2019", "'"))
    left = any(len(word) >= TELLING for word in words_of(kept))
    return (kept, " ".join(negated)) if left else (text, "")

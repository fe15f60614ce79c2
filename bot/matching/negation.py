"""Negation: what a question says that it does not mean."""

from __future__ import annotations

import re

_BEGINS = r"""
    \b(?:not|isn'?t|nothing|no)\s+(?:about|on|to\s+do\s+with|regarding|the|that|any\s+of\s+the)\b
  | \b(?:i\s+)?(?:do\s+not|don'?t|did\s+not|didn'?t)\s+(?:mean|want|need)\b
  | \b(?:other\s+than|except(?:\s+for)?|apart\s+from|rather\s+than|instead\s+of|excluding|as\s+opposed\s+to)\b
"""
_ENDS = r"""(?=[,;.:?!()\n\u2013\u2014]|\s-\s|\bbut\b|\bjust\b|\binstead\b|\bonly\b|\bi\s+(?:mean|want|need)\b
  |\bthe\s+one\b|\bwhat\b|\bhow\b|\bwho\b|\bwhen\b|$)"""
_NEGATED = re.compile(rf"(?:{_BEGINS})\s*(.+?)\s*{_ENDS}", re.IGNORECASE | re.VERBOSE)
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
    return (kept, " ".join(negated)) if kept.strip(" ,;.:?!") else (text, "")

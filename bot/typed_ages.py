"""Ages as people type them in answer to "how old": "14", "3 years old", "he is six months"."""

from __future__ import annotations

import re

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_WORDS = {word: number for number, word in enumerate(_NUMBERS.split())}
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(_WORDS)})"
_UNIT = r"(?:years?|yrs?|y|months?|mths?|m|weeks?|wks?|w|days?|d)"
_AGE = re.compile(
    r"(?:(?:he|she|they|it|child|baby|age|aged)(?: (?:is|was|are|were)|'s)? )?(?:aged? )?(?:about )?"
    rf"{_NUMBER}(?: and a half)?(?:[ -]?(?P<unit>{_UNIT}))?(?:[ -/]?(?:olds?|o))?"
)
_IN_A_YEAR = {"m": 12, "w": 52, "d": 365}
_OLDEST = 120
_RANGE = re.compile(r"(?P<first>\d{1,3})(?:-(?P<last>\d{1,3})|\+)")


def years_typed(text: str) -> int | None:
    """The whole years of an age that is all that the text says, or None."""
    found = _AGE.fullmatch(" ".join(text.lower().strip(" .!").split()))
    if not found:
        return None
    written = found["number"]
    number = _WORDS[written] if written in _WORDS else int(written)
    years = number // _IN_A_YEAR.get((found["unit"] or "y")[0], 1)
    return years if years <= _OLDEST else None


def holds(option_id: str, years: int) -> bool:
    """Whether an option such as `0-15` or `25+` holds this age."""
    found = _RANGE.fullmatch(option_id)
    if not found:
        return False
    return int(found["first"]) <= years <= int(found["last"] or _OLDEST)

"""The age of the child, when a sentence says it clearly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOUN = (
    r"(?:boy|girl|child|children|lad|lass|person|client|pupil|male|female|lac|cla|teen|teenager|kid|son|daughter|yp|student|baby|infant|man|woman"
    r"|patient|resident|leaver|himself|herself|youth|toddler|twins|both)"
)
_AGE = re.compile(
    rf"(?P<roughly>\b(?:about|around|approx\w*|roughly|maybe|probably|possibly|perhaps|nearly|almost|thought to be|under|over|at least|younger than|older than|up to|turns?|be|turning|c|circa|would be|would have been|supposedly|may be|might be|could be|before|until|since|from|by) (?:the |his |her |a )?)?"
    rf"(?:(?P<old>\d{{1,2}})(?: ?(?P<or>or|and|to|/) ?(?P<other>\d{{1,2}}))? (?P<unit>year|month|week|day) old"
    rf"|\b(?:aged?|age of|age is|age was) (?P<aged>\d{{1,2}})(?: ?(?:or|and|to|/) ?(?P<aged_other>\d{{1,2}}))?(?: ?(?P<aged_unit>years?|months?|weeks?|days?|mths?|wks?))?\b"
    rf"|\b{_NOUN}(?:,| of| who was| is| was|:)? ?\(?(?P<noun>\d{{1,2}})(?: ?(?:or|and|to|/) ?(?P<noun_other>\d{{1,2}}))?(?: (?P<noun_unit>years?|months?|weeks?|days?|yrs?))?\)?(?= |,|\.|\?|$|\))(?! (?:years?|months?|weeks?|days?|hours?|minutes?|times|ago|others?|children|siblings|agencies|january|february|march|april|may|june|july|august|september|october|november|december|of))"
    rf"|\b(?:he|she|they) (?:was|were|is|are|had just turned|just turned) (?:just |only |still )?(?P<was>\d{{1,2}})(?: or (?P<was_other>\d{{1,2}}))?(?= when|,|\.| and| but|$|\?| years|;| at)(?! (?:months?|weeks?|days?))"
    rf"|\b(?:turned) (?P<turned>\d{{1,2}}) when\b"
    rf"|, ?(?P<comma>\d{{1,2}})(?: (?P<comma_unit>months?|weeks?|days?|years?))?(?=,)"
    rf"|\b(?P<lead>\d{{1,2}}) (?:year )?(?:girl|boy|lad|female|male)\b)"
)
_SMALL = re.compile(
    r"\b(?:baby|infant|newborn|new born|toddler|neonate)\b(?! (?:eva|p|n|m|victoria|unit|sitter|group|clinic|bump|brother|sister))"
)
_BY_AGE = re.compile(
    r"\b(?:with|had|has|expecting|pregnant with|looking after|given birth to) (?:a|her|his|their|another|the) (?:\w+ )?(?:baby|infant|toddler|newborn)\b"
)
_NOT_BORN = re.compile(
    r"\b(?:unborn|stillborn|still born|stillbirth|still birth|fetus|in utero)\b"
)
_SIGN_OF_LIFE = re.compile(
    r"\b(?:sign|signs) of life\b|\bborn alive\b|\b(?:maybe|may|might|possibly|not sure|unclear|or)\b.{0,40}\bstill ?born\b|\bnot (?:a )?still ?born\b"
)
_NOT_KNOWN = re.compile(
    r"\bage (?:is |was )?(?:not (?:yet )?(?:known|certain|clear|sure)|unknown|unclear|uncertain|disputed)\b|\b(?:not sure|unsure|do not know|not certain|unclear|no idea) (?:of |about )?(?:how old|(?:the|his|her|their|what) age)\b"
)
_ADULT, _CARE_ENDS, _SIXTEEN, _OLDEST_MONTHS = 18, 25, 16, 24


def read_age(sentences: Sequence[str]) -> str | None:
    """The option of the age question that the sentences clearly say, or None."""
    text = " . ".join(sentences)
    if _NOT_KNOWN.search(text):
        return "unsure"
    if _NOT_BORN.search(text):
        return None if _SIGN_OF_LIFE.search(text) else "unborn"
    found = [_options(one) for one in _AGE.finditer(text)]
    if any(options is None for options in found):
        return None
    said = {option for options in found if options is not None for option in options}
    if _SMALL.search(_BY_AGE.sub(" ", text)):
        said.add("0-15")
    return said.pop() if len(said) == 1 else None


def _options(found: re.Match[str]) -> frozenset[str] | None:
    """The options of an age; None when it is said only roughly."""
    if found["roughly"]:
        return None
    for way in ("old", "aged", "noun", "was", "turned", "comma", "lead"):
        if found[way] is None:
            continue
        groups = found.groupdict()
        unit = groups.get("unit" if way == "old" else f"{way}_unit") or "year"
        other = groups.get("other" if way == "old" else f"{way}_other")
        numbers = [int(number) for number in (found[way], other) if number]
        return frozenset(_option(number, unit) for number in numbers)
    return frozenset()


def _option(number: int, unit: str) -> str:
    if not unit.startswith("y"):
        return "0-15"
    if number < _SIXTEEN:
        return "0-15"
    if number < _ADULT:
        return "16-17"
    return "18-24" if number < _CARE_ENDS else "25+"

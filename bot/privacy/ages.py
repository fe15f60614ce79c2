"""Ages, year groups and births beside a name, as people type them."""

from __future__ import annotations

import re

_NUMBER = (
    r"(?:\d{1,2}(?:[/.](?:12|52))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_UNIT = r"(?:years?|yrs?|y|months?|mths?|mos?|m|weeks?|wks?|w|days?)"
_BETWEEN = (
    r"^\W{0,3}"
    r"(?:(?:who|he|she|they|is|was|are|s|hes|shes|he's|she's|who's|turned|only|just|now|both"
    r"|our|my|a|an|the|in|from|of|at|age|aged)\W{1,2}){0,4}"
)
AGE_AFTER = re.compile(
    rf"{_BETWEEN}{_NUMBER}"
    r"(?![\d:%]|\.\d|,\d{3}|(?:st|nd|rd|th)\b)"
    r"(?!\s?"
    r"(?:reviews?|recommendations?|working|agenc|pages?|minutes?|hours?|boroughs?|sessions?"
    r"|levels?|key|other|different|national|serious|local|of the|to \d))"
)
AGE_WITH_UNIT = re.compile(rf"{_BETWEEN}{_NUMBER}\s?-?{_UNIT}\b")
AGE_AT_ONCE = re.compile(rf"^(?: is | aged? |, (?:aged? )?){_NUMBER}\s?{_UNIT}?\b(?! of)")
CLASS_AFTER = re.compile(
    rf"{_BETWEEN}(?:(?:year|yr|class)\s?\d{{1,2}}\b|y\d{{1,2}}\b|reception\b|nursery\b|sixth form)"
)
BIRTH_AFTER = re.compile(
    r"^\W{0,3}(?:\w{1,20}\W{1,2})?"
    r"(?:d\.?o\.?b|born\b|\d{1,2}\s?[./\-]\s?\d{1,2}\s?[./\-]\s?\d{2})"
)
AGE_BEFORE = re.compile(
    rf"(?:\b{_NUMBER}[\s\-]?{_UNIT}[\s\-]?old|\b\d{{1,2}}\s?(?:yo|y/o)|\bage[d]?\s{_NUMBER}"
    rf"|\b(?:year|yr)\s?\d{{1,2}}|\by\d{{1,2}})(?:\s\w{{1,20}})?\W{{0,3}}$"
)
AGE = re.compile(
    rf"\b(?:aged?\s{_NUMBER}|{_NUMBER}[\s\-]?{_UNIT}\b|y(?:ear)?\s?\d{{1,2}}\b"
    r"|\(\d{1,2}\)|(?:is|hes|shes|he's|she's)\s\d{1,2}\b)"
)

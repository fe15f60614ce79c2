"""Numbers of cases, files, crimes, pupils and insured people."""

from __future__ import annotations

import re

_NO_YEARS = r"(?!(?:19|20)\d\d(?:[/\-](?:19|20)?\d\d)?\b(?![/\-]\d))"
_IDENTIFIER = (
    rf"{_NO_YEARS}"
    r"(?=[\w/\-]{0,30}\d{3}|(?:[\w/\-]{0,8}\d){4})[A-Za-z0-9][\w/\-]{2,30}"
)
_NUMBER_OF = r"(?: (?:id|nos?|num|number|ref|reference|case|crime|pupil|person)\b\.?)"
_REFERENCE = re.compile(
    r"\b"
    r"(?:"
    r"(?:las|ll|mosaic|liquid ?logic|lcs|eclipse|care ?first|frameworki|cpoms|rio|emis"
    r"|systmone|system ?one|urn|upn|cad|crn|merlin|mrn|pnc|pnd|niche|athena|nrm|icn|oasis"
    rf"|tribal|synergy|arbor|sims|ref|reference|id){_NUMBER_OF}{{0,2}}"
    r"|"
    r"(?:child'?s?|case|client|person|pupil|file|record|hospital|crime|police|patient"
    r"|service user|referral|incident|court|our|your|marac|mappa|mash|lado|ehcp|ehc|housing"
    r"|tenancy|home office|cafcass|family|notification|sin|ambulance|occurrence|log|bundle"
    rf"|complaint|claim|prison|probation|immigration){_NUMBER_OF}{{1,3}}"
    r"|(?:police|ambulance|incident|cad|call|999) log)"
    rf"(?: for (?:the )?\w{{1,12}}(?: \w{{1,12}})?)?(?: (?:is|was))?[ .:#=]{{1,3}}{_IDENTIFIER}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:case|referral|record|file|marac|mappa|bundle|crime|occurrence|court|complaint|claim)"
    rf"[ :#]{{1,2}}{_NO_YEARS}"
    r"(?=[\w/\-]{0,12}(?:\d[/\-]|[/\-]\d|[A-Za-z]\d))(?=(?:[\w/\-]{0,8}\d){4})"
    r"[A-Za-z0-9][\w/\-]{3,30}",
    re.IGNORECASE,
)
_OF_A_SYSTEM = re.compile(
    r"\b(?!ISBN|ISSN|GBP|EUR|USD|PO|VAT|IBAN|TEL|MOB|NHS|DOB|RCN)[A-Z]{2,6}"
    r"(?: (?:no|ref|number|id)\b\.?)?[ :#]{1,2}(?!(?:19|20)\d\d(?:19|20)?\d\d\b)"
    r"\d{6,9}(?:/\d{2})?(?![\w/])"
)
_FAMILY_COURT = re.compile(r"\b[A-Z]{2}\d{2}[ACFPZacfpz]\d{5}\b")
_CODE = re.compile(
    r"(?<![\w/.\-])(?!DFE|DHSC|DOH|HC|CM|CP|SI|ISBN|NG|CG|QS|HMICFRS|UKSC|EWCA|EWHC|WT|KCSIE)"
    r"(?=[A-Z0-9/\-]{0,20}[A-Z])(?=(?:[A-Z/\-]{0,6}\d){6})[A-Z0-9]{2,16}(?:[/\-][A-Z0-9]{1,12}){0,3}"
    r"(?![\w/\-])"
)
_PUPIL_NUMBER = re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b")
_NI_NUMBER = re.compile(
    r"\b"
    r"(?:[A-CEGHJ-PR-TW-Z]{2}"
    r"|(?:ni|nino|insurance)"
    r"(?: (?:no|number|is))?[ :]{1,2}[A-Z]{2}) ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b",
    re.IGNORECASE,
)


def has_case_reference(text: str) -> bool:
    """The text gives the number of a case, a file, a crime or a pupil."""
    text = _NI_NUMBER.sub(" ", text)
    return any(
        pattern.search(text)
        for pattern in (_REFERENCE, _NUMBERED, _OF_A_SYSTEM, _FAMILY_COURT, _CODE, _PUPIL_NUMBER)
    )


def has_national_insurance_number(text: str) -> bool:
    """The text gives a National Insurance number."""
    return bool(_NI_NUMBER.search(text))

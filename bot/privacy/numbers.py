"""Dates of birth and NHS numbers, by their shapes."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_ORDINAL = (
    r"(?:(?:twenty|thirty)?[ \-]?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|\w{3,7}teenth|twentieth|thirtieth)"
)
_DAY = (
    rf"(?:\d{{1,2}} ?[/.\- ] ?\d{{1,2}} ?[/.\- ] ?(?:\d{{4}}|\d\d)"
    rf"|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})[ \-/.]?(?:of )?{_MONTH},?[ \-/.]?'?(?:\d{{4}}|\d\d)?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? ?(?:\d{{4}}|\d\d)?"
    r"|\d{8}|\d{6})(?!\d)"
)
_BIRTH = re.compile(
    r"\b"
    r"(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?dates?|birthdays?|birthday|born"
    rf"|b\.? (?=\d{{1,2}}(?:[/.\-]|(?:st|nd|rd|th)? (?:of )?{_MONTH}))"
    rf"|(?:baby|twins?|he|she) (?:arrived|came|(?:was|were) delivered)(?= (?:on )?(?:the )?{_DAY} (?:at|by|weigh)))"
    r"(?:'s\b)?[\s:=(\-\u2013]{0,4}"
    rf"(?:(?:is|was|given as|on|the|of|date|a) ){{0,4}}{_DAY}",
    re.IGNORECASE,
)
_DAY_OF_BIRTH = re.compile(
    rf"\b{_DAY},? (?:is|was|being|as) (?:her|his|their|the|my)\b[\w' ]{{0,20}}\b(?:dob|date of birth|birthday)\b",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(
    rf"\bturn(?:s|ed|ing)? (?:\d{{1,2}}|\w{{3,9}}) on (?:the )?{_DAY}", re.IGNORECASE
)
_PERSON_AND_DAY = re.compile(
    r"\b"
    r"(?:child|boy|girl|baby|pupil|patient|son|daughter|sibling|student"
    r"|yp)\s?[(,]\s?\d{1,2}[/.\-]\d{1,2}[/.\-]"
    r"(?:19|20)?\d\d\s?[),]",
    re.IGNORECASE,
)

_SPACED_NHS = re.compile(r"(?<![\d+/])(\d{3})[ .\-](\d{3})[ .\-](\d{4})(?!\d)")
_TEN_DIGITS = re.compile(r"(?<![\d+/.\-])([1-9]\d{9})(?![\d/])")
_OF_A_THING = re.compile(
    r"\b"
    r"(?:order|invoice|account|tracking|isbn|ticket|booking|purchase|parcel|delivery|serial"
    r"|licen[cs]e|barcode|policy number|meeting id|webinar|zoom|dial|conference|passcode|po"
    r"|printer|model|product|toner|catalogue|charity number|company number)\b",
    re.IGNORECASE,
)
_CUED_NHS = re.compile(
    r"\b(?:nhs|patient|pt|hospital)\b[^\d\n]{0,20}(\d(?:[ .\-]{0,2}\d){9})(?!\d)",
    re.IGNORECASE,
)


def has_date_of_birth(text: str) -> bool:
    """The text gives a date of birth; the date of an incident is none."""
    shapes = (_BIRTH, _DAY_OF_BIRTH, _BIRTHDAY, _PERSON_AND_DAY)
    return any(shape.search(text) for shape in shapes)


def has_nhs_number(text: str) -> bool:
    """The text gives an NHS number: named as such, or ten digits with a right check digit."""
    if _CUED_NHS.search(text):
        return True
    if any(_is_nhs_number("".join(groups)) for groups in _SPACED_NHS.findall(text)):
        return True
    if _OF_A_THING.search(text):
        return False
    return any(_is_nhs_number(number) for number in _TEN_DIGITS.findall(text))


def _is_nhs_number(digits: str) -> bool:
    from stdnum.gb import nhs  # noqa: PLC0415  (costs 50 ms, and few messages hold ten digits)

    return bool(nhs.is_valid(digits))

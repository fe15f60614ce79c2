"""Phone numbers and e-mail addresses of people; those of services are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.listed_names import given_names

if TYPE_CHECKING:
    from collections.abc import Collection

_PHONE = re.compile(
    r"(?<![\d/])(?:\+ ?44[ .\-]?(?:\(0\)[ .\-]?)?|0044[ .\-]?|\(?0)(?:[ .\-()]{0,2}\d){9,10}(?!\d)"
)
_CUED_PHONE = re.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|landline|ring|call|text)\b[^\d\n]{0,16}"
    r"((?:\d[ \-]?){6,12}\d)(?!\d)",
    re.IGNORECASE,
)
_BESIDE_LETTERS = re.compile(r"(?<![a-z\d])[o0]7(?:[ .\-]?[\do]){9}(?![a-z\d])", re.IGNORECASE)
_BOOK = re.compile(r"\bisbn\b[\s:]{0,3}[\d\- xX]{10,20}", re.IGNORECASE)
_HELPLINES = (
    "0800",
    "0808",
    "0300",
    "0303",
    "0330",
    "0333",
    "0344",
    "0345",
    "0370",
    "0845",
    "0870",
    "116",
    "18001",
)
_EMAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,6}")
_EMAIL_IN_WORDS = re.compile(
    r"[\w.+\-]{2,64} ?[(\[] ?at ?[)\]] ?[\w\-]{1,63}(?:\.| ?[(\[]? ?dot ?[)\]]? ?)\w{2,20}"
    r"|[\w.+\-]{2,64} at (?:gmail|hotmail|yahoo|outlook|icloud|live|aol|msn|btinternet|sky)"
    r"(?:\.| dot )c",
    re.IGNORECASE,
)
_PUBLIC_BODY = re.compile(
    r"@(?:[\w\-]+\.)*(?:gov\.uk|nhs\.uk|nhs\.net|police\.uk|org\.uk|org)$",
    re.IGNORECASE,
)
_OF_A_ROLE = re.compile(
    r"referral|safeguard|child|mash|lado|cscp|cdop|scr|duty|team|mailbox|single|contact"
    r"|partner|notif|enquir|complaint|virtual|school|designated|early|help|service|office"
    r"|admin|info|press|panel|scrutin|business|unit|inbox"
    r"|training|board|hub|front ?door|access|assess|social|care|famil|youth|justice|health"
    r"|nurs|midwif|wellbeing|reception|ward|clinic|hospital|domestic|abuse|exploit|missing"
    r"|police|mappa|marac|public|protect|court|legal|support|advice|mail|general|croydon"
    r"|coroner|review|incident|concern|report|feedback|consult|deputy|head|manager|desk|centre"
    r"|central|pvpu|learning|quality|participation|foster|adopt|sen|inclusion|education"
    r"|attendance|communic|governance|records|library|disclosure|information|emergency|hours"
    r"|cyp|perinatal|maternity|paed",
    re.IGNORECASE,
)
_SHORT_NAME_OF_A_TEAM = re.compile(r"[a-z]{2,4}", re.IGNORECASE)


def has_phone(text: str, published_contacts: Collection[str] = ()) -> bool:
    """The text gives a phone number that is no service's own."""
    services = {_digits(one) for one in published_contacts}
    text = _BOOK.sub(" ", text)
    if any(any(one.isdigit() for one in found) for found in _BESIDE_LETTERS.findall(text)):
        return True
    numbers = [*_PHONE.findall(text), *_CUED_PHONE.findall(text)]
    return any(_is_private(_digits(number), services) for number in numbers)


def _is_private(number: str, services: Collection[str]) -> bool:
    return number not in services and not number.startswith(_HELPLINES)


def _digits(number: str) -> str:
    digits = "".join(one for one in number if one.isdigit())
    for abroad in ("0044", "44"):
        if digits.startswith(abroad):
            return "0" + digits.removeprefix(abroad).removeprefix("0")
    return digits


def has_email(text: str, published_contacts: Collection[str] = ()) -> bool:
    """The text gives an e-mail address that is no service's own."""
    if _EMAIL_IN_WORDS.search(text):
        return True
    services = {one.casefold() for one in published_contacts}
    return any(
        found.casefold().rstrip(".") not in services and not _is_mailbox_of_a_role(found)
        for found in (_EMAIL.findall(text) if "@" in text else ())
    )


def _is_mailbox_of_a_role(email: str) -> bool:
    """A team's mailbox at a public body or charity: named after what it does and not after who."""
    email = email.rstrip(".")
    name = email.partition("@")[0]
    if not _PUBLIC_BODY.search(email) or any(
        part.lower() in given_names() for part in re.split(r"[^A-Za-z]+", name)
    ):
        return False
    return bool(_OF_A_ROLE.search(name) or _SHORT_NAME_OF_A_TEAM.fullmatch(name))

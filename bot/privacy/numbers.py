"""Details with a shape: dates of birth, numbers, postcodes, addresses, e-mails, references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.privacy.words import given_names

if TYPE_CHECKING:
    from collections.abc import Collection


def _list(words: str) -> list[str]:
    return words.split()


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = (
    rf"(?:\d{{1,2}} ?[/.\- ] ?\d{{1,2}} ?[/.\- ] ?(?:\d{{4}}|\d\d)"
    rf"|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ \-/.]?(?:of )?{_MONTH},?[ \-/.]?'?(?:\d{{4}}|\d\d)?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? ?(?:\d{{4}}|\d\d)?"
    r"|\d{8}|\d{6})(?!\d)"
)
_BIRTH = re.compile(
    r"\b"
    r"(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?dates?|birthdays?|birthday|born"
    rf"|b\.? (?=\d{{1,2}}[/.\-]))[\s:=\-]*"
    rf"(?:is |was |on |the |of )*{_DAY}",
    re.IGNORECASE,
)
_PERSON_AND_DAY = re.compile(
    r"\b"
    r"(?:child|boy|girl|baby|pupil|patient|son|daughter|sibling|student"
    r"|yp)\s?[(,]\s?\d{1,2}[/.\-]\d{1,2}[/.\-]"
    r"(?:19|20)?\d\d\s?[),]",
    re.IGNORECASE,
)

_SPACED_NHS = re.compile(r"(?<![\d+/])(\d{3})[ \-](\d{3})[ \-](\d{4})(?!\d)")
_TEN_DIGITS = re.compile(r"(?<![\d+/.\-])([1-9]\d{9})(?![\d/])")
_OF_A_THING = re.compile(
    r"\b"
    r"(?:order|invoice|account|tracking|isbn|ticket|booking|purchase|parcel|delivery|serial"
    r"|licen[cs]e|barcode|policy number|meeting id|webinar|zoom|dial|conference|passcode|po"
    r"|printer|model|product|toner|catalogue|charity number|company number)\b",
    re.IGNORECASE,
)
_CUED_NHS = re.compile(
    r"\b(?:nhs|patient|pt|hospital)\b[^\d\n]{0,20}(\d{3}[ \-]?\d{3}[ \-]?\d{4})(?!\d)",
    re.IGNORECASE,
)

_AREAS = _list(
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY "
    "G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW "
    "OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD "
    "WF WN WR WS WV YO ZE"
)
_POSTCODE = re.compile(
    rf"\b(?=[A-Z]{{1,2}}\d)(?:{'|'.join(sorted(_AREAS, key=len, reverse=True))})\d[A-Z\d]? ?\d"
    rf"(?!ST\b|ND\b|RD\b|TH\b|YR\b|HR\b)[ABD-HJLNP-UW-Z]{{2}}\b",
    re.IGNORECASE,
)

_STREET = (
    r"(?:street|str|road|rd|avenue|ave|lane|crescent|gardens|terrace|mews|close|drive|grove"
    r"|rise|villas|parade|broadway|heights)"
)
_STREET_OR_WORD = (
    r"(?:st|way|hill|court|place|park|walk|square|row|view|green|house|ln|cl|dr|gate|common"
    r"|estate|vale|mount|yard|wharf|chase|passage|croft|dene|fold|approach|mead|copse|spinney"
    r"|circus|cottages|lodge|quay|hatch)"
)
_NOT_IN_STREETS = frozenset(
    _list(
        "a an and are as at by child children days died for from has have his her hours in is it months of old on or people "
        "pupils that they to times was weeks were who with working year years yr yrs yo boys girls boy girl kids babies baby "
        "minutes mins agencies cases reviews am pm stabbed killed found"
    )
)
_ADDRESS = re.compile(
    rf"(?<![\d/.,£])(?<!the )\b(\d{{1,4}}) ?[a-d]?,? ((?:[A-Za-z'\-]+ ){{1,3}}?)"
    rf"(?:({_STREET})|({_STREET_OR_WORD}))\b",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\b(?:flat|apartment|apt|unit|room) ?(?:no\.? ?)?\d{1,4}[a-d]?,? "
    r"(?:\d|[A-Z][a-z]+ [A-Za-z]+)"
    r"|\bflat \d{1,4}[a-d]?\b",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"\b"
    r"(?:(?:home |new |current |full |family |last known |their |his |her )?addr(?:ess)?"
    r"(?: is| was)?"
    r"|(?:family )?home(?= ?:)|(?:lives|living|stays|staying|is|placed) with (?:\w+ ){1,3}at"
    r"|li?ves? ?(?:at|in|on)?|lived at|living (?:at|in|on)|resid(?:es?|ing|ent) at"
    r"|stay(?:s|ing|ed)? at|moved (?:to|into)|placed at|collected from|picked up from"
    r"|home visit (?:to|at)|visit(?:ed|ing)? (?:to|at)|housed at|accommodated at|home is"
    r"|house is|based at|found at|called to|attended)"
    r"[ .:,\-]{1,3}(?:is |given as |at |number |no\.? ?|house |flat )*\d{1,4}"
    r"(?:/\d{1,3})? ?[a-h]?,? (?P<street>(?:the )?[A-Za-z'\-]+(?: [A-Za-z'\-]+){0,2})",
    re.IGNORECASE,
)
_STREET_AT_HOME = re.compile(
    r"\b"
    r"(?:street|str|st|road|rd|avenue|ave|lane|ln|crescent|cres|gardens?|terrace|mews|close|cl"
    r"|drive|dr|grove|rise|villas?|parade|broadway|heights?|way|hill|court|ct|place|pl|park"
    r"|walk|square|sq|row|view|green|house|gate|common|estate|vale|mount|yard|wharf|chase"
    r"|passage|circus|dene|fold|approach|bank|rents|end|croft|link|path|mead|meadows?|loop"
    r"|copse|spinney|hatch|ridge|side|field|fields|quay|quadrant|arcade|alley|bridge|corner"
    r"|cottages?|lodge|tower|towers|buildings?|mansions?|wood|woods|dell|glade|glen|haven"
    r"|orchard|paddock|reach|ride|garth|brow|bury|acre|acres|drove|oval|promenade|precinct"
    r"|the \w+)\b",
    re.IGNORECASE,
)
_PLACE_OF_HOME = re.compile(
    r"\b"
    r"(?:lives?|living|live|address|home|house|moved|reside[sd]?|residing|stay(?:s|ing)"
    r"|they are|he is|she is) "
    r"(?:is |at |to |in )*$",
    re.IGNORECASE,
)
_KNOWN_ADDRESS = frozenset({("10", "downing"), ("8", "mint")})
_FIRST_YEAR, _LAST_YEAR = 1900, 2099

_PHONE = re.compile(
    r"(?<![\d/])(?:\+ ?44[ .\-]?(?:\(0\)[ .\-]?)?|0044[ .\-]?|\(?0)(?:[ .\-()]{0,2}\d){9,10}(?!\d)"
)
_CUED_PHONE = re.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|landline|ring|call|text)\b[^\d\n]{0,16}"
    r"((?:\d[ \-]?){6,12}\d)(?!\d)",
    re.IGNORECASE,
)
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

_IDENTIFIER = r"(?=[\w/\-]*\d{3}|(?:[\w/\-]*\d){4})[A-Za-z0-9][\w/\-]{2,30}"
_REFERENCE = re.compile(
    r"\b"
    r"(?:"
    r"(?:las|ll|mosaic|liquid ?logic|lcs|eclipse|care ?first|frameworki|cpoms|rio|emis"
    r"|systmone|urn|upn|cad|crn|merlin|mrn"
    rf"|ref|reference|id)(?: (?:id|no|num|number|ref|reference)\b\.?){{0,2}}"
    r"|"
    r"(?:child'?s?|case|client|person|pupil|file|record|hospital|crime|police|patient"
    r"|service user|referral|incident|court|our|your)"
    rf"(?: (?:id|no|num|number|ref|reference|case|crime|pupil)\b\.?){{1,3}})"
    rf"(?: (?:is|was))?[ .:#=]{{1,3}}(?!(?:19|20)\d\d\b){_IDENTIFIER}",
    re.IGNORECASE,
)
_PUPIL_NUMBER = re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b")
_NI_NUMBER = re.compile(
    r"\b"
    r"(?:[A-CEGHJ-PR-TW-Z]{2}"
    r"|(?:ni|nino|insurance)"
    r"(?: (?:no|number|is))?[ :]{1,2}[A-Z]{2}) ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b",
    re.IGNORECASE,
)


def has_date_of_birth(text: str) -> bool:
    """The text gives a date of birth; the date of an incident is none."""
    return bool(_BIRTH.search(text) or _PERSON_AND_DAY.search(text))


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


def has_postcode(text: str) -> bool:
    """The text gives a full postcode; a district such as CR0 is none."""
    return bool(_POSTCODE.search(text))


def has_address(text: str) -> bool:
    """The text gives a house or flat number with a street; a street alone is none."""
    if _FLAT.search(text) or any(_is_home(found) for found in _AT_HOME.finditer(text)):
        return True
    return any(_is_address(text, found) for found in _ADDRESS.finditer(text))


def _is_home(found: re.Match[str]) -> bool:
    """After "lives at": a street of any kind, or words with capitals that could be one."""
    street = found["street"]
    words = street.split()
    if words[0][0].isupper() and len(words) > 1 and _STREET_AT_HOME.search(street):
        return True
    if _NOT_IN_STREETS.intersection(street.lower().split()[:2]) and words[0].lower() != "the":
        return False
    return bool(_STREET_AT_HOME.search(street)) or words[0][0].isupper()


def _is_address(text: str, found: re.Match[str]) -> bool:
    number, between, street, _ = found.groups()
    words = between.lower().split()
    if _FIRST_YEAR <= int(number) <= _LAST_YEAR or _NOT_IN_STREETS.intersection(words):
        return False
    if words and (number, words[0]) in _KNOWN_ADDRESS:
        return False
    if street:
        return bool(words)
    capital = bool(words) and between.strip()[:1].isupper()
    return bool(words) and (capital or bool(_PLACE_OF_HOME.search(text[: found.start()])))


def has_phone(text: str, published_contacts: Collection[str] = ()) -> bool:
    """The text gives a phone number that is no service's own."""
    services = {_digits(one) for one in published_contacts}
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


def has_case_reference(text: str) -> bool:
    """The text gives the number of a case, a file, a crime or a pupil."""
    return bool(_REFERENCE.search(text) or _PUPIL_NUMBER.search(text))


def has_national_insurance_number(text: str) -> bool:
    """The text gives a National Insurance number."""
    return bool(_NI_NUMBER.search(text))

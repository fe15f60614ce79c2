"""Postcodes and street addresses, by their shapes."""

from __future__ import annotations

import re


def _list(words: str) -> list[str]:
    return words.split()


_AREAS = _list(
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY "
    "G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW "
    "OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD "
    "WF WN WR WS WV YO ZE"
)
_POSTCODE = re.compile(
    rf"\b(?=[A-Z]{{1,2}}\d)(?:{'|'.join(sorted(_AREAS, key=len, reverse=True))})\d[A-Z\d]?[ .\-]{{0,2}}\d"
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
    r"\b(?:flat|apartment|apt|unit|room|plot|pitch|bungalow|caravan|house) ?(?:no\.? ?)?\d{1,4}[a-d]?,? "
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
    r"[ .:,\-]{1,3}(?:is |given as |at |number |no\.? ?|house |flat ){0,4}\d{1,4}"
    r"(?:/\d{1,3})? ?[a-h]?,? (?P<on>on )?(?P<street>(?:the )?[A-Za-z'\-]+(?: [A-Za-z'\-]+){0,2})",
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
    r"(?:is |at |to |in ){0,4}$",
    re.IGNORECASE,
)
_KNOWN_ADDRESS = frozenset({("10", "downing"), ("8", "mint")})
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


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
    if found["on"]:
        return bool(_STREET_AT_HOME.search(street))
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

"""Details that have a shape: handles and street names, plates, passports, initials, families."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.privacy.ages import AGE_AFTER, CLASS_AFTER
from bot.privacy.tokens import Kind, Tokens, kind_of
from bot.privacy.words import A_REVIEW, BODIES, HANDLES, HOUSEHOLD, NO_INITIALS, PERSON, PLACES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_HANDLE = re.compile(r"(?<![\w.])@(?=[\w.]{0,30}[^\W\d_])[\w.]{3,30}")
_ONLINE_NAME = re.compile(r"(?=[^\W_]{0,20}[\d_.])[^\W\d_][\w.]{2,30}")
_PLATE = re.compile(r"\b[a-z]{2}[0-9]{2} ?[a-z]{3}\b", re.IGNORECASE)
_OLD_PLATE = re.compile(r"\b[A-Z][0-9]{2,3} ?[A-Z]{3}\b")
_PASSPORT = re.compile(r"\bpassport\b[^\d\n]{0,16}[a-z]{0,2}[0-9]{7,9}\b", re.IGNORECASE)
_INITIALS = re.compile(
    r"\b(?:[A-Z]\.(?: ?[A-Z](?:[.-]|\b)){1,3}(?:[A-Z]\b)?|[A-Z]{2}(?![\w'\u2019-]))"
)
_ONE_INITIAL = re.compile(r"\b(?:baby|pupil|patient|initial) [A-Z],? ", re.IGNORECASE)
_KNOWN_AS = re.compile(
    r"\b(?:goes by|known as|known on \w{2,6} \w{2,8} as|street name|aka) (?:is )?",
    re.IGNORECASE,
)
_FAMILY = re.compile(r"\b(?:the|The) ([^\W\d_]{3,20}(?:-[^\W\d_]{3,20})?)(?:'s|s')? (\w{3,10})\b")
_AROUND = 40  # letters
_NEAR_HANDLE = 3  # words


def has_handle(text: str) -> bool:
    """The text gives the name that somebody bears online or on the street."""
    if _HANDLE.search(text):
        return True
    words = text.split()
    for at, word in enumerate(words):
        if word.lower().strip(".,:;()'\"") in HANDLES:
            beside = words[max(0, at - _NEAR_HANDLE) : at + 1 + _NEAR_HANDLE]
            if any(_ONLINE_NAME.fullmatch(one.strip(",:;()'\"").rstrip(".")) for one in beside):
                return True
    return any(_is_a_street_name(text[one.end() :]) for one in _KNOWN_AS.finditer(text))


def _is_a_street_name(after: str) -> bool:
    first = after.split(maxsplit=1)[0].strip(".,:;()'\"") if after.strip() else ""
    return first[:1].isupper() and kind_of(first.lower()) is not Kind.FIELD and not first.isupper()


def has_plate(text: str) -> bool:
    """The text gives the plate of a car."""
    return bool(_PLATE.search(text) or _OLD_PLATE.search(text))


def has_passport(text: str) -> bool:
    """The text gives the number of a passport."""
    return bool(_PASSPORT.search(text))


def has_initials(text: str) -> bool:
    """The text gives a child's initials beside an age, a class, a school or the word for a child."""
    if _mostly_capitals(text):
        return False
    return any(_is_somebody(text, one) for one in _initials(text))


def _initials(text: str) -> Iterator[re.Match[str]]:
    for one in (*_INITIALS.finditer(text), *_ONE_INITIAL.finditer(text)):
        letters = "".join(filter(str.isalpha, one[0])).lower()
        if letters not in NO_INITIALS:
            yield one


def _is_somebody(text: str, one: re.Match[str]) -> bool:
    after = text[one.end() : one.end() + _AROUND].lower()
    before = re.findall(r"\w+", text[max(0, one.start() - _AROUND) : one.start()].lower())
    if not A_REVIEW.isdisjoint(re.findall(r"\w+", after)[:3]):
        return False
    if AGE_AFTER.match(after) or CLASS_AFTER.match(after):
        return True
    named = bool(before) and (before[-1] in PERSON or before[-1] == "initials")
    beside = re.findall(r"\w+", after)
    at_school = after.startswith((",", " at ")) and not PLACES.isdisjoint(beside[:6])
    dotted = "." in one[0] and (after.startswith((",", " at ")) or named)
    return named or at_school or dotted


def _mostly_capitals(text: str) -> bool:
    letters = [one for one in text if one.isalpha()]
    return sum(map(str.isupper, letters)) > len(letters) / 2 and len(text.split()) > _NEAR_HANDLE


def has_family(text: str, published: Collection[str]) -> bool:
    """The text names a family: "the Smith-Jones family"."""
    return any(_is_a_family(one[1], one[2], published) for one in _FAMILY.finditer(text))


def _is_a_family(name: str, beside: str, published: Collection[str]) -> bool:
    low = name.lower()
    if beside.lower() not in HOUSEHOLD or low in published or low in BODIES:
        return False
    kinds = {kind_of(part) for part in low.split("-")}
    if kinds & {Kind.FIELD, Kind.NONE} or Tokens(low).words[0] in PERSON:
        return False
    return (name[0].isupper() and Kind.WORD not in kinds) or Kind.SURNAME in kinds

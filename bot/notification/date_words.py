"""The words of typed dates in one spelling: short forms, slips of the finger and fillers.

`in_standard_words("On Firday the 20th of Nov.")` is "friday 20th november"; a word that is not
known stays as it is, so that no form of a date can match it.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

from bot.notification.dates_in_words import MONTHS, WEEKDAYS

MONTH_WORDS = tuple(name.lower() for name in MONTHS)
WEEKDAY_WORDS = tuple(name.lower() for name in WEEKDAYS)
_NAMES = (*MONTH_WORDS, *WEEKDAY_WORDS)
_OFTEN_MISSPELT = (*_NAMES, "today", "yesterday", "tomorrow", "fortnight")

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_SAME = {
    **{word: str(number) for number, word in enumerate(_NUMBERS.split(), start=1)},
    **dict.fromkeys(("a", "an"), "1"),
    **dict.fromkeys(("past", "previous"), "last"),
    **dict.fromkeys(("tonight", "now"), "today"),
    "weds": "wednesday",
    "xmas": "christmas",
    "years": "year",
    "nights": "day",
    "days": "day",
    "weeks": "week",
    "fortnights": "fortnight",
    "coming": "next",
}
_FILLERS = frozenset(
    [
        "on",
        "the",
        "of",
        "at",
        "it",
        "was",
        "is",
        "since",
        "from",
        "we",
        "i",
        "were",
        "council",
        "became",
        "aware",
        "told",
        "knew",
        "just",
        "earlier",
        "early",
        "late",
        "date",
        "s",
    ]
)
_PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "night", "lunchtime", "noon"])
_KNOWN = frozenset(
    chain(
        _OFTEN_MISSPELT,
        _SAME.values(),
        _PARTS_OF_DAY,
        ["this", "ago", "before", "gone", "month", "year", "easter", "boxing", "good", "spring"],
    )
)

_DASHES = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
_CLOCK = re.compile(
    r"\b(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?: ?[ap]m)?\b"
    r"|\bat (?:1[0-2]|[1-9])(?![^ ])|\b(?:1[0-2]|[1-9])(?:\.[0-5][0-9])? ?[ap]m\b"
)
_SEPARATOR = re.compile(rf"(?<=[0-9]) ?[/.\-{_DASHES}] ?(?=[0-9])")
_WORD = re.compile(r"[0-9]{1,2} ?(?:st|nd|rd|th)\b|[0-9][0-9/]*|[^\W\d_]+|[^\s.,;()\-'!?]")
_SHORTEST_SHORT_FORM = 3
_SHORTEST_WITH_A_SLIP = 5
_SHORTEST_WITH_TWO_SLIPS = 7


def in_standard_words(text: str) -> str:
    """The text with every word that dates are made of in one spelling, and fillers left out."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = folded.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    for small_hours in ("in the early hours", "early hours"):
        folded = folded.replace(small_hours, " ")
    folded = _SEPARATOR.sub("/", _CLOCK.sub(" ", folded))
    words = [_standard(word) for word in _WORD.findall(folded)]
    kept = " ".join(word for word in words if word not in _FILLERS)
    kept = kept.replace("last night", "yesterday")
    kept = re.sub(r"\bthis (?:morning|afternoon|evening)\b", "today", kept)
    return " ".join(word for word in kept.split() if word not in _PARTS_OF_DAY)


def _standard(word: str) -> str:
    if word[0].isdigit():
        return f"{word[:-2].strip()}th" if word[-1].isalpha() else word
    if word in _SAME:
        return _SAME[word]
    if word in _KNOWN or word in _FILLERS:
        return word
    return _name_from_short_form(word) or _name_from_misspelling(word) or word


def _name_from_short_form(word: str) -> str | None:
    """The one month or weekday that begins with these letters ("nov", "thurs")."""
    if len(word) < _SHORTEST_SHORT_FORM:
        return None
    names = [name for name in _NAMES if name.startswith(word)]
    return names[0] if len(names) == 1 else None


def _name_from_misspelling(word: str) -> str | None:
    """The one name that this word is nearest to; none where two are as near ("munday")."""
    if len(word) < _SHORTEST_WITH_A_SLIP:
        return None
    from rapidfuzz.distance import OSA  # noqa: PLC0415  only a misspelt date pays for the import

    slips = 2 if len(word) >= _SHORTEST_WITH_TWO_SLIPS else 1
    distances = {name: OSA.distance(word, name) for name in _OFTEN_MISSPELT}
    best = min(distances.values())
    nearest = [name for name, distance in distances.items() if distance == best]
    return nearest[0] if best <= slips and len(nearest) == 1 else None

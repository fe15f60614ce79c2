"""Browsing in words: "anything on babies with fractures", "reviews since 2022"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.library.browse import Filters
from bot.library.model import AgeGroup
from bot.search.segments import is_long
from bot.search.words import stem, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.search.model import Target

MAX_BYTES = 64
MOST_BESIDE = 2
_THINGS = (
    r"(?:reviews?|scrs?|l?csprs?|sprs?|cases|learning|briefings?|reports|research|lessons|publications|documents"
    r"|papers|material|resources|pieces|stuff)"
)
_LISTING = re.compile(
    rf"""\b(?:anything|everything|something|stuff|what\s+(?:have|do)\s+you\s+(?:got|have)|what(?:'s|\s+is)\s+there)
        \b.{{0,40}}\b(?:on|about|for|re|regarding|around|involving|with|where|since|from)\b
      | \b(?:any|all|which|list|show|browse|find|latest|newest|recent|every|got)\b.{{0,30}}\b{_THINGS}\b
      | \b{_THINGS}\s+(?:on|about|with|involving|featuring|around|concerning|regarding|where|since|from|after
      |in|published|dated|that\s+came\s+out|to\s+do\s+with|of\s+(?:babies|teen|child))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_YEAR = re.compile(
    r"\b(since|after|from|in|during|of|for|published|newer\s+than)?\s*\b(?<!together\s)(?<!\d[-/\u2013])"
    r"(20[012]\d)\b(?!\s*[-/\u2013]\s*\d)",
    re.IGNORECASE,
)
_ONWARDS = re.compile(
    r"\b20[012]\d\s+(?:on|onwards?|to\s+(?:now|date|today|present)|or\s+later)\b",
    re.IGNORECASE,
)
_REVIEWS = re.compile(r"\b(?:reviews?|scrs?|l?csprs?|sprs?|cases)\b", re.IGNORECASE)
_LEARNING = re.compile(
    r"\b(?:national(?:ly)?|briefings?|reports?|research|learning|nspcc|panel|documents|papers)\b",
    re.IGNORECASE,
)
_BESIDE_THE_THEME = re.compile(rf"\b(?:{_THINGS}|published|publications?)\b", re.IGNORECASE)
_SAID_IN_PASSING = frozenset(
    stem(word)
    for word in words_of(
        "a an the any anything all everything every some something stuff which what whats have has do does did you"
        " your got get give show me us list browse find i im we need want would like looking for is are there was"
        " were on about of in with from since where that this these those involving involve mention mentions"
        " featuring around concerning regarding re to and or by at it its can could please other more latest newest"
        " recent national local child children kid kids young people person who been family families"
        " information info material whole most"
    )
)
_AGES = (
    (
        AgeGroup.UNDER_1,
        r"bab(?:y|ies)|infants?|newborns?|under\s+(?:one|1)s?|neonat\w+|months?\s+old",
    ),
    (
        AgeGroup.FROM_1_TO_4,
        r"toddlers?|pre-?school\w*|under\s+(?:five|5)s?|early\s+years|(?:one|two|three|four|[1-4])\s+years?\s+olds?",
    ),
    (
        AgeGroup.FROM_5_TO_10,
        r"primary(?:\s+school)?\s+(?:age|children|pupils?)|(?:[5-9]|10|five|six|seven|eight|nine|ten)\s+years?\s+olds?",
    ),
    (
        AgeGroup.FROM_11_TO_15,
        r"secondary(?:\s+school)?\s+(?:age|children|pupils?)|young\s+teen\w*|1[1-5]\s+years?\s+olds?",
    ),
    (AgeGroup.FROM_16_TO_17, r"(?:older|late)\s+teen\w*|1[67]\s+years?\s+olds?|sixth\s+form\w*"),
    (AgeGroup.FROM_18, r"care\s+leavers?|young\s+adults?|over\s+18s?|18\s+(?:plus|and\s+over)"),
)
_AGE = tuple((age, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for age, words in _AGES)


@dataclass(frozen=True, slots=True)
class Browsing:
    """What a browsing question narrows by, and where the list stands.

    Args:
        address: the address of the list or theme.
        targets: the numbers of the targets in it.
        year: the year that it names, or None.
    """

    address: str
    targets: tuple[int, ...]
    year: str | None = None

    @property
    def is_theme(self) -> bool:
        return self.address.startswith("theme_")


class Browser:
    """Understands browsing questions.

    Args:
        targets: what a question may be answered with.
    """

    def __init__(self, targets: Sequence[Target]) -> None:
        self._targets = targets
        self._areas = frozenset(stem(word) for one in targets for word in words_of(one.area))
        self._themes: dict[tuple[str, ...], str] = {}
        themes = [target for target in targets if target.kind == "theme"]
        for theme in themes:
            self._themes.setdefault(_stems(theme.title), theme.themes[0])
        for theme in themes:
            for alias in theme.aliases:
                self._themes.setdefault(_stems(alias), theme.themes[0])
        self._longest = max((len(name) for name in self._themes), default=0)

    def read(self, text: str) -> Browsing | None:
        """What a browsing question narrows by; None for any other question."""
        if is_long(text) or not _LISTING.search(text):
            return None
        year, since = _years(text)
        said, ages = self._theme(text), [age for age, words in _AGE if words.search(text)]
        theme = self._themes.get(said)
        age = ages[0].value if len(ages) == 1 else None
        if not (year or since) and self._beside(text, said, ages) > MOST_BESIDE:
            return None
        kind = "learning" if _LEARNING.search(text) and not _REVIEWS.search(text) else "reviews"
        for filters in (
            Filters(year=year, since=since, age=age, theme=theme),
            Filters(year=year, since=since, theme=theme),
            Filters(year=year, since=since, age=age),
            Filters(theme=theme),
        ):
            found = self._found(kind, filters)
            if found is not None:
                return found
        return None

    def of_theme(self, theme: str) -> Browsing | None:
        """The cards of a theme."""
        return self._found("reviews", Filters(theme=theme))

    def _found(self, kind: str, filters: Filters) -> Browsing | None:
        tokens = filters.tokens()
        only_theme = tokens == (f"theme-{filters.theme}",)
        numbers = tuple(
            number
            for number, target in enumerate(self._targets)
            if self._passes(target, filters, None if only_theme else kind)
        )
        address = f"theme_{filters.theme}" if only_theme else "_".join(("list", kind, *tokens))
        if not tokens or not numbers or len(address) > MAX_BYTES:
            return None
        return Browsing(address, numbers, filters.year or filters.since)

    def _passes(self, target: Target, filters: Filters, kind: str | None) -> bool:
        wanted = {"reviews": "review", "learning": "learning"}.get(kind or "")
        return (
            target.kind not in {"theme", "screen"}
            and (wanted is None or target.kind == wanted)
            and (filters.theme is None or filters.theme in target.themes)
            and (filters.age is None or filters.age in {age.value for age in target.age_groups})
            and (filters.year is None or str(target.year) == filters.year)
            and (filters.since is None or (target.year or 0) >= int(filters.since))
        )

    def _beside(self, text: str, theme: tuple[str, ...], ages: Sequence[AgeGroup]) -> int:
        """How many words say something else than what to list: more than a few are a question."""
        for age, words in _AGE:
            if age in ages:
                text = words.sub(" ", text)
        said = {stem(word) for word in words_of(_BESIDE_THE_THEME.sub(" ", text))}
        return len(said - set(theme) - self._areas - _SAID_IN_PASSING)

    def _theme(self, text: str) -> tuple[str, ...]:
        """The stems of the longest name of a theme in a text, the last of several."""
        said = _stems(_BESIDE_THE_THEME.sub(" ", text))
        stems = tuple(one for one in said if one not in self._areas)
        for length in range(self._longest, 0, -1):
            for place in range(len(stems) - length, -1, -1):
                if stems[place : place + length] in self._themes:
                    return stems[place : place + length]
        return ()


def _years(text: str) -> tuple[str | None, str | None]:
    found = _YEAR.search(text)
    if found is None:
        return None, None
    word = (found[1] or "").lower()
    if word in {"since", "after", "newer than"} or _ONWARDS.search(text):
        year = int(found[2]) + (word in {"after", "newer than"})
        return None, str(year)
    return found[2], None


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words_of(text))

"""Places: where a text says that the harm happened, which is no home, hospital or council."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.reading.phrases import Mark
    from bot.reading.scope import Scope

HERE, ELSEWHERE, ABROAD = "here", "elsewhere_in_england", "outside_england"


@dataclass(frozen=True, slots=True)
class Place:
    """The option that a place gives, and the words that name it."""

    option: str
    start: int
    end: int


def place_of_harm(scope: Scope, *, asked: bool) -> Place | None:
    """The place of the harm; with one abroad, the home decides, and without a home it is open.

    Args:
        scope: the text with its clauses.
        asked: the place is what is asked for.
    """
    named = _longest(
        [
            (kind, mark)
            for kind in (HERE, ELSEWHERE, ABROAD)
            for mark in scope.marks[f"places/{kind}"]
        ]
    )
    if not named:
        return None
    homes = [kind for kind, mark in named if _is_home(scope, mark)]
    harm = [
        (kind, mark)
        for kind, mark in named
        if not _set_aside(scope, mark) and (asked or _of_the_harm(scope, mark))
    ]
    if not harm and ABROAD in homes and not asked and _told(scope):
        mark = named[homes.index(ABROAD)][1]
        there = "places/lives_elsewhere" in scope.marks
        return Place(f"{ABROAD}_lives_elsewhere", mark.start, mark.end) if there else None
    if len({kind for kind, _ in harm}) != 1:
        inner = [one for one in harm if one[0] != ABROAD]
        if asked and len({kind for kind, _ in inner}) == 1 and inner[0][0] == HERE:
            harm = inner
        else:
            return None
    kind, mark = harm[0]
    if kind != ABROAD:
        return Place(kind, mark.start, mark.end)
    living_here = HERE in homes or "places/lives_here" in scope.marks
    living_elsewhere = bool(homes) or "places/lives_elsewhere" in scope.marks
    if living_here or living_elsewhere:
        lives = "here" if living_here else "elsewhere"
        return Place(f"outside_england_lives_{lives}", mark.start, mark.end)
    return None


def is_abroad(scope: Scope) -> bool:
    """A place outside England is named as that of the harm, and no home."""
    return any(not _set_aside(scope, mark) for mark in scope.marks[f"places/{ABROAD}"])


def _longest(named: list[tuple[str, Mark]]) -> list[tuple[str, Mark]]:
    """In the order of the text, without those inside a longer name: `croydon` in `west croydon`."""
    kept: list[tuple[str, Mark]] = []
    for kind, mark in sorted(named, key=lambda one: one[1].start - one[1].end):
        if not any(one.start <= mark.start and mark.end <= one.end for _, one in kept):
            kept.append((kind, mark))
    return sorted(kept, key=lambda one: one[1].start)


def _close_before(scope: Scope, name: str, mark: Mark) -> bool:
    nearby = scope.marks.between(f"places/{name}", max(0, mark.start - 6), mark.start)
    return any(one.end == mark.start for one in nearby)


def _close_after(scope: Scope, name: str, mark: Mark) -> bool:
    return any(
        one.start == mark.end
        for one in scope.marks.between(f"places/{name}", mark.end, mark.end + 1)
    )


def _is_home(scope: Scope, mark: Mark) -> bool:
    return _close_before(scope, "home_before", mark) or _close_after(scope, "home_after", mark)


def _set_aside(scope: Scope, mark: Mark) -> bool:
    return (
        _is_home(scope, mark)
        or _close_before(scope, "not_when_before", mark)
        or _close_after(scope, "not_when_after", mark)
        or scope.denied(mark)
    )


def _of_the_harm(scope: Scope, mark: Mark) -> bool:
    """After in, at or near, or at the beginning of a clause, in a text that tells of harm."""
    if scope.of_no_case(mark, asked=False) or scope.past(mark) or scope.doubted(mark):
        return False
    if not _told(scope):
        return False
    before = scope.text.normal[mark.start - 1] if mark.start else ""
    begins = mark.start == scope.first(mark.start)
    went = _close_before(scope, "went_before", mark)
    return begins or went or before in scope.language.lists["in"]


def _told(scope: Scope) -> bool:
    """The text tells of harm."""
    return any(f"facts/outcome/{option}/says" in scope.marks for option in scope.harms)

"""A screen cut to what one message shows: of a list five entries, and a way to the next five."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.address import MAX_BYTES
from bot.screen import Action, ContactLine, Entries

if TYPE_CHECKING:
    from bot.screen import Block, Screen

MOST_ENTRIES = 5
_NEXT = "Next"
_MORE, _BACK = "More", "Back"
FURTHER = "from-"
"""Prefix of the addresses that are Telegram's alone: `from-5_topics` is a screen from its sixth entry."""


def further(address: str) -> tuple[str, int]:
    """The address of a screen, and the entry from which it is shown."""
    start, _, rest = address.partition("_")
    number = start.removeprefix(FURTHER)
    if start.startswith(FURTHER) and number.isdecimal() and number.isascii() and rest:
        return rest, int(number)
    return address, 0


def fitted(screen: Screen, first: int = 0) -> Screen:
    """The screen with at most five entries, from this one on."""
    screen = replace(screen, actions=tuple(map(_turned, screen.actions)))
    listed = sum(len(one.items) for one in screen.blocks if isinstance(one, Entries))
    most = _most(screen)
    if listed <= most:
        return screen
    first = min(first, (listed - 1) // most * most)
    blocks: list[Block] = []
    passed = 0
    for block in screen.blocks:
        if not isinstance(block, Entries):
            blocks += [] if first and not passed else [block]
            continue
        start = max(0, first - passed)
        items = block.items[start : max(0, first + most - passed)]
        passed += len(block.items)
        blocks += [Entries(items)] if items else []
    return replace(screen, blocks=tuple(blocks), actions=tuple(_ways(screen, first, listed)))


def _most(screen: Screen) -> int:
    """How many entries have room: one less where a row of buttons copies numbers."""
    copied = any(
        isinstance(one, ContactLine) and (one.phone or one.email) for one in screen.blocks
    )
    return MOST_ENTRIES - copied


def _turned(action: Action) -> Action:
    """A way to another page of a list, as the way to the entries after or before these."""
    if action.id != "page":
        return action
    forward = action.label.startswith(_NEXT)
    return Action("more" if forward else "back", _MORE if forward else _BACK, action.address)


def _ways(screen: Screen, first: int, listed: int) -> list[Action]:
    """The ways on, with those to the entries before and after these."""
    ways = list(screen.actions)
    most = _most(screen)
    after = first + most
    if after < listed:
        ways = [one for one in ways if one.id != "more"]
        ways.insert(0, Action("more", _MORE, f"{FURTHER}{after}_{screen.address}"))
    if first:
        before = max(0, first - most)
        address = f"{FURTHER}{before}_{screen.address}" if before else screen.address
        ways = [one for one in ways if one.id != "back"]
        ways.append(Action("back", _BACK, address))
    return [one for one in ways if len(one.address.encode()) <= MAX_BYTES]

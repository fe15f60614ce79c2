"""The buttons under a screen. What a button does next is its address, so it works for ever."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.address import MAX_BYTES
from bot.channels.telegram import wording
from bot.channels.telegram.markup import units
from bot.screen import ContactLine, Entries, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.screen import Screen

BUTTON_LIMIT = 100
COPY_LIMIT = 256
LABEL_LIMIT = 60
ROW_WIDTH = 26
"""Characters that stand side by side on a narrow phone."""
ROW_BUTTONS = 3


@dataclass(frozen=True, slots=True)
class Button:
    """One button: exactly one of the three says what it does."""

    label: str
    address: str = ""
    url: str = ""
    copies: str = ""


Keyboard = tuple[tuple[Button, ...], ...]


def keyboard(screen: Screen, share: str = "") -> Keyboard:
    """The buttons of a screen in a private chat; `share` is the link to this very screen."""
    numbers = {address: index for index, (_, address) in enumerate(numbered(screen), start=1)}
    entries = [
        _short(entry.label, entry.address, numbers)
        for block in screen.blocks
        if isinstance(block, Entries)
        for entry in block.items
    ]
    choices = [
        _short(one.label, one.address, numbers)
        for one in (screen.question.choices if screen.question else ())
    ]
    files = [_short(one.label, one.address, {}) for one in screen.attachments]
    ways_on = [_short(one.label, one.address, numbers) for one in screen.actions]
    ways_on += [Button(wording.SHARE, url=share)] if share else []
    room = BUTTON_LIMIT - len(ways_on)
    shown = [*choices, *entries, *copies(screen), *files][:room]
    return (*_rows(_usable(shown)), *_rows(_usable(ways_on)))


def copies(screen: Screen) -> Iterator[Button]:
    """Buttons that copy the telephone numbers and e-mail addresses of a screen, each once."""
    seen = dict.fromkeys(
        reach
        for block in screen.blocks
        if isinstance(block, ContactLine)
        for reach in (block.phone, block.email)
        if reach and len(reach) <= COPY_LIMIT
    )
    for reach in seen:
        yield Button(f"Copy {reach}", copies=reach)


def _short(label: str, address: str, numbers: dict[str, int]) -> Button:
    if address in numbers:
        label = f"{numbers[address]}. {label}"
    return Button(shortened(label), address=address)


def shortened(label: str) -> str:
    """A label that a button shows; the text of the message has the whole of it."""
    if len(label) <= LABEL_LIMIT:
        return label
    return f"{label[: LABEL_LIMIT - 1].rstrip()}…"


def _usable(buttons: Iterable[Button]) -> Iterator[Button]:
    """The buttons that Telegram takes. The text names every option, so none is lost to a reader."""
    for one in buttons:
        if one.label.strip() and (one.url or one.copies or _is_data(one.address)):
            yield one


def _is_data(address: str) -> bool:
    return 0 < len(address.encode("utf-8", "replace")) <= MAX_BYTES


def _rows(buttons: Iterable[Button]) -> Iterator[tuple[Button, ...]]:
    row: list[Button] = []
    for one in buttons:
        width = sum(units(other.label) + 2 for other in row) + units(one.label)
        if row and (width > ROW_WIDTH or len(row) == ROW_BUTTONS):
            yield tuple(row)
            row = []
        row.append(one)
    if row:
        yield tuple(row)

"""The buttons under a screen. What a button does next is its address, so it works for ever.

At most six rows; one label a row has at most 34 characters, one of two has 18. No label holds a
number, so none can contradict the text, and no two are alike. What finds no room is typed: every way
on has its word.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.address import MAX_BYTES
from bot.channels.telegram import wording
from bot.channels.telegram.links import is_dated
from bot.channels.telegram.markup import units
from bot.screen import ContactLine, Entries, Lines, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.screen import Action, Attachment, Screen

MOST_ROWS = 6
ALONE, BESIDE = 34, 18
"""Characters that a narrow phone shows of a label that stands alone in its row, or in a row of two."""
COPY_LIMIT = 256
MOST_FILES = 4
"""Files that stand each in a row of its own, with the words of the guide."""
MOST_COPIES = 2
_TAIL = 12
_AT_THE_END = ("more", "back", "list", "restart", "start")
"""Ways on that stand in the last row, the first two of them that a screen has."""
_FIRST = ("outcome", "yes")
"""What finishes the answers: it stands first, and alone."""
_START = ("check", "notify", "reviews", "learning", "topics", "contacts", "about", "privacy")
_OUTCOME = (
    ("turns",),
    ("check",),
    ("steps", "why"),
    ("alsoif", "council"),
    ("learning", "record"),
    ("change", "reader"),
    ("restart", "add_date"),
)


@dataclass(frozen=True, slots=True)
class Button:
    """One button: exactly one of the three says what it does."""

    label: str
    address: str = ""
    url: str = ""
    copies: str = ""


Row = tuple[Button, ...]
Keyboard = tuple[Row, ...]


def keyboard(screen: Screen) -> Keyboard:
    """The buttons of a screen in a private chat."""
    if screen.outcome is not None and any(isinstance(one, Lines) for one in screen.blocks):
        rows = tuple(_of_an_outcome(screen))
    elif is_start(screen):
        rows = tuple(_of_the_start(screen))
    elif screen.question is not None:
        rows = tuple(_of_a_question(screen))
    else:
        rows = tuple(_of_anything(screen))
    return _none_alike(rows[:MOST_ROWS])


def is_start(screen: Screen) -> bool:
    """Whether this is the first page, and not an answer that has its address."""
    names = {action.id for action in screen.actions}
    return screen.address == "start" and screen.known and names.issuperset(_START)


def copies(screen: Screen) -> Iterator[Button]:
    """Buttons that copy telephone numbers and e-mail addresses of a screen, each once."""
    reaches: list[str | None] = []
    for block in screen.blocks:
        if isinstance(block, ContactLine):
            reaches += [block.phone, block.email]
        if isinstance(block, Lines):
            reaches += [one.phone for one in block.items if one.part is Part.CALL]
    for reach in dict.fromkeys(reaches):
        if reach and len(reach) <= COPY_LIMIT:
            yield Button(f"Copy {reach}", copies=reach)


def shortened(label: str, longest: int = ALONE) -> str:
    """A label that a button shows; the text of the message has the whole of it."""
    if units(label) <= longest:
        return label
    kept = label
    while units(kept) > longest - 1:
        kept = kept[:-1]
    at_a_word = kept.rpartition(" ")[0]
    return f"{(at_a_word if len(at_a_word) > longest // 2 else kept).rstrip(' ,:;-')}…"


def labelled(action: Action) -> str:
    """A way on in few words."""
    if action.address == action.id:
        return wording.SCREENS.get(action.id, action.label)
    return wording.WAYS_ON.get(action.id, action.label).removeprefix(wording.CHANGE_ONE)


def files_of(screen: Screen) -> list[tuple[str, Attachment]]:
    """The files of a screen, each with its label: a short one where there are many."""
    many = len(screen.attachments) > MOST_FILES
    names = wording.FILES if many else {}
    return [
        (names.get(one.address.partition("_")[0], one.label), one) for one in screen.attachments
    ]


def _of_an_outcome(screen: Screen) -> Iterator[Row]:
    """The rows of an outcome, each of what it has of them."""
    ways: dict[str, Button] = {}
    for action in screen.actions:
        ways.setdefault(
            action.id, Button(wording.WAYS_ON.get(action.id, action.label), action.address)
        )
    reader = next((one for one in screen.actions if one.id == "reader"), None)
    if reader is not None:
        agency = wording.AS_AGENCY.lower() in reader.label.lower()
        label = wording.AS_AGENCY if agency else wording.AS_COUNCIL
        ways["reader"] = Button(label, reader.address)
    if "add_date" in ways and is_dated(screen.address):
        ways["add_date"] = replace(ways["add_date"], label=wording.CHANGE_DATE)
    answers = next((one for one in screen.actions if one.id == "back"), None)
    if answers is not None:
        ways["change"] = Button(wording.CHANGE, answers.address)
    copy = tuple(copies(screen))[:1]
    for number, names in enumerate(_OUTCOME):
        row = (*(copy if number == 0 else ()), *(ways[one] for one in names if one in ways))
        yield from _rows(row)


def _of_the_start(screen: Screen) -> Iterator[Row]:
    ways = {action.id: _way_on(action) for action in screen.actions}
    check, notify, *rest = (ways[name] for name in _START)
    yield (check,)
    yield (notify,)
    yield from _rows(rest)


def _of_a_question(screen: Screen) -> Iterator[Row]:
    """The options in their own words, and in the last row help and the way back."""
    question = screen.question
    options = question.choices if question else ()
    shown = [Button(wording.OPTIONS.get(one.label, one.label), one.address) for one in options]
    ways = {action.id: _way_on(action) for action in reversed(screen.actions)}
    if "back" in ways:
        ways["back"] = replace(ways["back"], label=wording.BACK)
    last = tuple(ways[name] for name in ("help", "back", "restart", "start") if name in ways)[:2]
    rows: tuple[Row, ...] = tuple((one,) for one in shown)
    if len(rows) >= MOST_ROWS:
        rows = tuple(_rows(shown))
    others = [one for name, one in ways.items() if one not in last and name not in _AT_THE_END]
    room = MOST_ROWS - 1 - len(rows)
    yield from _fit(rows)
    yield from tuple(_rows(reversed(others)))[: max(0, room)]
    yield from _rows(last)


def _of_anything(screen: Screen) -> Iterator[Row]:
    """Entries, files, numbers to copy, folds and ways on, as far as there is room."""
    entries = [
        Button(entry.label, entry.address)
        for block in screen.blocks
        if isinstance(block, Entries)
        for entry in block.items
    ]
    files = [Button(label, one.address) for label, one in files_of(screen)]
    ways = [action for action in screen.actions if action.id not in _AT_THE_END]
    known = {action.address for action in screen.actions}
    folds = [Button(one.title, one.address) for one in screen.folds if one.address not in known]
    ends = sorted(
        (one for one in screen.actions if one.id in _AT_THE_END),
        key=lambda one: _AT_THE_END.index(one.id),
    )
    last = tuple(_rows([_way_on(one) for one in ends][:2]))
    some = tuple(copies(screen))[:MOST_COPIES]
    first = [_way_on(one) for one in ways if one.id in _FIRST]
    others = [_way_on(one) for one in ways if one.id not in _FIRST]
    above = (
        *_fit((one,) for one in first),
        *_rows(some),
        *_rows([*entries, *files, *others, *folds]),
    )
    yield from above[: MOST_ROWS - len(last)]
    yield from last


def _way_on(action: Action) -> Button:
    return Button(labelled(action), action.address)


def _rows(buttons: Iterable[Button]) -> Iterator[Row]:
    """Two short labels side by side, a long one alone, in their order."""
    left: Button | None = None
    for one in _usable(buttons):
        if units(one.label) > BESIDE:
            yield from ((left,),) if left else ()
            yield (replace(one, label=shortened(one.label)),)
            left = None
        elif left is not None:
            yield (left, one)
            left = None
        else:
            left = one
    if left is not None:
        yield (left,)


def _fit(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        longest = ALONE if len(row) == 1 else BESIDE
        fitted = tuple(replace(one, label=shortened(one.label, longest)) for one in _usable(row))
        if fitted:
            yield fitted


def _none_alike(rows: tuple[Row, ...]) -> Keyboard:
    """The rows with each label once: what is cut alike is told apart by its end."""
    seen: set[str] = set()
    told: list[Row] = []
    for row in rows:
        kept = []
        for one in row:
            label, number = one.label, 0
            while label in seen and number < _TAIL:
                number += 1
                label = f"{one.label[: BESIDE - number - 1].rstrip('… ')}…{one.address[-number:]}"
            if label not in seen:
                seen.add(label)
                kept.append(replace(one, label=label))
        if kept:
            told.append(tuple(kept))
    return tuple(told)


def _usable(buttons: Iterable[Button]) -> Iterator[Button]:
    """The buttons that Telegram takes. The text names every option, so none is lost to a reader."""
    for one in buttons:
        if one.label.strip() and (one.url or one.copies or _is_data(one.address)):
            yield one


def _is_data(address: str) -> bool:
    return 0 < len(address.encode("utf-8", "replace")) <= MAX_BYTES

"""Exact ways on: an address, a command, a number, or the words of an option or of a way on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.address import parse
from bot.reading.facts import AGE
from bot.reading.text import fold
from bot.screen import Notice, Reply, ReplyKind, Tone, numbered
from bot.screens.routes import open_at

if TYPE_CHECKING:
    from bot.screen import Screen, Shown
    from bot.screens.basis import Basis

_NUMBER = re.compile("[0-9]{1,3}")
_SMALL_NUMBER = re.compile("[0-9]{1,2}")
_YES = "yes"


def exact_way(basis: Basis, text: str, here: Screen | None, ways: Shown) -> Reply | None:
    """The reply to a text that is exactly a way on, or None where it is none."""
    return (
        _command(basis, text, here, ways)
        or _option(basis, text, here, ways)
        or _no_such_number(text, here, ways)
    )


def _command(basis: Basis, text: str, here: Screen | None, ways: Shown) -> Reply | None:
    """A way on of the screen in front of us, an address, or the name of a screen."""
    way_on = _way_on(text, here)
    beside = _beside(here, ways).get(fold(text))
    parsed = parse(_without_bot_name(text))
    named = str(parsed) if parsed else None
    asked = here is not None and here.question is not None
    for found in (beside, *((way_on, named) if asked else (named, way_on))):
        screen = open_at(basis, found) if found else None
        if screen is not None and screen.known:
            return Reply(text, ReplyKind.COMMAND, screen.address, (screen,))
    return None


def _without_bot_name(text: str) -> str:
    """A command of a group chat names its bot: /check@guide_bot."""
    return text.strip().split("@", 1)[0] if text.strip().startswith("/") else text


def _beside(here: Screen | None, ways: Shown) -> dict[str, str]:
    """The words of a screen as it was shown that the screen of its address does not have."""
    own = {(one.id, one.address) for one in here.actions} if here else set()
    return dict(one for one in ways.words if one not in own)


def _way_on(text: str, here: Screen | None) -> str | None:
    """The address of a way on, named by its word or by its label."""
    if here is None:
        return None
    wanted = fold(text)
    for action in here.actions:
        if wanted in {action.id, fold(action.label), fold(action.label.replace(":", ""))}:
            return action.address
    return None


def _option(basis: Basis, text: str, here: Screen | None, ways: Shown) -> Reply | None:
    """An option by its number, or in its words. At the age question a number is an age."""
    if here is None:
        return None
    asks_age = here.question is not None and here.question.id == AGE
    chosen = _in_words(basis, text, here) or (None if asks_age else _numbered(text, ways))
    if chosen is None:
        return None
    screen = open_at(basis, chosen)
    return Reply(text, ReplyKind.ANSWER, screen.address, (screen,))


def _numbered(text: str, ways: Shown) -> str | None:
    folded = fold(text).rstrip(".)")
    if not _NUMBER.fullmatch(folded):
        return None
    number = int(folded)
    return ways.numbers[number - 1] if 1 <= number <= len(ways.numbers) else None


def _in_words(basis: Basis, text: str, here: Screen) -> str | None:
    if here.question is None:
        return None
    folded = fold(text)
    questions = basis.knowledge.criteria.questions
    question = next((one for one in questions if one.id == here.question.id), None)
    takes_yes = any(choice.id == _YES for choice in here.question.choices)
    for choice in here.question.choices:
        names = {choice.id.replace("_", " "), choice.label}
        if question is not None:
            aliases = question.option(choice.id).aliases
            names |= {one for one in aliases if takes_yes or not one.startswith("y")}
        if folded in {fold(name) for name in names}:
            return choice.address
    return None


def _no_such_number(text: str, here: Screen | None, ways: Shown) -> Reply | None:
    """A number that was not on the screen is no question: the screen again. 999 and 101 are none."""
    if here is None or not ways.numbers or not _SMALL_NUMBER.fullmatch(fold(text)):
        return None
    if here.field is not None or (here.question is not None and here.question.id == AGE):
        return None
    note = f"There is no {fold(text)} here. Choose a number from 1 to {len(numbered(here))}."
    return Reply(text, ReplyKind.NONE, None, (here.below(Notice(Tone.WARNING, note)),))

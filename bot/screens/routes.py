"""Which screen an address opens: one function a family of addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.address import parse
from bot.library.browse import KINDS, Filters, read_filters
from bot.screens import awareness, cards, dialogue, fixed, lists, notify, outcome, pathway
from bot.screens.worked_out import work_out

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bot.address import Address
    from bot.screen import Screen
    from bot.screens.basis import Basis
    from bot.screens.pathway import Pathway
    from bot.screens.worked_out import Outcome

_WORDED = ("help", "privacy", "about")
_LONGEST_REFERENCE = 8


def open_at(basis: Basis, text: str) -> Screen:
    """The screen of an address in a text; any string at all gives a screen."""
    parsed = parse(text)
    screen = open_address(basis, parsed) if parsed else None
    return screen or fixed.unknown_screen(basis)


def open_address(basis: Basis, address: Address) -> Screen | None:
    if not address.arguments:
        return _open_fixed(basis, address.screen)
    opener = _OPENERS.get(address.screen)
    if opener is not None:
        return opener(basis, address)
    card = cards.find(basis, str(address))
    return cards.card_screen(basis, card) if card else None


def _open_fixed(basis: Basis, name: str) -> Screen | None:
    maker = _FIXED.get(name)
    if maker is not None:
        return maker(basis)
    if name in KINDS:
        return lists.list_screen(basis, name, Filters(), 1)
    return fixed.worded_screen(basis, name) if name in _WORDED else None


def _open_list(basis: Basis, address: Address) -> Screen | None:
    kind, *tokens = address.arguments
    found = read_filters(tokens)
    if kind not in KINDS or found is None:
        return None
    if address.screen == "filter":
        return lists.filter_screen(basis, kind, found[0])
    return lists.list_screen(basis, kind, *found)


def _open_theme(basis: Basis, address: Address) -> Screen | None:
    theme_id, *tokens = address.arguments
    found = read_filters(tokens)
    if theme_id not in basis.knowledge.library.themes or found is None:
        return None
    return lists.theme_screen(basis, theme_id, found[1])


def _open_step(basis: Basis, address: Address) -> Screen | None:
    role, number, *more = (*address.arguments, "")
    return None if any(more) else notify.step_screen(basis, role, number)


def _open_check(basis: Basis, address: Address) -> Screen | None:
    way, more = way_of(basis, address)
    return dialogue.screen_of(basis, way) if way and not more else None


def _open_help(basis: Basis, address: Address) -> Screen | None:
    way, more = way_of(basis, address)
    if way is None or more:
        return None
    if way.question is None:
        return dialogue.screen_of(basis, way)
    return dialogue.help_screen(basis, way, way.question)


def _open_change(basis: Basis, address: Address) -> Screen | None:
    way, more = way_of(basis, address)
    questions = basis.knowledge.criteria.questions
    question = next((one for one in questions if [one.code] == more), None)
    if way is None or question is None:
        return None
    if question.id not in way.path:
        return dialogue.screen_of(basis, way)
    return dialogue.change_screen(basis, way, question)


def _open_outcome(basis: Basis, address: Address) -> Screen | None:
    """The outcome, or what is still to be answered or confirmed before there is one."""
    way, more = way_of(basis, address)
    aware, reference = dated(more)
    if way is None or (more and aware is None):
        return None
    if not way.settled:
        return dialogue.screen_of(basis, way)
    return outcome.outcome_screen(basis, work_out(basis, way, aware, reference))


def _open_date(basis: Basis, address: Address) -> Screen | None:
    way, more = way_of(basis, address)
    reference = more[0] if len(more) == 1 and awareness.stamp(more[0]) is None else ""
    aware, kept = dated(more)
    if way is None or (more and aware is None and not 0 < len(reference) <= _LONGEST_REFERENCE):
        return None
    if not way.settled:
        return dialogue.screen_of(basis, way)
    if aware is None:
        return awareness.date_screen(basis, way, reference)
    return awareness.confirm_screen(basis, way, aware, kept)


def _open_alike(basis: Basis, address: Address) -> Screen | None:
    way, more = way_of(basis, address)
    if way is None or more:
        return None
    if not way.settled:
        return dialogue.screen_of(basis, way)
    return lists.alike_screen(basis, way)


def way_of(basis: Basis, address: Address) -> tuple[Pathway | None, list[str]]:
    """The answers of an address, and the arguments that follow them."""
    version, pairs, *more = (
        (*address.arguments, "") if len(address.arguments) == 1 else address.arguments
    )
    return pathway.read(basis, version, pairs), more


def outcome_of(basis: Basis, address: Address) -> Outcome | None:
    """The outcome that the answers in an address lead to, or None when they are not settled."""
    if not address.arguments:
        return None
    way, more = way_of(basis, address)
    aware, reference = dated(more)
    if way is None or not way.settled or (more and aware is None):
        return None
    return work_out(basis, way, aware, reference)


def dated(more: list[str]) -> tuple[date | None, str]:
    """The date and the reference that follow the answers; no date where they are not of that form."""
    if not more or len(more) > len(("date", "reference")):
        return None, ""
    reference = more[1] if len(more) > 1 else ""
    if len(reference) > _LONGEST_REFERENCE:
        return None, ""
    return awareness.stamp(more[0]), reference


_OPENERS: Mapping[str, Callable[[Basis, Address], Screen | None]] = {
    "check": _open_check,
    "help": _open_help,
    "change": _open_change,
    "outcome": _open_outcome,
    "date": _open_date,
    "like": _open_alike,
    "list": _open_list,
    "filter": _open_list,
    "theme": _open_theme,
    "notify": _open_step,
}
_FIXED: Mapping[str, Callable[[Basis], Screen]] = {
    "start": fixed.start_screen,
    "check": dialogue.first_question,
    "notify": notify.roles_screen,
    "contacts": fixed.contacts_screen,
    "changes": fixed.changes_screen,
    "themes": lists.themes_screen,
}

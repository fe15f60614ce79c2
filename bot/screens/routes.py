"""Which screen an address opens: one function a family of addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.address import Address, parse
from bot.library.browse import KINDS, Filters, read_filters
from bot.screens import (
    awareness,
    cards,
    dialogue,
    fixed,
    folds,
    lists,
    notify,
    outcome,
    pathway,
)
from bot.screens.case import case_of
from bot.screens.pathway import LONGEST_REFERENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.screen import Screen
    from bot.screens.basis import Basis
    from bot.screens.case import Case

_WORDED = ("help", "privacy", "about")


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
    return _open_card(basis, address)


def _open_card(basis: Basis, address: Address) -> Screen | None:
    """A card, or one of its folds."""
    card_id, *fold = address.arguments
    card = cards.find(basis, str(Address(address.screen, (card_id,))))
    if card is None or len(fold) > 1:
        return None
    return cards.card_fold_screen(basis, card, fold[0]) if fold else cards.card_screen(basis, card)


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
    """The steps for a reader, or one step of a role."""
    role, number, *more = (*address.arguments, "")
    if not role.isdecimal():
        return None if any(more) else notify.step_screen(basis, role, number)
    way, left = pathway.of_address(basis, address)
    return notify.tell_screen(basis, way) if way and not left else None


def _open_contacts(basis: Basis, address: Address) -> Screen | None:
    return fixed.every_contact_screen(basis) if address.arguments == ("all",) else None


def _open_check(basis: Basis, address: Address) -> Screen | None:
    way, more = pathway.of_address(basis, address)
    return dialogue.screen_of(basis, way) if way and not more else None


def _open_help(basis: Basis, address: Address) -> Screen | None:
    way, more = pathway.of_address(basis, address)
    if way is None or more:
        return None
    if way.question is None:
        return dialogue.screen_of(basis, way)
    return dialogue.help_screen(basis, way, way.question)


def _open_change(basis: Basis, address: Address) -> Screen | None:
    way, more = pathway.of_address(basis, address)
    questions = basis.knowledge.criteria.questions
    question = next((one for one in questions if [one.code] == more), None)
    if way is None or question is None:
        return None
    if question.id not in way.path:
        return dialogue.screen_of(basis, way)
    return dialogue.change_screen(basis, way, question)


def _open_settled(
    show: Callable[[Basis, Case], Screen | None],
) -> Callable[[Basis, Address], Screen | None]:
    """Opens what has a case, or what is still to be answered or confirmed before there is one."""

    def open_it(basis: Basis, address: Address) -> Screen | None:
        way, more = pathway.of_address(basis, address)
        if way is None or more:
            return None
        if not way.settled:
            return dialogue.screen_of(basis, way)
        return show(basis, case_of(basis, way))

    return open_it


def _open_fold(name: str) -> Callable[[Basis, Address], Screen | None]:
    """Opens a fold alone; an outcome that has no such fold is opened instead."""

    def show(basis: Basis, case: Case) -> Screen:
        return outcome.fold_screen(basis, case, name) or outcome.outcome_screen(basis, case)

    return _open_settled(show)


def _open_so_far(basis: Basis, address: Address) -> Screen | None:
    way, more = pathway.of_address(basis, address)
    if way is None or more:
        return None
    if way.settled:
        return outcome.outcome_screen(basis, case_of(basis, way))
    return outcome.so_far_screen(basis, case_of(basis, way))


def _open_date(basis: Basis, address: Address) -> Screen | None:
    way, more = pathway.of_address(basis, address)
    if way is None or len(more) > 1 or any(len(one) > LONGEST_REFERENCE for one in more):
        return None
    if more and way.aware is not None:
        return None
    if not way.settled:
        return dialogue.screen_of(basis, way)
    if way.aware is None:
        return awareness.date_screen(basis, way, more[0] if more else "")
    return awareness.confirm_screen(basis, way, way.aware, way.reference)


def _open_alike(basis: Basis, address: Address) -> Screen | None:
    return _open_settled(lambda basis, case: lists.alike_screen(basis, case.pathway))(
        basis, address
    )


def case_at(basis: Basis, address: Address) -> Case | None:
    """The case of the answers in an address, or None when they are not settled."""
    if not address.arguments:
        return None
    way, more = pathway.of_address(basis, address)
    if way is None or not way.settled or more:
        return None
    return case_of(basis, way)


_OPENERS: Mapping[str, Callable[[Basis, Address], Screen | None]] = {
    "check": _open_check,
    "help": _open_help,
    "change": _open_change,
    "outcome": _open_settled(outcome.outcome_screen),
    "sofar": _open_so_far,
    "takeaway": _open_settled(outcome.take_away_screen),
    **{name: _open_fold(name) for name in folds.MAKERS if name != "answers"},
    "date": _open_date,
    "like": _open_alike,
    "list": _open_list,
    "filter": _open_list,
    "theme": _open_theme,
    "notify": _open_step,
    "contacts": _open_contacts,
}
_FIXED: Mapping[str, Callable[[Basis], Screen]] = {
    "start": fixed.start_screen,
    "check": dialogue.first_question,
    "notify": lambda basis: notify.tell_screen(basis, pathway.nothing_answered(basis)),
    "contacts": fixed.contacts_screen,
    "changes": fixed.changes_screen,
    "themes": lists.themes_screen,
}

"""The first screen: every slot is filled by something, every role has its contact."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

from bot.criteria.answers_in_address import READER_CODE
from bot.knowledge_base.shapes import Problem
from bot.knowledge_base.suggestion import did_you_mean
from bot.library.model import ContactRole
from bot.notification.first_screen import GIVEN_SLOTS, FoldTitles, Words
from bot.notification.record import SLOTS_OF_A_RECORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge_base.fault import Path
    from bot.knowledge_base.sections import Sections
    from bot.library.model import Contact

_SLOT = re.compile(r"\{([^}]*)\}?")
_SLOTS_OF_TITLES = frozenset({"brief", "checked", "count", "dates", "open", "reasons", "sources"})


def slots_are_filled(sections: Sections) -> Iterator[Problem]:
    """Every slot of a line is a piece of this file, or given by the moment and the contacts."""
    pieces = {piece.name for piece in sections.first_screen.pieces}
    known = GIVEN_SLOTS | pieces
    for path, entry in sections.entries:
        if isinstance(entry, Words):
            own = SLOTS_OF_A_RECORD if path[:1] == ("record",) else frozenset()
            yield from _slots((*path, "text"), entry.text, known | own)
            if entry.page_words and entry.page_words not in entry.text:
                message = "these words do not stand in the text; they are where its link stands"
                yield Problem((*path, "page_words"), message)
        if isinstance(entry, FoldTitles):
            for name in entry.__dataclass_fields__:
                yield from _slots((*path, name), getattr(entry, name), _SLOTS_OF_TITLES)


def roles_have_one_contact(sections: Sections) -> Iterator[Problem]:
    """Each role of a first screen is one contact; the front door has its hours."""
    given = [contact.role for contact in sections.contacts]
    for role in ContactRole:
        if given.count(role) != 1:
            message = f"one contact has `role: {role}`, and here {given.count(role)} have; mend it"
            yield Problem(("first_screen",), message, key=True)
    for at, contact in enumerate(sections.contacts):
        if contact.role is ContactRole.FRONT_DOOR and not _has_hours(contact):
            message = (
                'the front door has its hours, such as `opens: "09:00"` and `closes: "17:00"`'
            )
            yield Problem(("contacts", at), message)


def no_question_has_the_letter_of_the_reader(sections: Sections) -> Iterator[Problem]:
    """The pair that says for whom the reader works is never an answer."""
    for at, question in enumerate(sections.criteria.questions):
        if question.code == READER_CODE:
            message = f"`{READER_CODE}` says in addresses for whom the reader works; take another"
            yield Problem(("criteria", "questions", at, "code"), message)


def _slots(path: Path, text: str, known: frozenset[str]) -> Iterator[Problem]:
    for slot in _SLOT.findall(text):
        if slot not in known:
            cure = did_you_mean(slot, known) or f"they are {', '.join(sorted(known))}"
            yield Problem(path, f"`{{{slot}}}` is filled by nothing; {cure}")


def _has_hours(contact: Contact) -> bool:
    try:
        return time.fromisoformat(contact.opens or "") < time.fromisoformat(contact.closes or "")
    except ValueError:
        return False

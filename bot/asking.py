"""A typed text: a command, an answer to the open question, a date, an incident, or a question."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.address import parse
from bot.notification.typed_dates import NotUnderstood, understand_date
from bot.screen import Notice, Reply, ReplyKind, Shown, Tone, numbered, shown
from bot.screens import answers, awareness, fixed, incident_told, pathway
from bot.screens.routes import open_at
from bot.typed_ages import holds, years_typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.screen import Screen
    from bot.screens.basis import Basis
    from bot.search.model import Matched

NOTHING_SHOWN = Shown("", (), ())
LONGEST_READ = 4096  # letters: what one message of Telegram can hold
_SPACES = re.compile(r"[^\S\n]{2,}")
AGE = "age"
_A_FEW_WORDS, _A_FEW_LETTERS = 7, 80
_GO_BACK = {"back": "back", "go back": "back", "restart": "restart", "start again": "restart"}
_YES = frozenset({"yes", "y", "yeah", "yep", "yes please"})
_NO = frozenset({"no", "n", "nope", "no thanks"})
_UNSURE = frozenset(
    {"not sure", "unsure", "maybe", "dunno", "idk", "no idea", "?", "don't know", "dont know"}
    | {"i don't know", "i dont know", "not known", "unknown", "can't say", "cant say"}
)
_BARE_ANSWERS = _YES | _NO | _UNSURE | {"ok", "okay", "none", "none of them"}
_COMMON_WORDS = {"yes": _YES, "no": _NO, "unsure": _UNSURE}
"""Words that mean an option of that id, whatever the question."""


@dataclass(frozen=True)
class Asking:
    """Answers typed texts.

    Args:
        basis: what screens stand on.
        match: finds the cards for a question.
    """

    basis: Basis
    match: Callable[[str], Matched]

    def ask(self, text: str, at: str | Shown | None) -> Reply:
        """The answer to a typed text; `at` is the screen it was typed under, or its address."""
        heard = _heard(text)
        reply = self._understood(heard, at)
        return reply if heard == text else replace(reply, query=text)

    def _understood(self, text: str, at: str | Shown | None) -> Reply:
        address = at.address if isinstance(at, Shown) else at
        here = open_at(self.basis, address) if address else None
        ways = at if isinstance(at, Shown) else shown(here) if here else NOTHING_SHOWN
        return (
            _blank(self.basis, text, here)
            or _command(self.basis, text, here, ways)
            or _answer_here(self.basis, text, here, ways)
            or _date_here(self.basis, text, here)
            or _no_such_number(text, here, ways)
            or _question(self, text, here)
        )


def _heard(text: str) -> str:
    """What is read of a text: no more than a message can hold, and no long runs of spaces."""
    return _SPACES.sub(" ", text)[:LONGEST_READ]


def _blank(basis: Basis, text: str, here: Screen | None) -> Reply | None:
    if fold(text):
        return None
    return Reply(text, ReplyKind.NONE, None, (here or open_at(basis, "start"),))


def _command(basis: Basis, text: str, here: Screen | None, ways: Shown) -> Reply | None:
    """The text is a way on of the screen in front of us, an address, or the name of a screen."""
    way_on = _way_on(text, here)
    beside = _beside(here, ways).get(fold(text))
    parsed = parse(_without_bot_name(text))
    named = str(parsed) if parsed else None
    asked = here is not None and here.question is not None
    back = "start" if _GO_BACK.get(fold(text)) == "back" else None
    for found in (beside, *((way_on, named) if asked else (named, way_on)), back):
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
    wanted = _GO_BACK.get(fold(text), fold(text))
    for action in here.actions:
        if wanted in {action.id, fold(action.label), fold(action.label.replace(":", ""))}:
            return action.address
    return None


def _answer_here(basis: Basis, text: str, here: Screen | None, ways: Shown) -> Reply | None:
    """The text answers the open question, by number, in the option's words, or in a sentence."""
    if here is None:
        return None
    by_number = _numbered(text, ways)
    chosen = (
        by_number
        or _in_words(basis, text, here)
        or _as_an_age(text, here)
        or _in_a_sentence(basis, text, here)
    )
    if chosen is None:
        return None
    screen = open_at(basis, chosen)
    return Reply(text, ReplyKind.ANSWER, screen.address, (screen,))


def _no_such_number(text: str, here: Screen | None, ways: Shown) -> Reply | None:
    """A number that was not on the screen is no question: the screen again. 999 and 101 are none."""
    if here is None or not ways.numbers or not re.fullmatch("[0-9]{1,2}", fold(text)):
        return None
    note = f"There is no {fold(text)} here. Choose a number from 1 to {len(numbered(here))}."
    return Reply(text, ReplyKind.NONE, None, (here.below(Notice(Tone.WARNING, note)),))


def _numbered(text: str, ways: Shown) -> str | None:
    folded = fold(text).rstrip(".)")
    if not re.fullmatch("[0-9]{1,3}", folded):
        return None
    number = int(folded)
    return ways.numbers[number - 1] if 1 <= number <= len(ways.numbers) else None


def _in_words(basis: Basis, text: str, here: Screen) -> str | None:
    if here.question is None:
        return None
    folded = fold(text)
    question = next(
        (one for one in basis.knowledge.criteria.questions if one.id == here.question.id), None
    )
    for choice in here.question.choices:
        names = {choice.id.replace("_", " "), choice.label}
        if question is not None:
            names |= set(question.option(choice.id).aliases)
        if folded in {fold(name) for name in names} | _COMMON_WORDS.get(choice.id, frozenset()):
            return choice.address
    return None


def _as_an_age(text: str, here: Screen) -> str | None:
    """The option that holds a typed age, where the question asks for one."""
    if here.question is None or here.question.id != AGE or (years := years_typed(text)) is None:
        return None
    return next((one.address for one in here.question.choices if holds(one.id, years)), None)


def _in_a_sentence(basis: Basis, text: str, here: Screen) -> str | None:
    """The option that a few words clearly say, such as "he is 14" or "she died"."""
    few = len(text) <= _A_FEW_LETTERS and len(text.split()) <= _A_FEW_WORDS
    if here.question is None or not few or "?" in text:
        return None
    from bot.incident import read_incident  # noqa: PLC0415  (its patterns are built only here)

    knowledge = basis.knowledge
    incident = read_incident(text, knowledge.names["area"], knowledge.public_names)
    said = incident.facts.get(here.question.id)
    return next((one.address for one in here.question.choices if one.id == said), None)


def _date_here(basis: Basis, text: str, here: Screen | None) -> Reply | None:
    """The text is the date that the screen asks for."""
    if here is None or here.field is None:
        return None
    parsed = parse(here.field.address)
    version, pairs, *kept = parsed.arguments if parsed else ("", "")
    way = pathway.read(basis, version, pairs)
    if way is None:
        return None
    reference = kept[0] if kept else ""
    understood = understand_date(text, basis.today(), basis.holidays())
    if isinstance(understood, NotUnderstood):
        if not understood.meant_a_date:
            return None
        screen = awareness.date_screen(basis, way, reference, understood.message)
    else:
        screen = awareness.confirm_screen(basis, way, understood.day, reference)
    return Reply(text, ReplyKind.ANSWER, screen.address, (screen,))


def _question(asking: Asking, text: str, here: Screen | None) -> Reply:
    """Anything else: an incident that starts the dialogue, or a question for the cards."""
    basis = asking.basis
    if fold(text) in _BARE_ANSWERS:
        return answers.no_such_answer(basis, text, here)
    from bot.incident import read_incident  # noqa: PLC0415  (its patterns are built only here)
    from bot.safety import is_urgent  # noqa: PLC0415  (its patterns are built only here)

    area = basis.knowledge.names["area"]
    incident = read_incident(text, area, basis.knowledge.public_names)
    urgent = is_urgent(text, area)
    reply = answers.answer(basis, text, asking.match(text))
    told_and_unanswered = reply.kind is ReplyKind.NONE and "outcome" in incident.facts
    if told_and_unanswered or (incident.asks_about_criteria and incident.facts):
        reply = incident_told.with_the_dialogue(basis, reply, incident)
    elif "outcome" in incident.facts:
        reply = incident_told.beside_the_dialogue(basis, reply, incident)
    if urgent:
        reply = answers.danger_first(basis, answers.danger_alone(basis, reply), here)
    elif here is not None and _is_unfinished(here):
        reply = replace(reply, screens=(*reply.screens, here))
    return _without_details(basis, replace(reply, urgent=urgent, facts=incident.facts))


def _is_unfinished(here: Screen) -> bool:
    """Something is open here that a question in between must not lose."""
    return here.question is not None or here.address.startswith("check_")


def _without_details(basis: Basis, reply: Reply) -> Reply:
    """The reply with a gentle line first, where the text holds identifying details."""
    from bot.privacy import identifying_details  # noqa: PLC0415  (patterns are built only here)

    known = basis.knowledge
    details = identifying_details(reply.query, known.published_names, known.published_contacts)
    if not details:
        return reply
    first, *rest = reply.screens
    screens = (first.below(fixed.leave_details_out()), *rest)
    return replace(reply, screens=screens, personal_data=details)


def fold(text: str) -> str:
    """A short text as it is compared: no case, no accents, no punctuation at its ends."""
    plain = (
        unicodedata.normalize("NFKD", text)
        .casefold()
        .replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    )
    return " ".join(plain.split()).strip(" .,!?:;'\"")

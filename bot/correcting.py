"""A message that was edited after it was read: it corrects the answer that it gave, or says why not.

What it was read under, and what it led to, comes from the channel. It is never read under the newest
screen: there, a "no" that becomes a "yes" would answer a question that nobody asked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.address import address, parse
from bot.screen import Action, Notice, Reply, ReplyKind, Screen, Shown, Tone
from bot.screens import pathway

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.guide import Guide
    from bot.screen import OpenQuestion

_STAYS = (
    "I could not read your edited message as an answer to this question, so your answer stays."
)
_OTHER_CHECK = (
    "You edited an answer to an earlier check. That changes nothing in this one. "
    "To change the earlier one, open it below."
)
_FORGOTTEN = (
    "I no longer know which question that message answered, so the edit changes nothing. "
    "To change an answer, choose it below."
)


@dataclass(frozen=True, slots=True)
class Read:
    """How a message was read before it was edited.

    Args:
        under: the screen that it was typed under; None where there was none.
        led: the address of the screen that it led to.
    """

    under: Shown | None
    led: str


def correct(guide: Guide, text: str, read: Read | None, case: str) -> Reply:
    """The reply to an edited text; `case` is the newest place in the dialogue, or empty."""
    if read is None:
        return _forgotten(guide, text, case)
    asked = guide.open(read.under.address).question if read.under else None
    if read.under is None or asked is None:
        return guide.ask(text, read.under)
    before, now = _answers(guide, read.under.address), _answers(guide, case)
    before = {one: option for one, option in before.items() if one != asked.id}
    continued = before.items() <= now.items()
    said = _answers(guide, read.led).get(asked.id)
    if continued and asked.id in now and said in {None, now[asked.id]}:
        return _changed(guide, text, _change(guide, case, asked), answered=said is not None)
    reply = guide.ask(text, read.under)
    if not _is_answer(reply, asked) or (continued and asked.id not in now):
        return reply
    return _cannot(guide, text, case, _OTHER_CHECK, read.led)


def _changed(guide: Guide, text: str, change: str, *, answered: bool) -> Reply:
    """The text read as another answer to a question of the newest check."""
    screen = guide.open(change)
    reply = guide.ask(text, change)
    if screen.question is None or _is_answer(reply, screen.question) or not answered:
        return reply
    return replace(reply, screens=(screen.below(Notice(Tone.WARNING, _STAYS)),))


def _forgotten(guide: Guide, text: str, case: str) -> Reply:
    here = guide.open(case) if case else None
    reply = guide.ask(text, case or None)
    if here is None or here.question is None or not _is_answer(reply, here.question):
        return reply
    return _cannot(guide, text, case, _FORGOTTEN, "")


def _cannot(guide: Guide, text: str, case: str, why: str, earlier: str) -> Reply:
    """The newest place again, and above it why the edit changes nothing."""
    here = guide.open(case or "start")
    shown: Screen = here.below(Notice(Tone.WARNING, why))
    if earlier:
        way = Action("earlier", "Open the earlier check", earlier)
        shown = replace(shown, actions=(way, *shown.actions))
    return Reply(text, ReplyKind.NONE, None, (shown,))


def _is_answer(reply: Reply, asked: OpenQuestion) -> bool:
    return reply.address in {choice.address for choice in asked.choices}


def _answers(guide: Guide, place: str) -> Mapping[str, str]:
    """The answers that an address of the dialogue holds."""
    parsed = parse(place)
    version, pairs, *_ = (*(parsed.arguments if parsed else ()), "", "")
    way = pathway.read(guide.basis, version, pairs) if version else None
    return way.answers if way else {}


def _change(guide: Guide, case: str, asked: OpenQuestion) -> str:
    """The address that asks one question of a check again and keeps everything else."""
    code = guide.knowledge.criteria.question(asked.id).code
    here = guide.open(case)
    offered = (action.address for action in here.actions if action.id == "change")
    found = next((one for one in offered if one.rpartition("_")[2] == code), None)
    parsed = parse(case)
    return found or address("change", *(parsed.arguments[:2] if parsed else ()), code)

"""Danger now: a message that describes danger now, or a disclosure just made.

A false alarm costs a line of reading and a missed one can cost a child, so what could be
danger is taken for danger, unless the message speaks of the past, of a rule, or of learning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.own_area import with_own_area
from bot.safety.hints import hints_at_danger, tells_of_a_child_now
from bot.safety.plain_words import plain_sentences
from bot.safety.present_danger import could_be_danger, describes_danger
from bot.safety.purpose import (
    asks_for_a_route,
    asks_for_learning,
    has_happened,
    is_against_the_writer,
    is_in_hand,
    is_to_teach_with,
    tells_of_it_as_it_is,
    was_told_to_the_writer,
)
from bot.safety.setting import is_about_a_rule, is_past, says_now, told_part, without_if

if TYPE_CHECKING:
    from collections.abc import Sequence


# Longer messages hold many words that hint; in them only told danger counts.
_WORDS_OF_A_CRY = 40


def is_urgent(text: str, area: str = "") -> bool:
    """The text describes danger now or a disclosure just made.

    Args:
        text: as typed.
        area: the name of the partnership's area, which is no sign of danger.
    """
    sentences = with_own_area(plain_sentences(text), area)
    whole = " , ".join(sentences)
    to_teach = is_to_teach_with(whole)
    now = not to_teach and says_now(whole)
    past = is_past(whole)
    first_hand = is_against_the_writer(whole) or (not past and was_told_to_the_writer(whole))
    pressing = now or first_hand
    settled = to_teach or past or is_about_a_rule(whole)
    if settled and not pressing:
        return False
    told = [without_if(part) for one in sentences if (part := told_part(one))]
    pairs = _with_neighbours(told)
    danger = [one for one in pairs if describes_danger(one)]
    if danger:
        return pressing or not _is_calm(whole, danger)
    if now and not past and any(could_be_danger(one) for one in pairs):
        return True
    if settled or has_happened(whole):
        return False
    if not now and (len(told) < len(sentences) or _is_long(whole) or asks_for_a_route(whole)):
        return False
    hinted = [one for one in pairs if hints_at_danger(one) or tells_of_a_child_now(one)]
    return bool(hinted) and not _is_calm(whole, hinted)


def _is_long(whole: str) -> bool:
    return len(whole.split()) > _WORDS_OF_A_CRY


def _is_calm(whole: str, told: Sequence[str]) -> bool:
    """The message is for something else than to tell that somebody is unsafe at this moment."""
    if any(tells_of_it_as_it_is(one) for one in told):
        return False
    return (
        asks_for_learning(whole)
        or is_in_hand(whole)
        or (has_happened(whole) and asks_for_a_route(whole))
    )


def _with_neighbours(sentences: Sequence[str]) -> list[str]:
    """Each sentence with the next one: who speaks may stand in one, what was said in the other."""
    return [" , ".join(sentences[start : start + 2]) for start in range(len(sentences))]

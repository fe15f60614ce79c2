"""Danger now: a message that describes danger now, or a disclosure just made.

A false alarm costs a line of reading and a missed one can cost a child, so what could be
danger is taken for danger, unless the message speaks of the past, of a rule, or of learning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.safety.hints import hints_at_danger, tells_of_a_child_now
from bot.safety.plain_words import plain_sentences
from bot.safety.present_danger import could_be_danger, describes_danger
from bot.safety.setting import asks_about_a_rule, is_about_a_rule, is_past, says_now, without_if

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_urgent(text: str) -> bool:
    """The text describes danger now or a disclosure just made."""
    sentences = plain_sentences(text)
    told = [without_if(one) for one in sentences if not asks_about_a_rule(one)]
    pairs = _with_neighbours(told)
    whole = " ".join(sentences)
    now = says_now(whole)
    past, rule = is_past(whole), is_about_a_rule(whole)
    if any(describes_danger(one) for one in pairs):
        return now or not (past or rule)
    if past:
        return False
    if now and any(could_be_danger(one) for one in pairs):
        return True
    return not rule and any(hints_at_danger(one) or tells_of_a_child_now(one) for one in pairs)


def _with_neighbours(sentences: Sequence[str]) -> list[str]:
    """Each sentence with the next one: who speaks may stand in one, what was said in the other."""
    return [" , ".join(sentences[start : start + 2]) for start in range(len(sentences))]

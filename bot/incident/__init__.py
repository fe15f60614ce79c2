"""From a sentence to the dialogue: what a sentence about an incident clearly says.

A fact that is picked up wrongly is worse than one that is not picked up: the reader confirms
each, but the eye passes over what it expects. So a hedge, a question, an "almost" and what is
said of somebody else are no facts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.incident.ages import read_age
from bot.incident.asking import (
    asks_for_a_decision,
    asks_something_else,
    asks_whether_criteria_are_met,
    tells_an_age,
    tells_of_harm,
    tells_of_one_case,
)
from bot.incident.care import read_care
from bot.incident.harm import read_abuse, read_outcome
from bot.incident.not_a_case import is_no_case
from bot.incident.places import read_place
from bot.incident.wording import about_the_child, sentences_of, without_rules

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_ENOUGH = 2
_CHILD = frozenset({"0-15", "16-17"})


@dataclass(frozen=True, slots=True)
class Incident:
    """What was picked up from a sentence.

    Args:
        facts: question id to option id, only what is clearly said.
        asks_about_criteria: the sentence asks whether this must be notified or reviewed, or
            simply reports an incident; a question about law, training or learning does not.
        asks_for_a_decision: it asks so in so many words.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    asks_about_criteria: bool = False
    asks_for_a_decision: bool = False


def read_incident(text: str, area: str = "", public_names: Collection[str] = ()) -> Incident:
    """What a sentence clearly says about an incident.

    Args:
        text: as typed.
        area: the name of the partnership's area, to know that the harm happened there.
        public_names: names of cases that are known to the public, and no case of the reader's.
    """
    sentences = sentences_of(text)
    told = [without_rules(sentence) for sentence in sentences]
    child = [about_the_child(sentence) for sentence in told]
    if (
        not any(child)
        or is_no_case(sentences, area, public_names)
        or asks_something_else(sentences, everywhere=True)
    ):
        return Incident()
    facts = _facts(told, child, area)
    told_enough = "outcome" in facts or tells_of_harm(told) or asks_for_a_decision(sentences)
    if not told_enough:
        return Incident()
    return Incident(
        facts,
        asks_about_criteria=_starts(sentences, facts),
        asks_for_a_decision=asks_for_a_decision(sentences),
    )


def _starts(sentences: list[str], facts: Mapping[str, str]) -> bool:
    """A decision is asked for, or one case is reported, with enough said to begin with."""
    if not facts.keys() & {"age", "outcome"}:
        return False
    if asks_whether_criteria_are_met(sentences):
        return True
    one_case = tells_of_one_case(sentences)
    if asks_for_a_decision(sentences):
        aged = facts.get("age", "unborn") != "unborn"
        return (
            one_case
            or aged
            or len(facts) > _ENOUGH
            or ("age" not in facts and len(facts) == _ENOUGH)
        )
    if asks_something_else(sentences) or len(facts) < _ENOUGH:
        return False
    return one_case or (facts.get("age") in _CHILD and tells_an_age(sentences))


def _facts(told: list[str], child: list[str], area: str) -> dict[str, str]:
    """The facts, in the order of the questions, without any that exclude each other."""
    age, outcome = read_age(child), read_outcome(child)
    care = read_care(child, age)
    found = {
        "age": age,
        "outcome": outcome,
        "abuse_or_neglect": read_abuse(told),
        "looked_after": care.looked_after,
        "care_leaver": care.care_leaver,
        "location": read_place(child, area),
    }
    return {question: option for question, option in found.items() if option is not None}

"""From a sentence to the dialogue: what a sentence about an incident clearly says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Incident:
    """What was picked up from a sentence.

    Args:
        facts: question id to option id, only what is clearly said.
        asks_about_criteria: the sentence asks whether this must be notified or reviewed, or
            simply reports an incident; a question about law, training or learning does not.
    """

    facts: Mapping[str, str] = field(default_factory=dict)
    asks_about_criteria: bool = False


def read_incident(text: str) -> Incident:
    """What a sentence clearly says about an incident."""
    del text
    return Incident()

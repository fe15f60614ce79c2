"""A partnership's own rules, put into the national decision table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.criteria.model import Criteria, Rule


def with_local_rules(criteria: Criteria, local_rules: Sequence[Rule]) -> Criteria:
    """The national table with each local rule in front of the rule that it names."""
    rules = [
        rule
        for national in criteria.rules
        for rule in (*(own for own in local_rules if own.before == national.id), national)
    ]
    return replace(criteria, rules=tuple(rules))

"""The condition of a duty is worked out from the completions in which it holds."""

from __future__ import annotations

import pytest

from bot.criteria.conditions import condition_of, conditions_of
from bot.criteria.dialogue import paths
from bot.criteria.model import DutyId
from bot.criteria.table import DecisionTable
from bot.criteria.told import told

CHILD_DIED = {"age": "0-15", "outcome": "died"}


def test_a_condition_singles_out_exactly_the_completions_with_the_duty(
    table: DecisionTable,
) -> None:
    for path in paths(table):
        within = table.bits(path)
        for duty in told(table, path).if_:
            wanted = table.duty_bits[duty] & within
            found = 0
            for condition in conditions_of(table, wanted, within):
                found |= table.bits_where(condition) & within
            assert found == wanted, (path, duty)


@pytest.mark.parametrize(
    ("answers", "duty", "words"),
    [
        ({"age": "unsure", "outcome": "died"}, DutyId.ECDOP, "they were under 18"),
        (
            {**CHILD_DIED, "abuse_or_neglect": "unsure", "looked_after": "no"},
            DutyId.PANEL,
            "abuse or neglect comes to be suspected",
        ),
    ],
)
def test_a_condition_is_said_in_the_words_of_the_field(
    table: DecisionTable, answers: dict[str, str], duty: DutyId, words: str
) -> None:
    assert condition_of(table, answers, duty) == words


def test_what_always_holds_has_an_empty_condition(table: DecisionTable) -> None:
    within = table.bits(CHILD_DIED)
    assert conditions_of(table, within, within) == ({},)


def test_alternatives_are_joined(table: DecisionTable) -> None:
    words = {
        condition_of(table, path, duty) for path in paths(table) for duty in told(table, path).if_
    }
    assert any(", or if " in one for one in words)

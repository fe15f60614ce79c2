"""What can be told after any answers: verdict, duties, and which council notifies.

One function reads the table. An unanswered or unsure question stands for every sure answer that
it could be; what holds in all completions is told as sure, what holds in some as "if".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.criteria.model import DutyId, Verdict

if TYPE_CHECKING:
    from bot.criteria.model import Answers
    from bot.criteria.table import DecisionTable

PLACE = "location"
PLACE_NOT_KNOWN = "unsure"


@dataclass(frozen=True, slots=True)
class Told:
    """What holds after some answers.

    Args:
        verdict: holds in every completion.
        now: duties owed in every completion.
        if_: duties owed in some completions.
        notifier: which council notifies the Panel (an option of the place question); None unless
            the verdict is `meets`. The place rule carries the Panel notification only.
        rules: ids of the rules that decide the completions, in the order of the table.
    """

    verdict: Verdict
    now: frozenset[DutyId]
    if_: frozenset[DutyId]
    notifier: str | None
    rules: tuple[str, ...]

    @property
    def view(self) -> tuple[object, ...]:
        """What a reader is told, the rules behind it left out."""
        return self.verdict, self.now, self.if_


def told(table: DecisionTable, answers: Answers) -> Told:
    """What these answers tell.

    Raises:
        ValueError: the answers exclude each other.
    """
    bits = table.bits(answers)
    if not bits:
        raise ValueError("These answers exclude each other.")
    holds = _holds(table, bits)
    if holds.verdict is not Verdict.MEETS:
        return holds
    return replace(holds, notifier=answers.get(PLACE, PLACE_NOT_KNOWN))


@lru_cache(maxsize=4096)
def _holds(table: DecisionTable, bits: int) -> Told:
    verdict = _verdict(table, bits)
    now, if_ = _duties(table, bits, verdict)
    rules = tuple(rule.id for rule in table.rules(bits))
    return Told(verdict=verdict, now=now, if_=if_, notifier=None, rules=rules)


def _verdict(table: DecisionTable, bits: int) -> Verdict:
    possible = {verdict for verdict, where in table.verdict_bits.items() if where & bits}
    if len(possible) == 1:
        return possible.pop()
    if possible == {Verdict.MEETS, Verdict.OTHER_DUTY}:
        return Verdict.OTHER_DUTY
    return Verdict.CONSULT


def _duties(
    table: DecisionTable, bits: int, verdict: Verdict
) -> tuple[frozenset[DutyId], frozenset[DutyId]]:
    owed = {duty: where & bits for duty, where in table.duty_bits.items() if where & bits}
    # Who notifies the Panel has put the question to it: "panel" answers "query_panel".
    question = owed.get(DutyId.QUERY_PANEL, 0) | owed.get(DutyId.PANEL, 0)
    if question:
        owed[DutyId.QUERY_PANEL] = question
    now = {duty for duty, where in owed.items() if where == bits}
    if verdict is Verdict.CONSULT:
        now.add(DutyId.SPOC)
    if_ = set(owed) - now
    if DutyId.PANEL in now:
        now.discard(DutyId.QUERY_PANEL)
    if DutyId.QUERY_PANEL in now or DutyId.PANEL in now | if_:
        if_.discard(DutyId.QUERY_PANEL)
    return frozenset(now), frozenset(if_)
